//! Electron's `nativeImage`, as far as an image's file and its header go.

use crate::runtime::Module;

pub(super) const MODULE: Module = Module { name: "native_image", public: &[], native: None };
