//! The web's fetching.

use crate::runtime::Module;

pub(super) const MODULE: Module = Module { name: "fetch", public: &[], native: None };
