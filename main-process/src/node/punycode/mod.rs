use crate::runtime::Module;

pub(super) const MODULE: Module = Module { name: "punycode", public: &["punycode"], native: None };
