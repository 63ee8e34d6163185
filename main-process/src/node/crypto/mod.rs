mod native;

use crate::runtime::Module;

pub(super) const MODULE: Module =
    Module { name: "crypto", public: &["crypto"], native: Some(native::native) };
