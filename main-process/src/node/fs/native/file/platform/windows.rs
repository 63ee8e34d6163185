use std::{
    fs::{File, OpenOptions},
    io::{self, Seek, SeekFrom},
    os::windows::fs::{FileExt, OpenOptionsExt},
    path::Path,
};

use windows_sys::Win32::{
    Foundation::{ERROR_ACCESS_DENIED, ERROR_HANDLE_EOF, ERROR_NOT_SUPPORTED, GENERIC_READ},
    Storage::FileSystem::{FILE_ATTRIBUTE_READONLY, FILE_FLAG_BACKUP_SEMANTICS},
};

pub(crate) const READ_WRITE: i32 = O_RDWR;

const O_RDONLY: i32 = 0;
const O_WRONLY: i32 = 1;
const O_RDWR: i32 = 2;
const O_APPEND: i32 = 8;
const O_CREAT: i32 = 256;
const O_TRUNC: i32 = 512;
const O_EXCL: i32 = 1024;

pub(crate) const CONSTANTS: &[(&str, i32)] = &[
    ("O_RDONLY", O_RDONLY),
    ("O_WRONLY", O_WRONLY),
    ("O_RDWR", O_RDWR),
    ("S_IFMT", 0o170_000),
    ("S_IFREG", 0o100_000),
    ("S_IFDIR", 0o040_000),
    ("S_IFCHR", 0o020_000),
    ("S_IFIFO", 0o010_000),
    ("S_IFLNK", 0o120_000),
    ("O_CREAT", O_CREAT),
    ("O_EXCL", O_EXCL),
    ("UV_FS_O_FILEMAP", 0x2000_0000),
    ("O_TRUNC", O_TRUNC),
    ("O_APPEND", O_APPEND),
    ("S_IRUSR", 0o400),
    ("S_IWUSR", 0o200),
];

/// The C runtime's flags as the system's options; one that asks for nothing but reading may be a folder.
pub(crate) fn open(path: &Path, flags: i32, mode: u32) -> io::Result<File> {
    let mut options = OpenOptions::new();
    let access = flags & 3;
    let append = flags & O_APPEND != 0 && access != O_RDONLY;
    options.read(access != O_WRONLY).append(append).write(access != O_RDONLY && !append);
    if flags & O_CREAT != 0 {
        if access == O_RDONLY {
            // The standard library creates for writers only.
            options.write(true).access_mode(GENERIC_READ);
        }
        if mode & 0o200 == 0 {
            options.attributes(FILE_ATTRIBUTE_READONLY);
        }
        if flags & O_EXCL != 0 {
            options.create_new(true)
        } else {
            options.create(true)
        };
    } else if access == O_RDONLY {
        options.custom_flags(FILE_FLAG_BACKUP_SEMANTICS);
    }
    options.truncate(flags & O_TRUNC != 0 && access != O_RDONLY && !append);
    let file = options.open(path)?;
    if append && flags & O_TRUNC != 0 {
        file.set_len(0)?;
    }
    Ok(file)
}

pub(crate) fn read_at(file: &File, bytes: &mut [u8], position: u64) -> io::Result<usize> {
    in_place(file, || file.seek_read(bytes, position)).or_else(at_end)
}

fn at_end(error: io::Error) -> io::Result<usize> {
    if error.raw_os_error() == Some(ERROR_HANDLE_EOF as i32) { Ok(0) } else { Err(error) }
}

pub(crate) fn write_at(file: &File, bytes: &[u8], position: u64) -> io::Result<usize> {
    in_place(file, || file.seek_write(bytes, position))
}

/// Reading and writing elsewhere moves the file's own position here, which nobody asked for.
fn in_place<T>(mut file: &File, call: impl FnOnce() -> io::Result<T>) -> io::Result<T> {
    let before = file.stream_position();
    let outcome = call();
    if let Ok(position) = before {
        file.seek(SeekFrom::Start(position))?;
    }
    outcome
}

/// All that a mode says here is whether the file may be written.
pub(crate) fn set_mode(file: &File, mode: u32) -> io::Result<()> {
    let mut permissions = file.metadata()?.permissions();
    permissions.set_readonly(mode & 0o200 == 0);
    file.set_permissions(permissions)
}

/// Owners are no numbers here; Node ignores them, too.
#[allow(clippy::unnecessary_wraps)]
pub(crate) fn set_owner(_: &File, _: u32, _: u32) -> io::Result<()> {
    Ok(())
}

/// The file to copy to, not yet emptied.
pub(crate) fn create_like(source: &File, path: &Path, exclusive: bool) -> io::Result<File> {
    if source.metadata()?.is_dir() {
        return Err(io::Error::from_raw_os_error(ERROR_ACCESS_DENIED as i32));
    }
    let mut options = OpenOptions::new();
    options.write(true);
    if exclusive { options.create_new(true) } else { options.create(true).truncate(false) }.open(path)
}

pub(crate) fn clone(_: &File, _: &File) -> io::Result<()> {
    Err(io::Error::from_raw_os_error(ERROR_NOT_SUPPORTED as i32))
}
