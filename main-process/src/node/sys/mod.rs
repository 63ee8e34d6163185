//! The old name of util.

use crate::runtime::Module;

pub(super) const MODULE: Module = Module { name: "sys", public: &["sys"], native: None };
