#[cfg(not(any(target_os = "macos", windows)))]
mod linux;
#[cfg(target_os = "macos")]
mod macos;
#[cfg(windows)]
mod windows;

#[cfg(not(any(target_os = "macos", windows)))]
pub(super) use linux::{examine, install, manager};
#[cfg(target_os = "macos")]
pub(super) use macos::{examine, install, manager};
#[cfg(windows)]
pub(super) use windows::{examine, install, manager};
