//! Node's `worker_threads` as the main thread sees it; there are no workers yet.

use crate::runtime::Module;

pub(super) const MODULE: Module =
    Module { name: "worker_threads", public: &["worker_threads"], native: None };
