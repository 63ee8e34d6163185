//! Contexts that follow a program through its callbacks, timers and promises, and the ids that async hooks give them.

mod native;

use crate::runtime::Module;

pub(super) const MODULE: Module = Module { name: "async_context", public: &[], native: Some(native::native) };
