//! `node:test`.

use crate::runtime::Module;

pub(super) const MODULE: Module = Module { name: "test", public: &["test", "test/reporters"], native: None };
