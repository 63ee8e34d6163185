//! Electron's `shell`: the desktop around the app.

use crate::runtime::Module;

pub(super) const MODULE: Module = Module { name: "desktop", public: &[], native: None };
