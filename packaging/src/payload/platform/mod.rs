#[cfg(unix)]
mod unix;
#[cfg(windows)]
mod windows;

#[cfg(unix)]
pub(super) use unix::is_executable;
#[cfg(windows)]
pub(super) use windows::is_executable;
