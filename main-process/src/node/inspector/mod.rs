//! What tells a program that nobody inspects it.

use crate::runtime::Module;

pub(super) const MODULE: Module =
    Module { name: "inspector", public: &["inspector", "inspector/promises"], native: None };
