//! Checks of arguments, with Node's errors.

use crate::runtime::Module;

pub(super) const MODULE: Module = Module { name: "validators", public: &[], native: None };
