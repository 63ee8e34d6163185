//! Node's `net`, as far as it needs no socket.

use crate::runtime::Module;

pub(super) const MODULE: Module = Module { name: "net", public: &["net"], native: None };
