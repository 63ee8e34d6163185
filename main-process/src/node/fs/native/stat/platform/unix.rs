#![allow(unsafe_code)]

use std::{
    ffi::CString,
    fs::{self, File, Metadata},
    io,
    mem::MaybeUninit,
    os::unix::{ffi::OsStrExt, fs::MetadataExt},
    path::Path,
    time::UNIX_EPOCH,
};

use super::Stat;

pub(crate) fn stat(path: &Path) -> io::Result<Stat> {
    fs::metadata(path).map(|metadata| of_metadata(&metadata))
}

pub(crate) fn lstat(path: &Path) -> io::Result<Stat> {
    fs::symlink_metadata(path).map(|metadata| of_metadata(&metadata))
}

pub(crate) fn fstat(file: &File) -> io::Result<Stat> {
    file.metadata().map(|metadata| of_metadata(&metadata))
}

fn of_metadata(found: &Metadata) -> Stat {
    let born = found.created().ok().and_then(|time| time.duration_since(UNIX_EPOCH).ok()).unwrap_or_default();
    Stat {
        dev: found.dev() as i64,
        mode: i64::from(found.mode()),
        nlink: found.nlink() as i64,
        uid: i64::from(found.uid()),
        gid: i64::from(found.gid()),
        rdev: found.rdev() as i64,
        blksize: found.blksize() as i64,
        ino: found.ino() as i64,
        size: found.size() as i64,
        blocks: found.blocks() as i64,
        accessed: (found.atime(), found.atime_nsec()),
        modified: (found.mtime(), found.mtime_nsec()),
        changed: (found.ctime(), found.ctime_nsec()),
        born: (born.as_secs() as i64, i64::from(born.subsec_nanos())),
    }
}

/// Type, block size, blocks, free blocks, available blocks, files, free files.
#[allow(clippy::unnecessary_cast)]
pub(crate) fn statfs(path: &Path) -> io::Result<[i64; 7]> {
    let path = CString::new(path.as_os_str().as_bytes())?;
    let mut found = MaybeUninit::<libc::statfs>::zeroed();
    // SAFETY: the path is terminated, and the struct is valid when zeroed and filled on success.
    let found = unsafe {
        if libc::statfs(path.as_ptr(), found.as_mut_ptr()) != 0 {
            return Err(io::Error::last_os_error());
        }
        found.assume_init()
    };
    Ok([
        found.f_type as i64,
        found.f_bsize as i64,
        found.f_blocks as i64,
        found.f_bfree as i64,
        found.f_bavail as i64,
        found.f_files as i64,
        found.f_ffree as i64,
    ])
}
