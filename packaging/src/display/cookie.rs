//! The password of a virtual screen: without one, every user of the machine could look at it and type into it.

use std::{
    fs::File,
    io::{self, Read, Write},
    path::{Path, PathBuf},
};

use tempfile::TempDir;

pub(super) const PROTOCOL: &str = "MIT-MAGIC-COOKIE-1";
/// Entries of this family count for every host and every screen.
const FAMILY_WILD: u16 = 0xffff;

pub(super) struct Cookie {
    /// Readable by this user alone, and removed with this value.
    _dir: TempDir,
    file: PathBuf,
    secret: [u8; 16],
}

impl Cookie {
    pub(super) fn new() -> io::Result<Self> {
        let mut secret = [0; 16];
        File::open("/dev/urandom")?.read_exact(&mut secret)?;
        let dir = tempfile::Builder::new().prefix("kaon-screen-").tempdir()?;
        let file = dir.path().join("authority");
        File::create(&file)?.write_all(&entry(&secret))?;
        Ok(Self { _dir: dir, file, secret })
    }

    pub(super) fn file(&self) -> &Path {
        &self.file
    }

    pub(super) fn secret(&self) -> Vec<u8> {
        self.secret.to_vec()
    }
}

/// One entry of an Xauthority file: family, then address, screen, protocol and secret, each with its length before it.
fn entry(secret: &[u8; 16]) -> Vec<u8> {
    let mut bytes = FAMILY_WILD.to_be_bytes().to_vec();
    for field in [&[][..], &[], PROTOCOL.as_bytes(), secret] {
        bytes.extend((field.len() as u16).to_be_bytes());
        bytes.extend(field);
    }
    bytes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_entry_has_the_layout_that_x_reads() {
        let bytes = entry(&[7; 16]);
        assert_eq!(bytes.len(), 2 + 2 + 2 + 2 + 18 + 2 + 16);
        assert_eq!(bytes[..8], [0xff, 0xff, 0, 0, 0, 0, 0, 18]);
        assert_eq!(bytes[26..28], [0, 16]);
    }
}
