//! Electron's `ipcMain`: what pages say, and who answers.

use crate::runtime::Module;

pub(super) const MODULE: Module = Module { name: "ipc_main", public: &[], native: None };
