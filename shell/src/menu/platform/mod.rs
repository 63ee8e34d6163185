//! Where menus are put and how they open; every system has the same names.

#[cfg(target_os = "linux")]
mod linux;
#[cfg(target_os = "macos")]
mod macos;
#[cfg(any(target_os = "macos", windows))]
mod native;
#[cfg(windows)]
mod windows;

#[cfg(windows)]
use self::windows as system;
#[cfg(windows)]
pub(super) use self::windows::*;
#[cfg(target_os = "linux")]
pub(super) use linux::*;
#[cfg(target_os = "macos")]
use macos as system;
#[cfg(target_os = "macos")]
pub(super) use macos::*;
#[cfg(any(target_os = "macos", windows))]
pub(super) use native::*;
