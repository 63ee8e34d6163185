//! The names of the WebAssembly System Interface.

use crate::runtime::Module;

pub(super) const MODULE: Module = Module { name: "wasi", public: &["wasi"], native: None };
