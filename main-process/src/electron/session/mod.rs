//! Electron's `session`: where pages keep what they store.

use crate::runtime::Module;

pub(super) const MODULE: Module = Module { name: "session", public: &[], native: None };
