mod native;

use crate::runtime::Module;

pub(super) const MODULE: Module = Module { name: "encoding", public: &[], native: Some(native::native) };
