//! Electron's `nativeTheme`: light and dark.

use crate::runtime::Module;

pub(super) const MODULE: Module = Module { name: "native_theme", public: &[], native: None };
