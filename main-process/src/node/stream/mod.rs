//! Node's `stream`, `stream/promises` and `stream/consumers`.

use crate::runtime::Module;

pub(super) const MODULE: Module =
    Module { name: "stream", public: &["stream", "stream/promises", "stream/consumers"], native: None };
