#![allow(unsafe_code)]

use std::{
    ffi::{OsStr, OsString},
    fs::{DirBuilder, File, FileType},
    io,
    mem::ManuallyDrop,
    os::{
        fd::{FromRawFd, IntoRawFd},
        unix::{
            ffi::{OsStrExt, OsStringExt},
            fs::{DirBuilderExt, FileTypeExt},
        },
    },
    path::{Path, PathBuf},
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

/// Node sorts what it lists, except on Windows, where the file system does.
pub(crate) const LISTS_SORTED: bool = true;

/// New folders in a watched one are watched one by one, some time after they appear.
pub(crate) const WATCHES_LATE: bool = cfg!(target_os = "linux");

pub(crate) fn listing_error(error: io::Error, _: &Path) -> io::Error {
    error
}

pub(crate) fn make_directory(path: &Path, mode: u32) -> io::Result<()> {
    DirBuilder::new().mode(mode).create(path)
}

/// Pipes, sockets and devices, in Node's numbers for them.
pub(crate) fn special_kind(kind: FileType) -> u8 {
    if kind.is_fifo() {
        4
    } else if kind.is_socket() {
        5
    } else if kind.is_char_device() {
        6
    } else if kind.is_block_device() {
        7
    } else {
        0
    }
}

/// Resolved paths are as short as they get here.
pub(crate) fn shorten(path: PathBuf) -> PathBuf {
    path
}

/// Whether the path can be removed after what stood in the way was taken off: nothing here.
pub(crate) fn unlock(_: &Path) -> bool {
    false
}
