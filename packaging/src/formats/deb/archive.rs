//! Bytes: an `ar` archive of two compressed `tar` archives.

use std::{
    fs::{self, File},
    io::{self, Read, Seek, Write},
    path::Path,
};

use liblzma::write::XzEncoder;
use md5::{Digest, Md5};

use super::{
    Error,
    layout::{Body, Entries},
};

/// What `xz` takes by itself; more of it asks more memory of whoever unpacks.
const COMPRESSION: u32 = 6;
/// Debian counts a folder or a link as one of these, and files in whole ones.
const BLOCK: u64 = 1024;

/// Writes the package under another name first: there is never half of one at `file`.
pub(super) fn write(
    file: &Path,
    entries: &Entries,
    epoch: u64,
    control: &dyn Fn(u64) -> String,
    progress: &mut dyn FnMut(usize, usize) -> bool,
) -> Result<(), Error> {
    let folder = file.parent().unwrap_or(Path::new("."));
    let failed = || Error::writing(file);
    let scratch = || tempfile::tempfile_in(folder).map_err(failed());
    let mut writer = DataWriter::new(scratch()?, epoch, progress);
    writer.write_all(entries)?;
    let (mut data, sums, size) = writer.finish().map_err(failed())?;
    let mut control = control_archive(scratch()?, &control(size), &sums, epoch).map_err(failed())?;
    let name = tempfile::Builder::new()
        .prefix(".")
        .suffix(".deb.part")
        .make_in(folder, |path| File::create_new(path));
    let mut part = name.map_err(failed())?;
    let mut archive = ar::Builder::new(part.as_file_mut());
    let version = &b"2.0\n"[..];
    member(&mut archive, "debian-binary", version.len() as u64, version, epoch).map_err(failed())?;
    for (name, file) in [("control.tar.xz", &mut control), ("data.tar.xz", &mut data)] {
        let size = file.stream_position().map_err(failed())?;
        file.rewind().map_err(failed())?;
        member(&mut archive, name, size, file, epoch).map_err(failed())?;
    }
    part.as_file().sync_all().map_err(failed())?;
    part.persist(file).map_err(|error| failed()(error.error))?;
    Ok(())
}

fn member(
    archive: &mut ar::Builder<&mut File>,
    name: &str,
    size: u64,
    bytes: impl Read,
    epoch: u64,
) -> io::Result<()> {
    let mut header = ar::Header::new(name.as_bytes().to_vec(), size);
    header.set_mode(0o100_644);
    header.set_mtime(epoch);
    archive.append(&header, bytes)
}

fn control_archive(scratch: File, control: &str, sums: &str, epoch: u64) -> io::Result<File> {
    let mut tar = tar::Builder::new(XzEncoder::new(scratch, COMPRESSION));
    folder(&mut tar, "./", epoch)?;
    for (name, text) in [("control", control), ("md5sums", sums)] {
        let mut header = header(tar::EntryType::Regular, 0o644, text.len() as u64, epoch)?;
        tar.append_data(&mut header, name, text.as_bytes())?;
    }
    tar.into_inner()?.finish()
}

fn header(kind: tar::EntryType, mode: u32, size: u64, epoch: u64) -> io::Result<tar::Header> {
    let mut header = tar::Header::new_gnu();
    header.set_entry_type(kind);
    header.set_mode(mode);
    header.set_size(size);
    header.set_mtime(epoch);
    header.set_uid(0);
    header.set_gid(0);
    header.set_username("root")?;
    header.set_groupname("root")?;
    Ok(header)
}

fn folder(tar: &mut tar::Builder<impl Write>, path: &str, epoch: u64) -> io::Result<()> {
    let mut header = header(tar::EntryType::Directory, 0o755, 0, epoch)?;
    tar.append_data(&mut header, path, io::empty())
}

struct DataWriter<'a> {
    tar: tar::Builder<XzEncoder<File>>,
    sums: String,
    blocks: u64,
    epoch: u64,
    done: usize,
    all: usize,
    progress: &'a mut dyn FnMut(usize, usize) -> bool,
}

impl<'a> DataWriter<'a> {
    fn new(scratch: File, epoch: u64, progress: &'a mut dyn FnMut(usize, usize) -> bool) -> Self {
        let tar = tar::Builder::new(XzEncoder::new(scratch, COMPRESSION));
        Self { tar, sums: String::new(), blocks: 0, epoch, done: 0, all: 0, progress }
    }

    fn write_all(&mut self, entries: &Entries) -> Result<(), Error> {
        folder(&mut self.tar, "./", self.epoch).map_err(Error::writing(Path::new(".")))?;
        self.all = entries.len();
        for (done, (path, body)) in entries.iter().enumerate() {
            self.done = done;
            match body {
                Body::Folder => {
                    self.blocks += 1;
                    folder(&mut self.tar, &format!("{path}/"), self.epoch)
                        .map_err(Error::writing(Path::new(path)))?;
                }
                Body::Link(target) => self.link(path, target).map_err(Error::writing(Path::new(path)))?,
                Body::Text(bytes) => {
                    let written = self.file(path, 0o644, bytes.len() as u64, &mut bytes.as_slice());
                    written.map_err(unless_stopped(Error::writing(Path::new(path))))?;
                }
                Body::File { source, executable } => self.copy(path, source, *executable)?,
            }
        }
        Ok(())
    }

    fn link(&mut self, path: &str, target: &str) -> io::Result<()> {
        self.blocks += 1;
        let mut header = header(tar::EntryType::Symlink, 0o777, 0, self.epoch)?;
        self.tar.append_link(&mut header, path, target)
    }

    fn copy(&mut self, path: &str, source: &Path, executable: bool) -> Result<(), Error> {
        let opened = File::open(source).map_err(Error::reading(source))?;
        let size = opened.metadata().map_err(Error::reading(source))?.len();
        let mode = if executable { 0o755 } else { 0o644 };
        let copied = self.file(path, mode, size, &mut opened.take(size));
        if copied.map_err(unless_stopped(Error::reading(source)))? == size
            && fs::metadata(source).is_ok_and(|now| now.len() == size)
        {
            Ok(())
        } else {
            Err(Error::Changed(source.into()))
        }
    }

    /// Appends a file and returns how much of it there was.
    fn file(&mut self, path: &str, mode: u32, size: u64, bytes: &mut dyn Read) -> io::Result<u64> {
        let mut header = header(tar::EntryType::Regular, mode, size, self.epoch)?;
        let (done, all) = (self.done, self.all);
        let mut go_on = || (self.progress)(done, all);
        let mut summed = Summed { bytes, sum: Md5::new(), count: 0, go_on: &mut go_on };
        self.tar.append_data(&mut header, path, &mut summed)?;
        let sum: String = summed.sum.finalize().iter().map(|byte| format!("{byte:02x}")).collect();
        // As md5sum writes it: a backslash in a name is doubled, and the line begins with one.
        let mark = if path.contains('\\') { "\\" } else { "" };
        self.sums.push_str(&format!("{mark}{sum}  {}\n", path.replace('\\', "\\\\")));
        self.blocks += size.div_ceil(BLOCK);
        Ok(summed.count)
    }

    fn finish(self) -> io::Result<(File, String, u64)> {
        Ok((self.tar.into_inner()?.finish()?, self.sums, self.blocks))
    }
}

/// A reader that sums up what goes through it, for as long as it may.
struct Summed<'a> {
    bytes: &'a mut dyn Read,
    sum: Md5,
    count: u64,
    go_on: &'a mut dyn FnMut() -> bool,
}

/// How a reader says that it was told to stop.
#[derive(Debug, thiserror::Error)]
#[error("interrupted")]
struct Stopped;

/// For `map_err`: a reader that was told to stop has not failed.
fn unless_stopped(otherwise: impl FnOnce(io::Error) -> Error) -> impl FnOnce(io::Error) -> Error {
    |error| {
        if error.get_ref().is_some_and(|inner| inner.is::<Stopped>()) {
            Error::Interrupted
        } else {
            otherwise(error)
        }
    }
}

impl Read for Summed<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if !(self.go_on)() {
            return Err(io::Error::other(Stopped));
        }
        let read = self.bytes.read(buffer)?;
        self.sum.update(&buffer[..read]);
        self.count += read as u64;
        Ok(read)
    }
}
