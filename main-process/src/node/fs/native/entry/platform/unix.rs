#![allow(unsafe_code)]

use std::{
    ffi::CString,
    fs::{self, Permissions},
    io,
    os::unix::{self, ffi::OsStrExt, fs::PermissionsExt},
    path::Path,
};

use super::Time;

fn terminated(path: &Path) -> io::Result<CString> {
    Ok(CString::new(path.as_os_str().as_bytes())?)
}

fn outcome(code: i32) -> io::Result<()> {
    if code == 0 { Ok(()) } else { Err(io::Error::last_os_error()) }
}

pub(crate) fn access(path: &Path, mode: i32) -> io::Result<()> {
    let path = terminated(path)?;
    // SAFETY: the path is terminated.
    outcome(unsafe { libc::access(path.as_ptr(), mode) })
}

/// The kind of link is for Windows alone.
pub(crate) fn symlink(target: &Path, path: &Path, _kind: i32) -> io::Result<()> {
    unix::fs::symlink(target, path)
}

pub(crate) fn unlink(path: &Path) -> io::Result<()> {
    fs::remove_file(path)
}

pub(crate) fn chmod(path: &Path, mode: u32) -> io::Result<()> {
    fs::set_permissions(path, Permissions::from_mode(mode))
}

pub(crate) fn lchmod(path: &Path, mode: u32) -> io::Result<()> {
    let path = terminated(path)?;
    // SAFETY: the path is terminated.
    outcome(unsafe {
        libc::fchmodat(libc::AT_FDCWD, path.as_ptr(), mode as libc::mode_t, libc::AT_SYMLINK_NOFOLLOW)
    })
}

/// `u32::MAX`, which is -1, leaves the one as it is.
pub(crate) fn chown(path: &Path, uid: u32, gid: u32) -> io::Result<()> {
    unix::fs::chown(path, Some(uid), Some(gid))
}

pub(crate) fn lchown(path: &Path, uid: u32, gid: u32) -> io::Result<()> {
    unix::fs::lchown(path, Some(uid), Some(gid))
}

pub(crate) fn set_times(path: &Path, times: [Time; 2], follow: bool) -> io::Result<()> {
    let path = terminated(path)?;
    let times = times.map(|time| {
        let (seconds, nanoseconds) = time.parts();
        libc::timespec { tv_sec: seconds as libc::time_t, tv_nsec: nanoseconds as _ }
    });
    let flags = if follow { 0 } else { libc::AT_SYMLINK_NOFOLLOW };
    // SAFETY: the path is terminated, and there are the two times that the call reads.
    outcome(unsafe { libc::utimensat(libc::AT_FDCWD, path.as_ptr(), times.as_ptr(), flags) })
}
