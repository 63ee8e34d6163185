use crate::runtime::Module;

pub(super) const MODULE: Module = Module { name: "constants", public: &["constants"], native: None };
