//! The interactive prompt's names.

use crate::runtime::Module;

pub(super) const MODULE: Module = Module { name: "repl", public: &["repl"], native: None };
