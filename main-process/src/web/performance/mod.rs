mod native;

use crate::runtime::Module;

pub(super) const MODULE: Module = Module { name: "performance", public: &[], native: Some(native::native) };
