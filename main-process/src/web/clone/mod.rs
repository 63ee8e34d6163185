//! `structuredClone`, and what the codec in `runtime` cannot do without a script.

mod native;

use crate::runtime::Module;

pub(super) const MODULE: Module = Module { name: "clone", public: &[], native: Some(native::native) };
