//! Names, users and priorities, once per family of systems.

#[cfg_attr(unix, path = "unix.rs")]
#[cfg_attr(windows, path = "windows.rs")]
mod imp;

pub(super) use imp::{TYPE, homedir, hostname, machine, priority, release, set_priority, user, version};

/// Who runs this. Names are bytes, since no system promises an encoding.
pub(super) struct User {
    pub(super) uid: f64,
    pub(super) gid: f64,
    pub(super) name: Vec<u8>,
    pub(super) home: Vec<u8>,
    pub(super) shell: Option<Vec<u8>>,
}
