//! Files and folders.

mod native;

use crate::runtime::Module;

pub(super) const MODULE: Module =
    Module { name: "fs", public: &["fs", "fs/promises"], native: Some(native::native) };
