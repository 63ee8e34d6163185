#![allow(unsafe_code)]

use std::{
    collections::BTreeMap,
    ffi::OsStr,
    fs::{self, File, FileType},
    io,
    mem::ManuallyDrop,
    ops::Deref,
    os::windows::io::{AsRawHandle, FromRawHandle},
    path::{Path, PathBuf},
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use windows_sys::Win32::Foundation::ERROR_INVALID_HANDLE;

pub(crate) fn path_of_bytes(bytes: &[u8]) -> PathBuf {
    PathBuf::from(String::from_utf8_lossy(bytes).into_owned())
}

pub(crate) fn bytes_of_path(path: &OsStr) -> Vec<u8> {
    path.to_string_lossy().into_owned().into_bytes()
}

/// Windows has handles; scripts want small numbers, from 3 on. The first three are the standard streams.
static OPEN: Mutex<BTreeMap<i32, Arc<File>>> = Mutex::new(BTreeMap::new());

fn open() -> MutexGuard<'static, BTreeMap<i32, Arc<File>>> {
    OPEN.lock().unwrap_or_else(PoisonError::into_inner)
}

/// A file in use. One that is closed meanwhile stays open until the call that uses it ends.
pub(crate) enum Lent {
    Open(Arc<File>),
    Standard(ManuallyDrop<File>),
}

impl Deref for Lent {
    type Target = File;

    fn deref(&self) -> &File {
        match self {
            Self::Open(file) => file,
            Self::Standard(file) => file,
        }
    }
}

pub(crate) fn borrow(fd: i32) -> io::Result<Lent> {
    if let Some(file) = open().get(&fd) {
        return Ok(Lent::Open(Arc::clone(file)));
    }
    let handle = match fd {
        0 => io::stdin().as_raw_handle(),
        1 => io::stdout().as_raw_handle(),
        2 => io::stderr().as_raw_handle(),
        _ => return Err(bad_file()),
    };
    if handle.is_null() {
        return Err(bad_file());
    }
    // SAFETY: the standard handles stay open, and the file is never dropped, so it is not closed here.
    Ok(Lent::Standard(ManuallyDrop::new(unsafe { File::from_raw_handle(handle) })))
}

fn bad_file() -> io::Error {
    io::Error::from_raw_os_error(ERROR_INVALID_HANDLE as i32)
}

/// Gives an open file its number; the caller owns it until [`release`].
pub(crate) fn adopt(file: File) -> io::Result<i32> {
    let mut open = open();
    let taken = open.keys().zip(3..).take_while(|(used, free)| *used == free).count();
    let fd = 3 + i32::try_from(taken).unwrap_or(i32::MAX - 3);
    open.insert(fd, Arc::new(file));
    Ok(fd)
}

pub(crate) fn release(fd: i32) -> io::Result<()> {
    match open().remove(&fd) {
        Some(_) => Ok(()),
        None if (0..3).contains(&fd) => Ok(()),
        None => Err(bad_file()),
    }
}

/// What the system itself calls this file.
pub(crate) fn os_handle(fd: i32) -> io::Result<i64> {
    Ok(borrow(fd)?.as_raw_handle() as i64)
}

/// Node sorts what it lists, except on Windows, where the file system does.
pub(crate) const LISTS_SORTED: bool = false;

/// A folder is watched with all that is in it.
pub(crate) const WATCHES_LATE: bool = false;

/// The system says that there is no such folder, also where a file has its name.
pub(crate) fn listing_error(error: io::Error, path: &Path) -> io::Error {
    if path.is_file() { io::ErrorKind::NotADirectory.into() } else { error }
}

pub(crate) fn make_directory(path: &Path, _mode: u32) -> io::Result<()> {
    fs::create_dir(path)
}

/// Folders hold nothing special here.
pub(crate) fn special_kind(_: FileType) -> u8 {
    0
}

/// Resolved paths come with a prefix that most programs do not understand.
pub(crate) fn shorten(path: PathBuf) -> PathBuf {
    let text = path.to_string_lossy();
    if let Some(share) = text.strip_prefix(r"\\?\UNC\") {
        return PathBuf::from(format!(r"\\{share}"));
    }
    match text.strip_prefix(r"\\?\") {
        Some(short) => PathBuf::from(short),
        None => path,
    }
}

/// Whether the path can be removed after what stood in the way was taken off: being read-only.
pub(crate) fn unlock(path: &Path) -> bool {
    let Ok(metadata) = fs::symlink_metadata(path) else { return false };
    let mut permissions = metadata.permissions();
    if !permissions.readonly() {
        return false;
    }
    #[allow(clippy::permissions_set_readonly_false)] // What the lint warns of is Unix'.
    permissions.set_readonly(false);
    fs::set_permissions(path, permissions).is_ok()
}
