//! What `net` and `dgram` share: addresses as scripts give and get them, and statuses as libuv numbers them.

mod address;
mod platform;
mod status;

pub(crate) use address::{parse, shown};
pub(crate) use status::{errno, status, status_of};
