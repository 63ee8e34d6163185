//! `stat`, `lstat`, `fstat` and `statfs`, once per family of systems.

#[cfg_attr(unix, path = "unix.rs")]
#[cfg_attr(windows, path = "windows.rs")]
mod imp;

pub(super) use super::Stat;
pub(super) use imp::{fstat, lstat, stat, statfs};
