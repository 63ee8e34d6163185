//! The system's own dialogs; every system has the same names.

#[cfg(target_os = "linux")]
mod linux;
#[cfg(target_os = "macos")]
mod macos;
#[cfg(any(target_os = "macos", windows))]
mod native;
#[cfg(windows)]
mod windows;

#[cfg(target_os = "linux")]
pub(super) use linux::*;
#[cfg(target_os = "macos")]
use macos as system;
#[cfg(any(target_os = "macos", windows))]
pub(super) use native::*;
#[cfg(windows)]
use self::windows as system;
