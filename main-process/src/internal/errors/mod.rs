//! Every error Kaon's modules throw: Node's codes, classes and texts, and the stack format of V8.

use crate::runtime::Module;

pub(super) const MODULE: Module = Module { name: "errors", public: &[], native: None };
