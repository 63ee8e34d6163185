use crate::runtime::Module;

pub(super) const MODULE: Module = Module { name: "domain", public: &["domain"], native: None };
