mod native;

use crate::runtime::Module;

pub(super) const MODULE: Module =
    Module { name: "buffer", public: &["buffer"], native: Some(native::native) };
