//! The global `navigator`: what programs ask of the browser they run in.

use crate::runtime::Module;

pub(super) const MODULE: Module = Module { name: "navigator", public: &[], native: None };
