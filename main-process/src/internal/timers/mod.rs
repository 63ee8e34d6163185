//! Timeouts, intervals and immediates, in Node's order, over one wake-up of the loop.

mod native;

use crate::runtime::Module;

pub(super) const MODULE: Module = Module { name: "timers", public: &[], native: Some(native::native) };
