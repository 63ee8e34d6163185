//! `cpus()`, `memory()`, `load_average()` and `uptime()`, once per system.

#[cfg_attr(target_os = "linux", path = "linux.rs")]
#[cfg_attr(target_os = "macos", path = "macos.rs")]
#[cfg_attr(windows, path = "windows.rs")]
mod imp;

pub(super) use super::{Cpu, Memory};
pub(in super::super) use imp::{cpus, load_average, memory, uptime};
