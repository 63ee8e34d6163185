use crate::runtime::Module;

pub(super) const MODULE: Module =
    Module { name: "string_decoder", public: &["string_decoder"], native: None };
