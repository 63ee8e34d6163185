//! `Event`, `EventTarget`, `CustomEvent`, `DOMException`, `AbortController`, `AbortSignal`: globals, no public module.

use crate::runtime::Module;

pub(super) const MODULE: Module = Module { name: "events", public: &[], native: None };
