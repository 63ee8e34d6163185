use crate::runtime::Module;

pub(super) const MODULE: Module = Module { name: "url", public: &["url"], native: None };
