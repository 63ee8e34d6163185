//! The system this runs on.

mod native;

use crate::runtime::Module;

pub(super) const MODULE: Module = Module { name: "os", public: &["os"], native: Some(native::native) };
