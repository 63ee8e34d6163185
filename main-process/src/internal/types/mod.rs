//! What kind of object a value really is, whatever it says of itself.

mod native;

use crate::runtime::Module;

pub(super) const MODULE: Module = Module { name: "types", public: &[], native: Some(native::native) };
