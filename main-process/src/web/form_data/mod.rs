//! The web's forms, and both ways in which they are sent.

mod native;

use crate::runtime::Module;

pub(super) const MODULE: Module = Module { name: "form_data", public: &[], native: Some(native::native) };
