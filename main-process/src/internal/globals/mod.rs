//! The global object, filled lazily: a global that nobody uses loads no script.

use crate::runtime::Module;

pub(super) const MODULE: Module = Module { name: "globals", public: &[], native: None };
