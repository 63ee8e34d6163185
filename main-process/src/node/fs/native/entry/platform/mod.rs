//! Access, links, modes, owners and times by path, once per family of systems.

#[cfg_attr(unix, path = "unix.rs")]
#[cfg_attr(windows, path = "windows.rs")]
mod imp;

use super::Time;
pub(in super::super) use imp::unlink;
pub(super) use imp::{access, chmod, chown, lchmod, lchown, set_times, symlink};
