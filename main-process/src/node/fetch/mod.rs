//! The global `fetch`, over Node's own HTTP.

use crate::runtime::Module;

pub(super) const MODULE: Module = Module { name: "fetch", public: &[], native: None };
