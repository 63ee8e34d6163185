//! `console`, the global and the class.

use crate::runtime::Module;

pub(super) const MODULE: Module = Module { name: "console", public: &["console"], native: None };
