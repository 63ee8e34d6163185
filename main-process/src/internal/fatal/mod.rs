//! Where exceptions nobody caught end, and where warnings are printed.

mod native;

use crate::runtime::Module;

pub(super) const MODULE: Module = Module { name: "fatal", public: &[], native: Some(native::native) };
