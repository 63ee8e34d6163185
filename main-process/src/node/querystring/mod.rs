use crate::runtime::Module;

pub(super) const MODULE: Module = Module { name: "querystring", public: &["querystring"], native: None };
