#![allow(unsafe_code)]

use std::{
    fs::{File, OpenOptions},
    io,
    mem::MaybeUninit,
    os::windows::{ffi::OsStrExt, fs::OpenOptionsExt, io::AsRawHandle},
    path::Path,
};

use windows_sys::Win32::{
    Foundation::FILETIME,
    Storage::FileSystem::{
        BY_HANDLE_FILE_INFORMATION, FILE_ATTRIBUTE_DIRECTORY, FILE_ATTRIBUTE_READONLY,
        FILE_ATTRIBUTE_REPARSE_POINT, FILE_FLAG_BACKUP_SEMANTICS, FILE_FLAG_OPEN_REPARSE_POINT,
        FILE_READ_ATTRIBUTES, FILE_TYPE_CHAR, FILE_TYPE_PIPE, GetDiskFreeSpaceExW,
        GetFileInformationByHandle, GetFileType,
    },
};

use super::Stat;

const DIRECTORY: i64 = 0o040_000;
const CHARACTER: i64 = 0o020_000;
const PIPE: i64 = 0o010_000;
const REGULAR: i64 = 0o100_000;
const SYMLINK: i64 = 0o120_000;
const BLOCK_SIZE: i64 = 4096;

pub(crate) fn stat(path: &Path) -> io::Result<Stat> {
    fstat(&open(path, FILE_FLAG_BACKUP_SEMANTICS)?)
}

pub(crate) fn lstat(path: &Path) -> io::Result<Stat> {
    let file = open(path, FILE_FLAG_BACKUP_SEMANTICS | FILE_FLAG_OPEN_REPARSE_POINT)?;
    let mut found = fstat(&file)?;
    // Reparse points that are no links (cloud files, for one) are what they stand for.
    if std::fs::symlink_metadata(path)?.file_type().is_symlink() {
        found.mode = SYMLINK | 0o777;
        found.size = std::fs::read_link(path)?.as_os_str().len() as i64;
    } else if file.metadata()?.file_type().is_dir() {
        found.mode = found.mode & !0o170_000 | DIRECTORY;
    }
    Ok(found)
}

fn open(path: &Path, flags: u32) -> io::Result<File> {
    OpenOptions::new().access_mode(FILE_READ_ATTRIBUTES).custom_flags(flags).open(path)
}

pub(crate) fn fstat(file: &File) -> io::Result<Stat> {
    // SAFETY: the handle is open.
    match unsafe { GetFileType(file.as_raw_handle()) } {
        FILE_TYPE_CHAR => return Ok(special(CHARACTER)),
        FILE_TYPE_PIPE => return Ok(special(PIPE)),
        _ => {}
    }
    let mut found = MaybeUninit::<BY_HANDLE_FILE_INFORMATION>::zeroed();
    // SAFETY: the handle is open, and the struct is valid when zeroed and filled on success.
    let found = unsafe {
        if GetFileInformationByHandle(file.as_raw_handle(), found.as_mut_ptr()) == 0 {
            return Err(io::Error::last_os_error());
        }
        found.assume_init()
    };
    let size = (i64::from(found.nFileSizeHigh) << 32) | i64::from(found.nFileSizeLow);
    Ok(Stat {
        dev: i64::from(found.dwVolumeSerialNumber),
        mode: mode_of(found.dwFileAttributes),
        nlink: i64::from(found.nNumberOfLinks),
        ino: (i64::from(found.nFileIndexHigh) << 32) | i64::from(found.nFileIndexLow),
        size,
        blocks: (size + BLOCK_SIZE - 1) / BLOCK_SIZE * (BLOCK_SIZE / 512),
        accessed: time_of(found.ftLastAccessTime),
        modified: time_of(found.ftLastWriteTime),
        changed: time_of(found.ftLastWriteTime),
        born: time_of(found.ftCreationTime),
        ..special(0)
    })
}

fn special(mode: i64) -> Stat {
    let epoch = (0, 0);
    Stat {
        dev: 0,
        mode,
        nlink: 1,
        uid: 0,
        gid: 0,
        rdev: 0,
        blksize: BLOCK_SIZE,
        ino: 0,
        size: 0,
        blocks: 0,
        accessed: epoch,
        modified: epoch,
        changed: epoch,
        born: epoch,
    }
}

fn mode_of(attributes: u32) -> i64 {
    let directory =
        attributes & FILE_ATTRIBUTE_DIRECTORY != 0 && attributes & FILE_ATTRIBUTE_REPARSE_POINT == 0;
    let readable = if attributes & FILE_ATTRIBUTE_READONLY != 0 { 0o444 } else { 0o666 };
    if directory { DIRECTORY | readable } else { REGULAR | readable }
}

/// Windows counts units of 100 ns since 1601.
fn time_of(time: FILETIME) -> (i64, i64) {
    const UNITS_PER_SECOND: i64 = 10_000_000;
    const SECONDS_TO_1970: i64 = 11_644_473_600;
    let units = (i64::from(time.dwHighDateTime) << 32) | i64::from(time.dwLowDateTime);
    (units.div_euclid(UNITS_PER_SECOND) - SECONDS_TO_1970, units.rem_euclid(UNITS_PER_SECOND) * 100)
}

/// Type, block size, blocks, free blocks, available blocks, files, free files; Windows knows only the sizes.
pub(crate) fn statfs(path: &Path) -> io::Result<[i64; 7]> {
    let wide: Vec<u16> = path.as_os_str().encode_wide().chain([0]).collect();
    let (mut available, mut total, mut free) = (0_u64, 0_u64, 0_u64);
    // SAFETY: the path is terminated, and each pointer is to a number of ours.
    if unsafe { GetDiskFreeSpaceExW(wide.as_ptr(), &mut available, &mut total, &mut free) } == 0 {
        return Err(io::Error::last_os_error());
    }
    let blocks = |bytes: u64| (bytes / BLOCK_SIZE as u64) as i64;
    Ok([0, BLOCK_SIZE, blocks(total), blocks(free), blocks(available), 0, 0])
}
