//! `require`, `import` and how a program is started.

mod native;

use crate::runtime::Module;

pub(super) const MODULE: Module =
    Module { name: "module", public: &["module"], native: Some(native::native) };
