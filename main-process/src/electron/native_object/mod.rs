//! What Electron's native classes have in common: events with a default, parts, and an end.

use crate::runtime::Module;

pub(super) const MODULE: Module = Module { name: "native_object", public: &[], native: None };
