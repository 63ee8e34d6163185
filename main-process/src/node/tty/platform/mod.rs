//! The terminal, once per family of systems.

#[cfg_attr(unix, path = "unix.rs")]
#[cfg_attr(windows, path = "windows.rs")]
mod imp;

pub(super) use imp::{Sizes, is_terminal, set_raw_mode, window_size};
