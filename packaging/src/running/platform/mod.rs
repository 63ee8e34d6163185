#[cfg(unix)]
mod unix;
#[cfg(windows)]
mod windows;

#[cfg(unix)]
pub(super) use unix::{apart, ask_to_end, end, exit_code, signal};
#[cfg(windows)]
pub(super) use windows::{apart, ask_to_end, end, exit_code, signal};
