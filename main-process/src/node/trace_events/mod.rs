//! What tells a program that nothing is traced.

use crate::runtime::Module;

pub(super) const MODULE: Module = Module { name: "trace_events", public: &["trace_events"], native: None };
