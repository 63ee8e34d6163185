//! Node's `timers` and `timers/promises`; the timers themselves are in `internal/timers`.

use crate::runtime::Module;

pub(super) const MODULE: Module =
    Module { name: "timers", public: &["timers", "timers/promises"], native: None };
