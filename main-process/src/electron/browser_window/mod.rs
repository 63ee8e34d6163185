//! Electron's `BrowserWindow`, and `BaseWindow` as far as it is one.

use crate::runtime::Module;

pub(super) const MODULE: Module = Module { name: "browser_window", public: &[], native: None };
