//! Starting and ending programs, once per family of systems.

#[cfg_attr(unix, path = "unix.rs")]
#[cfg_attr(windows, path = "windows.rs")]
mod imp;

pub(super) use super::{
    pipe::End,
    plan::{Exit, Plan, Stdio},
};
pub(super) use imp::{Child, spawn};
