//! What `require('electron')` gives in the main process.

use crate::runtime::Module;

pub(super) const MODULE: Module = Module {
    name: "electron",
    public: &["electron", "electron/main", "electron/common", "electron/renderer"],
    native: None,
};
