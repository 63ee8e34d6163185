//! Values as text: `util.inspect` and `util.format`, which errors and events need as well.

use crate::runtime::Module;

pub(super) const MODULE: Module = Module { name: "inspect", public: &[], native: None };
