//! Processes, users and measures, once per family of systems.

#[cfg_attr(unix, path = "unix.rs")]
#[cfg_attr(windows, path = "windows.rs")]
mod imp;

pub(super) use imp::{
    Signals, act_by_default, groups, ids, kill, kind_of, memory, parent, resident, umask, usage, variable,
};
