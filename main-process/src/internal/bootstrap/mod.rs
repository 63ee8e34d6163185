//! The first script to run: it makes `require` for the built-in scripts, sets up the globals, and runs the entry.

use crate::runtime::Module;

pub(super) const MODULE: Module = Module { name: "bootstrap", public: &[], native: None };
