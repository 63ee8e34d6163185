//! Removing whole trees.

use std::{fs, io, path::Path, thread::sleep, time::Duration};

use rquickjs::Result;

use super::{
    entry::unlink,
    op::{Named, Ops, PathArg},
    platform,
};

/// The operation returns whether it left the path alone because that is a folder.
pub(super) fn add(ops: &Ops<'_, '_>) -> Result<()> {
    ops.add("rm", |(path, force, recursive, retries, delay): (PathArg, bool, bool, u32, u32)| {
        let path = path.as_ref();
        match fs::symlink_metadata(path) {
            Err(error) if force && error.kind() == io::ErrorKind::NotFound => Ok(false),
            Ok(metadata) if metadata.is_dir() && !recursive => Ok(true),
            found => {
                found.at("lstat", path)?;
                Patience { retries, delay }.remove(path).map(|()| false)
            }
        }
    })?;
    ops.add("rmdirAll", |(path, retries, delay): (PathArg, u32, u32)| {
        let path = path.as_ref();
        if fs::symlink_metadata(path).at("lstat", path)?.is_dir() {
            return Patience { retries, delay }.remove(path);
        }
        // Says what is wrong with a file.
        fs::remove_dir(path).at("rmdir", path)
    })
}

/// How often to try again while somebody else holds on to something.
struct Patience {
    retries: u32,
    delay: u32,
}

impl Patience {
    fn remove(&self, path: &Path) -> ipc::Result<()> {
        match fs::symlink_metadata(path) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
            Ok(metadata) if metadata.is_dir() => {
                for entry in fs::read_dir(path).at("scandir", path)? {
                    self.remove(&entry.at("scandir", path)?.path())?;
                }
                self.insist(path, |path| fs::remove_dir(path)).at("rmdir", path)
            }
            _ => self.insist(path, unlink).at("unlink", path),
        }
    }

    fn insist(&self, path: &Path, call: fn(&Path) -> io::Result<()>) -> io::Result<()> {
        let mut tried = 0;
        loop {
            match call(path) {
                Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
                Err(error) if error.kind() == io::ErrorKind::PermissionDenied && platform::unlock(path) => {}
                Err(error) if tried < self.retries && is_passing(&error) => {
                    tried += 1;
                    sleep(Duration::from_millis(u64::from(tried) * u64::from(self.delay)));
                }
                outcome => return outcome,
            }
        }
    }
}

fn is_passing(error: &io::Error) -> bool {
    use ipc::Code;
    let code = ipc::Error::io(error, "rm").code;
    matches!(
        code,
        Code::Busy
            | Code::TooManyOpenFiles
            | Code::FileTableFull
            | Code::DirectoryNotEmpty
            | Code::NotPermitted
    )
}
