#[cfg(unix)]
mod unix;
#[cfg(windows)]
mod windows;

#[cfg(unix)]
pub(super) use unix::{Listening, listen};
#[cfg(windows)]
pub(super) use windows::{Listening, listen};
