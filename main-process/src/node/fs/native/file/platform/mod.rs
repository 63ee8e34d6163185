//! Opening, positions, modes and owners of files, once per family of systems.

#[cfg_attr(unix, path = "unix.rs")]
#[cfg_attr(windows, path = "windows.rs")]
mod imp;

pub(super) use imp::{
    CONSTANTS, READ_WRITE, clone, create_like, open, read_at, set_mode, set_owner, write_at,
};
