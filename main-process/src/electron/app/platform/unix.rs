use std::{
    env,
    hash::{DefaultHasher, Hash, Hasher},
    io,
    os::unix::process::CommandExt,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

use interprocess::local_socket::{GenericFilePath, Name, prelude::*};

/// Addresses of sockets are short; source: unix(7), and macOS has 4 bytes fewer.
const LONGEST_ADDRESS: usize = 103;

pub(in super::super) fn socket_name(folder: &Path) -> io::Result<Name<'static>> {
    socket_path(folder)?.to_fs_name::<GenericFilePath>()
}

pub(in super::super) fn remove_socket(folder: &Path) {
    if let Ok(path) = socket_path(folder) {
        // That it is not there is what we want.
        let _ = std::fs::remove_file(path);
    }
}

/// In the user's own data folder; where that is too long, in the user's own runtime folder. Never where others write.
fn socket_path(folder: &Path) -> io::Result<PathBuf> {
    let path = folder.join("SingletonSocket");
    if path.as_os_str().len() <= LONGEST_ADDRESS {
        return Ok(path);
    }
    let mut hasher = DefaultHasher::new();
    folder.hash(&mut hasher);
    let runtime = env::var_os("XDG_RUNTIME_DIR").ok_or(io::ErrorKind::InvalidFilename)?;
    Ok(PathBuf::from(runtime).join(format!("kaon-{:016x}.socket", hasher.finish())))
}

/// Lets a program live on when ours, and its terminal's group, are gone.
pub(in super::super) fn detach(command: &mut Command) {
    command.stdin(Stdio::null()).process_group(0);
}
