//! `Intl` and what depends on a locale. The facts about English in `en.json` are from the Unicode CLDR, Unicode License v3.

mod native;

use crate::runtime::Module;

pub(super) const MODULE: Module = Module { name: "intl", public: &[], native: Some(native::native) };
