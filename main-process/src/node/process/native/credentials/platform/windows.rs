//! Windows knows no such numbers; scripts have none of these functions there.

use std::io;

pub(crate) fn user_id(_name: &str) -> Option<u32> {
    None
}

pub(crate) fn group_id(_name: &str) -> Option<u32> {
    None
}

pub(crate) fn set_id(_which: &str, _id: u32) -> io::Result<()> {
    Err(io::ErrorKind::Unsupported.into())
}

pub(crate) fn set_groups(_groups: &[u32]) -> io::Result<()> {
    Err(io::ErrorKind::Unsupported.into())
}

pub(crate) fn init_groups(_user: u32, _group: u32) -> io::Result<()> {
    Err(io::ErrorKind::Unsupported.into())
}
