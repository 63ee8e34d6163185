//! The fake shell's other side, for the tests of modules: what the shell was asked, and events in its name.

mod native;

use crate::runtime::Module;

pub(super) const MODULE: Module =
    Module { name: "fake_host", public: &["kaon:test/host"], native: Some(native::native) };
