//! Which modules applications may require, and how a script reaches one by its public name.

use crate::runtime::Module;

pub(super) const MODULE: Module = Module { name: "builtins", public: &[], native: None };
