//! Waiting for connections.

mod platform;

pub(super) use platform::*;
