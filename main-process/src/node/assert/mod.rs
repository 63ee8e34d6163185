//! `assert`. What Kaon leaves out is listed in `assert.d.ts`.

use crate::runtime::Module;

pub(super) const MODULE: Module =
    Module { name: "assert", public: &["assert", "assert/strict"], native: None };
