//! What tells a program that it is no member of a cluster.

use crate::runtime::Module;

pub(super) const MODULE: Module = Module { name: "cluster", public: &["cluster"], native: None };
