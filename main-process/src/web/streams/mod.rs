//! The web's streams, by the Streams Standard.

use crate::runtime::Module;

pub(super) const MODULE: Module = Module { name: "streams", public: &[], native: None };
