//! WebSocket's client.

mod native;

use crate::runtime::Module;

pub(super) const MODULE: Module = Module { name: "web_socket", public: &[], native: Some(native::native) };
