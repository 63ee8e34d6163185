//! Every error Kaon's modules throw: Node's codes, classes and texts, and the stack format of V8.

mod native;

use crate::runtime::Module;

pub(super) const MODULE: Module = Module { name: "errors", public: &[], native: Some(native::native) };
