//! Users and groups by name, once per family of systems.

#[cfg_attr(unix, path = "unix.rs")]
#[cfg_attr(windows, path = "windows.rs")]
mod imp;

pub(super) use imp::{group_id, init_groups, set_groups, set_id, user_id};
