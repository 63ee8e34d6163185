//! Names of network interfaces, once per family of systems.

#[cfg_attr(unix, path = "unix.rs")]
#[cfg_attr(windows, path = "windows.rs")]
mod imp;

pub(super) use imp::{interface_index, interface_name};
