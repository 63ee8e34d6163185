//! Connections: TCP, and the pipes that have a name.

mod native;

use crate::runtime::Module;

pub(super) const MODULE: Module = Module { name: "net", public: &["net"], native: Some(native::native) };
