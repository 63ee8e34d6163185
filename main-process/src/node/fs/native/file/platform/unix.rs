#![allow(unsafe_code)]

use std::{
    ffi::CString,
    fs::{File, OpenOptions, Permissions},
    io,
    os::{
        fd::{AsRawFd, FromRawFd},
        unix::{
            ffi::OsStrExt,
            fs::{FileExt, MetadataExt, OpenOptionsExt, PermissionsExt, fchown},
        },
    },
    path::Path,
};

pub(crate) const READ_WRITE: i32 = libc::O_RDWR;

macro_rules! numbers {
    ($($name:ident $(= $number:literal)?,)*) => { &[$((stringify!($name), numbers!(@ $name $($number)?)),)*] };
    (@ $name:ident $number:literal) => { $number };
    (@ $name:ident) => { libc::$name as i32 };
}

#[cfg(target_os = "linux")]
pub(crate) const CONSTANTS: &[(&str, i32)] = numbers![
    O_RDONLY,
    O_WRONLY,
    O_RDWR,
    S_IFMT,
    S_IFREG,
    S_IFDIR,
    S_IFCHR,
    S_IFBLK,
    S_IFIFO,
    S_IFLNK,
    S_IFSOCK,
    O_CREAT,
    O_EXCL,
    UV_FS_O_FILEMAP = 0,
    O_NOCTTY,
    O_TRUNC,
    O_APPEND,
    O_DIRECTORY,
    O_NOATIME,
    O_NOFOLLOW,
    O_SYNC,
    O_DSYNC,
    O_DIRECT,
    O_NONBLOCK,
    S_IRWXU,
    S_IRUSR,
    S_IWUSR,
    S_IXUSR,
    S_IRWXG,
    S_IRGRP,
    S_IWGRP,
    S_IXGRP,
    S_IRWXO,
    S_IROTH,
    S_IWOTH,
    S_IXOTH,
];

#[cfg(target_os = "macos")]
pub(crate) const CONSTANTS: &[(&str, i32)] = numbers![
    O_RDONLY,
    O_WRONLY,
    O_RDWR,
    S_IFMT,
    S_IFREG,
    S_IFDIR,
    S_IFCHR,
    S_IFBLK,
    S_IFIFO,
    S_IFLNK,
    S_IFSOCK,
    O_CREAT,
    O_EXCL,
    UV_FS_O_FILEMAP = 0,
    O_NOCTTY,
    O_TRUNC,
    O_APPEND,
    O_DIRECTORY,
    O_NOFOLLOW,
    O_SYNC,
    O_DSYNC,
    O_SYMLINK,
    O_NONBLOCK,
    S_IRWXU,
    S_IRUSR,
    S_IWUSR,
    S_IXUSR,
    S_IRWXG,
    S_IRGRP,
    S_IWGRP,
    S_IXGRP,
    S_IRWXO,
    S_IROTH,
    S_IWOTH,
    S_IXOTH,
];

/// Flags as the system has them; the standard library refuses some combinations that it allows.
pub(crate) fn open(path: &Path, flags: i32, mode: u32) -> io::Result<File> {
    let path = CString::new(path.as_os_str().as_bytes())?;
    loop {
        // SAFETY: the path is terminated.
        let fd = unsafe { libc::open(path.as_ptr(), flags | libc::O_CLOEXEC, mode) };
        if fd >= 0 {
            // SAFETY: just opened, and nobody else's.
            return Ok(unsafe { File::from_raw_fd(fd) });
        }
        let error = io::Error::last_os_error();
        if error.kind() != io::ErrorKind::Interrupted {
            return Err(error);
        }
    }
}

pub(crate) fn read_at(file: &File, bytes: &mut [u8], position: u64) -> io::Result<usize> {
    file.read_at(bytes, position)
}

pub(crate) fn write_at(file: &File, bytes: &[u8], position: u64) -> io::Result<usize> {
    file.write_at(bytes, position)
}

pub(crate) fn set_mode(file: &File, mode: u32) -> io::Result<()> {
    file.set_permissions(Permissions::from_mode(mode))
}

/// `u32::MAX`, which is -1, leaves the one as it is.
pub(crate) fn set_owner(file: &File, uid: u32, gid: u32) -> io::Result<()> {
    let some = |id: u32| (id != u32::MAX).then_some(id);
    fchown(file, some(uid), some(gid))
}

/// The file to copy to, not yet emptied.
pub(crate) fn create_like(source: &File, path: &Path, exclusive: bool) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.write(true).mode(source.metadata()?.mode() & 0o7777);
    if exclusive { options.create_new(true) } else { options.create(true).truncate(false) }.open(path)
}

/// Shares the source's blocks, where the file system can.
#[cfg(target_os = "linux")]
pub(crate) fn clone(source: &File, target: &File) -> io::Result<()> {
    // SAFETY: both files are open.
    match unsafe { libc::ioctl(target.as_raw_fd(), libc::FICLONE, source.as_raw_fd()) } {
        0 => Ok(()),
        _ => Err(io::Error::last_os_error()),
    }
}

/// A clone must not exist before on this system, so that none can be had here.
#[cfg(target_os = "macos")]
pub(crate) fn clone(source: &File, target: &File) -> io::Result<()> {
    let _ = (source.as_raw_fd(), target.as_raw_fd());
    Err(io::Error::from_raw_os_error(libc::ENOSYS))
}
