//! Electron's `dialog`.

use crate::runtime::Module;

pub(super) const MODULE: Module = Module { name: "dialog", public: &[], native: None };
