#[cfg(unix)]
mod unix;
#[cfg(windows)]
mod windows;

#[cfg(unix)]
pub(super) use unix::echoing_runtime;
#[cfg(windows)]
pub(super) use windows::echoing_runtime;
