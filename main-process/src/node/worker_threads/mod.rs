//! Node's `worker_threads`: engines on threads of their own.

mod native;

use crate::runtime::Module;

pub(super) const MODULE: Module =
    Module { name: "worker_threads", public: &["worker_threads"], native: Some(native::native) };
