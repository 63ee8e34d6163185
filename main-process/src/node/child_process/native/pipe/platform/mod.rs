//! Our ends of pipes, once per family of systems.

#[cfg_attr(unix, path = "unix.rs")]
#[cfg_attr(windows, path = "windows.rs")]
mod imp;

pub(in super::super) use imp::{End, Pipe, create_channel, open_channel, release_channel};
