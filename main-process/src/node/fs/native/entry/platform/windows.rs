use std::{
    fs::{self, FileTimes, OpenOptions},
    io,
    os::windows::{
        self,
        fs::{FileTypeExt, OpenOptionsExt},
    },
    path::Path,
};

use windows_sys::Win32::{
    Foundation::{ERROR_ACCESS_DENIED, ERROR_NOT_SUPPORTED},
    Storage::FileSystem::{FILE_FLAG_BACKUP_SEMANTICS, FILE_FLAG_OPEN_REPARSE_POINT, FILE_WRITE_ATTRIBUTES},
};

use super::Time;

const WRITABLE: i32 = 2;

pub(crate) fn access(path: &Path, mode: i32) -> io::Result<()> {
    let metadata = fs::metadata(path)?;
    if mode & WRITABLE != 0 && metadata.permissions().readonly() && !metadata.is_dir() {
        return Err(denied());
    }
    Ok(())
}

fn denied() -> io::Error {
    io::Error::from_raw_os_error(ERROR_ACCESS_DENIED as i32)
}

const FILE: i32 = 0;
const JUNCTION: i32 = 2;

/// A junction needs no privilege, but leads to whole paths only.
pub(crate) fn symlink(target: &Path, path: &Path, kind: i32) -> io::Result<()> {
    match kind {
        FILE => windows::fs::symlink_file(target, path),
        JUNCTION => junction::create(target, path),
        _ => windows::fs::symlink_dir(target, path),
    }
}

/// A link to a folder is removed as a folder is.
pub(crate) fn unlink(path: &Path) -> io::Result<()> {
    let kind = fs::symlink_metadata(path)?.file_type();
    if kind.is_symlink_dir() {
        return fs::remove_dir(path);
    }
    if kind.is_dir() {
        return Err(denied());
    }
    fs::remove_file(path)
}

pub(crate) fn chmod(path: &Path, mode: u32) -> io::Result<()> {
    let mut permissions = fs::metadata(path)?.permissions();
    permissions.set_readonly(mode & 0o200 == 0);
    fs::set_permissions(path, permissions)
}

pub(crate) fn lchmod(_: &Path, _: u32) -> io::Result<()> {
    Err(io::Error::from_raw_os_error(ERROR_NOT_SUPPORTED as i32))
}

/// Owners are no numbers here; Node ignores them, too.
pub(crate) fn chown(_: &Path, _: u32, _: u32) -> io::Result<()> {
    Ok(())
}

pub(crate) fn lchown(_: &Path, _: u32, _: u32) -> io::Result<()> {
    Ok(())
}

pub(crate) fn set_times(path: &Path, [accessed, modified]: [Time; 2], follow: bool) -> io::Result<()> {
    let link = if follow { 0 } else { FILE_FLAG_OPEN_REPARSE_POINT };
    let flags = FILE_FLAG_BACKUP_SEMANTICS | link;
    let file = OpenOptions::new().access_mode(FILE_WRITE_ATTRIBUTES).custom_flags(flags).open(path)?;
    file.set_times(FileTimes::new().set_accessed(accessed.system()).set_modified(modified.system()))
}

/// What the standard library does not offer yet.
mod junction {
    #![allow(unsafe_code)]

    use std::{
        fs::{self, OpenOptions},
        io,
        os::windows::{ffi::OsStrExt, fs::OpenOptionsExt, io::AsRawHandle},
        path::Path,
        ptr::null_mut,
    };

    use windows_sys::Win32::{
        Foundation::GENERIC_WRITE,
        Storage::FileSystem::{FILE_FLAG_BACKUP_SEMANTICS, FILE_FLAG_OPEN_REPARSE_POINT},
        System::{IO::DeviceIoControl, Ioctl::FSCTL_SET_REPARSE_POINT},
    };

    const MOUNT_POINT: u32 = 0xa000_0003;

    pub(super) fn create(target: &Path, path: &Path) -> io::Result<()> {
        fs::create_dir(path)?;
        let outcome = point(&std::path::absolute(target)?, path);
        if outcome.is_err() {
            // The folder was only made to become the junction.
            let _ = fs::remove_dir(path);
        }
        outcome
    }

    fn point(target: &Path, path: &Path) -> io::Result<()> {
        let shown: Vec<u16> = target.as_os_str().encode_wide().collect();
        let real: Vec<u16> = "\\??\\".encode_utf16().chain(shown.iter().copied()).collect();
        let record = record(&real, &shown);
        let flags = FILE_FLAG_BACKUP_SEMANTICS | FILE_FLAG_OPEN_REPARSE_POINT;
        let folder = OpenOptions::new().access_mode(GENERIC_WRITE).custom_flags(flags).open(path)?;
        let (code, length, mut used) = (FSCTL_SET_REPARSE_POINT, record.len() as u32, 0);
        // SAFETY: the handle is open, and the system reads `length` bytes of ours.
        let done = unsafe {
            let data = record.as_ptr().cast();
            DeviceIoControl(folder.as_raw_handle(), code, data, length, null_mut(), 0, &mut used, null_mut())
        };
        if done == 0 { Err(io::Error::last_os_error()) } else { Ok(()) }
    }

    /// Tag, length of what follows; then where both names lie, and the names, each terminated.
    fn record(real: &[u16], shown: &[u16]) -> Vec<u8> {
        let bytes = |units: usize| (units * 2) as u16;
        let names = bytes(real.len() + 1 + shown.len() + 1);
        let mut record = MOUNT_POINT.to_le_bytes().to_vec();
        let fields = [8 + names, 0, 0, bytes(real.len()), bytes(real.len() + 1), bytes(shown.len())];
        let units =
            fields.into_iter().chain(real.iter().copied()).chain([0]).chain(shown.iter().copied()).chain([0]);
        record.extend(units.flat_map(u16::to_le_bytes));
        record
    }
}
