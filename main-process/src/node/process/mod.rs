//! Node's `process`, which is a global as well.

mod native;

use crate::runtime::Module;

pub(super) const MODULE: Module =
    Module { name: "process", public: &["process"], native: Some(native::native) };
