//! Node's `events`.

use crate::runtime::Module;

pub(super) const MODULE: Module = Module { name: "events", public: &["events"], native: None };
