//! `Atomics`, whose sleepers can be woken when their thread is to end.

mod native;

use crate::runtime::Module;

pub(super) const MODULE: Module = Module { name: "atomics", public: &[], native: Some(native::native) };
