//! What Node tells of its engine: here of ours, and V8's wire format.

mod native;

use crate::runtime::Module;

pub(super) const MODULE: Module = Module { name: "v8", public: &["v8"], native: Some(native::native) };
