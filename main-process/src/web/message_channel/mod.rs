//! `MessageChannel` and `MessagePort`, whose two ends may be on two threads.

mod broadcast;
mod native;

use crate::runtime::Module;

pub(super) const MODULE: Module =
    Module { name: "message_channel", public: &[], native: Some(native::native) };
