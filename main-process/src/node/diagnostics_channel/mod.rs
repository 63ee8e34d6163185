use crate::runtime::Module;

pub(super) const MODULE: Module =
    Module { name: "diagnostics_channel", public: &["diagnostics_channel"], native: None };
