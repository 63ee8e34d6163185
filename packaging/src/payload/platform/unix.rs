use std::{io, os::unix::fs::PermissionsExt, path::Path};

pub(in super::super) fn is_executable(file: &Path) -> io::Result<bool> {
    Ok(file.metadata()?.permissions().mode() & 0o111 != 0)
}
