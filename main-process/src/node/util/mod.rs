//! `util`. What Kaon leaves out is listed in `util.d.ts`.

use crate::runtime::Module;

pub(super) const MODULE: Module = Module { name: "util", public: &["util", "util/types"], native: None };
