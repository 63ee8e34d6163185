//! HTTP over TLS.

use crate::runtime::Module;

pub(super) const MODULE: Module = Module { name: "https", public: &["https"], native: None };
