use std::{fs::File, io, io::Read, path::Path};

/// Windows keeps no such mark, so programs for other systems are told by how they begin.
pub(in super::super) fn is_executable(file: &Path) -> io::Result<bool> {
    let mut start = Vec::new();
    File::open(file)?.take(4).read_to_end(&mut start)?;
    Ok(start.starts_with(b"\x7fELF") || start.starts_with(b"#!"))
}
