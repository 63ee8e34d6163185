//! Starting and ending programs, and our ends of their pipes, once per family of systems.

#[cfg_attr(unix, path = "unix.rs")]
#[cfg_attr(windows, path = "windows.rs")]
mod imp;

pub(super) use super::plan::{Exit, Plan, Stdio};
pub(super) use imp::{Child, End, Pipe, open_end, spawn};
