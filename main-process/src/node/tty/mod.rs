//! Node's `tty`.

mod native;
mod platform;

use crate::runtime::Module;

pub(super) const MODULE: Module = Module { name: "tty", public: &["tty"], native: Some(native::native) };
