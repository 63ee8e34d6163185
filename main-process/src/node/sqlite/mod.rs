//! SQLite databases.

mod native;

use crate::runtime::Module;

pub(super) const MODULE: Module =
    Module { name: "sqlite", public: &["sqlite"], native: Some(native::native) };
