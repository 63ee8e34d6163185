//! `kaon:test`: how the tests beside the modules are written and counted.

use crate::runtime::Module;

pub(super) const MODULE: Module = Module { name: "test", public: &["kaon:test"], native: None };
