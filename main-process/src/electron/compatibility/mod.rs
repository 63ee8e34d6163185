//! Which Electron an application was written for, and what its defaults were then.

use crate::runtime::Module;

pub(super) const MODULE: Module = Module { name: "compatibility", public: &[], native: None };
