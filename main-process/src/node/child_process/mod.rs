//! Other programs.

mod native;

use crate::runtime::Module;

pub(super) const MODULE: Module =
    Module { name: "child_process", public: &["child_process"], native: Some(native::native) };
