//! Electron's `app`.

mod folders;
mod instance;
mod native;
mod platform;

use crate::runtime::Module;

pub(super) const MODULE: Module = Module { name: "app", public: &[], native: Some(native::native) };
