//! Where systems differ about UDP.

#[cfg_attr(unix, path = "unix.rs")]
#[cfg_attr(windows, path = "windows.rs")]
mod imp;

pub(super) use imp::{disconnect, fd_of, open_fd, set_source_membership_v6, share_address, share_port};
