//! `URLPattern`, as <https://urlpattern.spec.whatwg.org> defines it.

use crate::runtime::Module;

pub(super) const MODULE: Module = Module { name: "url_pattern", public: &[], native: None };
