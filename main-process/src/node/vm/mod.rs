//! Scripts in the main global scope and in others.

mod native;

use crate::runtime::Module;

pub(super) const MODULE: Module = Module { name: "vm", public: &["vm"], native: Some(native::native) };
