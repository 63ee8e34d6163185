//! What Electron adds to `process`.

use crate::runtime::Module;

pub(super) const MODULE: Module = Module { name: "process_extras", public: &[], native: None };
