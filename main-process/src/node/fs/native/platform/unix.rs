#![allow(unsafe_code)]

use std::{
    ffi::{OsStr, OsString},
    fs::File,
    io,
    mem::ManuallyDrop,
    os::{
        fd::{FromRawFd, IntoRawFd},
        unix::ffi::{OsStrExt, OsStringExt},
    },
    path::PathBuf,
};

pub(crate) fn path_of_bytes(bytes: &[u8]) -> PathBuf {
    PathBuf::from(OsString::from_vec(bytes.to_vec()))
}

pub(crate) fn bytes_of_path(path: &OsStr) -> Vec<u8> {
    path.as_bytes().to_vec()
}

/// Lends the file with this number; whoever closes it meanwhile makes the calls fail, as the system does.
pub(crate) fn borrow(fd: i32) -> io::Result<ManuallyDrop<File>> {
    if fd < 0 {
        return Err(io::Error::from_raw_os_error(libc::EBADF));
    }
    // SAFETY: the number is not negative, and the file is never dropped, so it is not closed here. A number that is not
    // open is an error of the system call, not undefined behaviour.
    Ok(ManuallyDrop::new(unsafe { File::from_raw_fd(fd) }))
}

/// Gives an open file its number; the caller owns it until [`release`].
pub(crate) fn adopt(file: File) -> io::Result<i32> {
    Ok(file.into_raw_fd())
}

pub(crate) fn release(fd: i32) -> io::Result<()> {
    // SAFETY: a plain system call; the scripts own the numbers that they close.
    match unsafe { libc::close(fd) } {
        0 => Ok(()),
        // The number is free again whatever interrupted it.
        _ => match io::Error::last_os_error() {
            error if error.raw_os_error() == Some(libc::EINTR) => Ok(()),
            error => Err(error),
        },
    }
}

/// What the system itself calls this file.
pub(crate) fn os_handle(fd: i32) -> io::Result<i64> {
    Ok(i64::from(fd))
}
