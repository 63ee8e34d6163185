//! Electron's `Menu` and `MenuItem`.

use crate::runtime::Module;

pub(super) const MODULE: Module = Module { name: "menu", public: &[], native: None };
