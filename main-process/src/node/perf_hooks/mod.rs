use crate::runtime::Module;

pub(super) const MODULE: Module = Module { name: "perf_hooks", public: &["perf_hooks"], native: None };
