//! The port to the shell, as scripts see it.

mod messages;
mod native;

use crate::runtime::Module;

pub(super) const MODULE: Module = Module { name: "host", public: &[], native: Some(native::native) };
