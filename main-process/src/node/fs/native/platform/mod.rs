//! Paths as bytes, and files by number, once per family of systems.

#[cfg_attr(unix, path = "unix.rs")]
#[cfg_attr(windows, path = "windows.rs")]
mod imp;

pub(super) use imp::{
    LISTS_SORTED, WATCHES_LATE, adopt, borrow, bytes_of_path, listing_error, make_directory, os_handle,
    path_of_bytes, release, shorten, special_kind, unlock,
};
