//! Reading, writing, truncating and copying whole files in one go.

use std::{
    fs::File,
    io::{self, Read, Write},
    path::Path,
};

use rquickjs::Result;

use super::{
    super::{
        op::{Data, Named, Ops, PathArg, Whole},
        platform::borrow,
        stat::identity,
    },
    platform,
};
use crate::runtime::Bytes;

/// Node reads no more than that at once.
const LARGEST: u64 = 0x7fff_ffff;

pub(super) fn add(ops: &Ops<'_, '_>) -> Result<()> {
    ops.add("readFile", |(path, flags): (PathArg, i32)| {
        read_to_end(&platform::open(path.as_ref(), flags, 0o666).at("open", path.as_ref())?)
    })?;
    ops.add("readDescriptor", |(fd,): (i32,)| read_to_end(&*borrow(fd).named("read")?))?;
    ops.add("writeFile", |(path, data, flags, mode, flush): (PathArg, Data, i32, u32, bool)| {
        write_all(&platform::open(path.as_ref(), flags, mode).at("open", path.as_ref())?, &data.0, flush)
    })?;
    ops.add("writeDescriptor", |(fd, data, flush): (i32, Data, bool)| {
        write_all(&*borrow(fd).named("write")?, &data.0, flush)
    })?;
    ops.add("truncate", |(path, length): (PathArg, Whole)| {
        let file = platform::open(path.as_ref(), platform::READ_WRITE, 0o666).at("open", path.as_ref())?;
        file.set_len(length.0.max(0) as u64).named("ftruncate")
    })?;
    ops.add("copyFile", |(from, to, mode): (PathArg, PathArg, i32)| {
        copy(from.as_ref(), to.as_ref(), mode).between("copyfile", from.as_ref(), to.as_ref())
    })
}

fn read_to_end(mut file: &File) -> ipc::Result<Bytes> {
    let metadata = file.metadata().named("fstat")?;
    let size = if metadata.is_file() { metadata.len() } else { 0 };
    if size > LARGEST {
        let message = format!("File size ({size}) is greater than 2 GiB");
        return Err(ipc::Error::new(ipc::Code::FileOverTwoGiB, message));
    }
    let mut bytes = Vec::new();
    // More than there is memory for is no reason to end the program.
    bytes
        .try_reserve_exact(size as usize)
        .map_err(|_| ipc::Error::of_code(ipc::Code::OutOfMemory, "read"))?;
    file.read_to_end(&mut bytes).named("read")?;
    Ok(Bytes(bytes))
}

fn write_all(mut file: &File, data: &[u8], flush: bool) -> ipc::Result<()> {
    file.write_all(data).named("write")?;
    if flush { file.sync_all().named("fsync") } else { Ok(()) }
}

const EXCLUSIVE: i32 = 1;
const CLONE_OR_FAIL: i32 = 4;

fn copy(from: &Path, to: &Path, mode: i32) -> io::Result<()> {
    let source = File::open(from)?;
    let target = platform::create_like(&source, to, mode & EXCLUSIVE != 0)?;
    if identity(&source)? == identity(&target)? {
        return Ok(());
    }
    let outcome = fill(&source, &target, mode);
    if outcome.is_err() {
        // What was copied so far is of no use; the first error is the one to report.
        let _ = std::fs::remove_file(to);
    }
    outcome
}

fn fill(mut source: &File, mut target: &File, mode: i32) -> io::Result<()> {
    target.set_len(0)?;
    if mode & CLONE_OR_FAIL != 0 {
        platform::clone(source, target)?;
    } else {
        io::copy(&mut source, &mut target)?;
    }
    target.set_permissions(source.metadata()?.permissions())
}
