//! Events that a server sends over a response that does not end.

use crate::runtime::Module;

pub(super) const MODULE: Module = Module { name: "event_source", public: &[], native: None };
