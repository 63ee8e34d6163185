//! The structured-clone codec as scripts use it, and what it cannot do without a script.

mod native;

use crate::runtime::Module;

pub(super) const MODULE: Module = Module { name: "clone", public: &[], native: Some(native::native) };
