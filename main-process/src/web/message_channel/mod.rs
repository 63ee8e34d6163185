//! `MessageChannel` and `MessagePort` within one thread.

use crate::runtime::Module;

pub(super) const MODULE: Module = Module { name: "message_channel", public: &[], native: None };
