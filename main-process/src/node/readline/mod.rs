//! `node:readline`.

use crate::runtime::Module;

pub(super) const MODULE: Module =
    Module { name: "readline", public: &["readline", "readline/promises"], native: None };
