mod native;

use crate::runtime::Module;

pub(super) const MODULE: Module = Module { name: "url", public: &[], native: Some(native::native) };
