//! Paths as bytes, and files by number, once per family of systems.

#[cfg_attr(unix, path = "unix.rs")]
#[cfg_attr(windows, path = "windows.rs")]
mod imp;

pub(super) use imp::{adopt, borrow, bytes_of_path, os_handle, path_of_bytes, release};
