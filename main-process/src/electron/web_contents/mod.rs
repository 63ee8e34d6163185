//! Electron's `webContents`: the page in a window.

use crate::runtime::Module;

pub(super) const MODULE: Module = Module { name: "web_contents", public: &[], native: None };
