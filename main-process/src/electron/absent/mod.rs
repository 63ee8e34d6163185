//! What Electron has and Kaon does not: it throws when it is used, and says its name.

use crate::runtime::Module;

pub(super) const MODULE: Module = Module { name: "absent", public: &[], native: None };
