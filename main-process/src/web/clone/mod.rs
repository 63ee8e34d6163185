//! `structuredClone`, a global.

use crate::runtime::Module;

pub(super) const MODULE: Module = Module { name: "clone", public: &[], native: None };
