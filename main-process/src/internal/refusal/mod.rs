//! Members of a module that Kaon leaves out on purpose.

use crate::runtime::Module;

pub(super) const MODULE: Module = Module { name: "refusal", public: &[], native: None };
