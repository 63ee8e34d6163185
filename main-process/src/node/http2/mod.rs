//! HTTP/2: its constants.

use crate::runtime::Module;

pub(super) const MODULE: Module = Module { name: "http2", public: &["http2"], native: None };
