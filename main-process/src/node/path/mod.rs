use crate::runtime::Module;

pub(super) const MODULE: Module =
    Module { name: "path", public: &["path", "path/posix", "path/win32"], native: None };
