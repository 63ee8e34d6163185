//! Each system's resolver. Failures are libuv's numbers, which scripts get as `errno`.

#[cfg_attr(unix, path = "unix.rs")]
#[cfg_attr(windows, path = "windows.rs")]
mod imp;

pub(super) use imp::{ADDRCONFIG, ALL, V4MAPPED, addresses, hosts_file, name, servers};

pub(super) const EAI_AGAIN: i32 = -3001;
pub(super) const EAI_BADFLAGS: i32 = -3002;
pub(super) const EAI_FAIL: i32 = -3004;
pub(super) const EAI_FAMILY: i32 = -3005;
pub(super) const EAI_MEMORY: i32 = -3006;
pub(super) const EAI_NODATA: i32 = -3007;
pub(super) const EAI_NONAME: i32 = -3008;
pub(super) const EAI_SERVICE: i32 = -3010;
pub(super) const EAI_SOCKTYPE: i32 = -3011;
