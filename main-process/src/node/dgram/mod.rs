//! Datagrams: UDP.

mod native;

use crate::runtime::Module;

pub(super) const MODULE: Module = Module { name: "dgram", public: &["dgram"], native: Some(native::native) };
