use crate::runtime::Module;

pub(super) const MODULE: Module = Module { name: "blob", public: &[], native: None };
