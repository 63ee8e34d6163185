use crate::runtime::Module;

pub(super) const MODULE: Module = Module { name: "async_hooks", public: &["async_hooks"], native: None };
