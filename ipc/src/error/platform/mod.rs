//! System numbers to codes and back, once per system.

#[cfg(unix)]
mod unix;
#[cfg(unix)]
pub(super) use unix::{code, errno};

#[cfg(windows)]
mod windows;
#[cfg(windows)]
pub(super) use windows::{code, errno};
