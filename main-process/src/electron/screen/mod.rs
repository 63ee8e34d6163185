//! Electron's `screen`: displays and the pointer.

use crate::runtime::Module;

pub(super) const MODULE: Module = Module { name: "screen", public: &[], native: None };
