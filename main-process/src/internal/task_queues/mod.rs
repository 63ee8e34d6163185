//! Ticks and promise jobs: what runs after each callback, and where unhandled rejections go.

mod native;

use crate::runtime::Module;

pub(super) const MODULE: Module = Module { name: "task_queues", public: &[], native: Some(native::native) };
