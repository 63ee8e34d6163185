//! Open files, by number.

mod platform;
mod whole;

use std::io::{Read, Write};

use rquickjs::{Object, Result};

use super::{
    op::{Data, Named, Ops, PathArg, Whole},
    platform::{adopt, borrow, os_handle, release},
    time::Time,
};
use crate::runtime::Bytes;

pub(super) fn add(ops: &Ops<'_, '_>) -> Result<()> {
    ops.native.set("constants", constants(ops)?)?;
    ops.add("open", open)?;
    ops.add("close", |(fd,): (i32,)| release(fd).named("close"))?;
    ops.add("read", read)?;
    ops.add("write", write)?;
    ops.add("fsync", |(fd,): (i32,)| borrow(fd).and_then(|file| file.sync_all()).named("fsync"))?;
    ops.add("fdatasync", |(fd,): (i32,)| borrow(fd).and_then(|file| file.sync_data()).named("fdatasync"))?;
    ops.add("ftruncate", |(fd, length): (i32, Whole)| {
        borrow(fd).and_then(|file| file.set_len(length.0.max(0) as u64)).named("ftruncate")
    })?;
    ops.add("fchmod", |(fd, mode): (i32, u32)| {
        borrow(fd).and_then(|file| platform::set_mode(&file, mode)).named("fchmod")
    })?;
    ops.add("fchown", |(fd, uid, gid): (i32, Whole, Whole)| {
        borrow(fd).and_then(|file| platform::set_owner(&file, uid.0 as u32, gid.0 as u32)).named("fchown")
    })?;
    ops.add("futimes", |(fd, accessed, modified): (i32, Time, Time)| {
        let times = std::fs::FileTimes::new().set_accessed(accessed.system()).set_modified(modified.system());
        borrow(fd).and_then(|file| file.set_times(times)).named("futime")
    })?;
    ops.add("osHandle", |(fd,): (i32,)| os_handle(fd).map(|handle| handle as f64).named("fstat"))?;
    whole::add(ops)
}

fn constants<'js>(ops: &Ops<'_, 'js>) -> Result<Object<'js>> {
    let object = Object::new(ops.native.ctx().clone())?;
    for (name, number) in platform::CONSTANTS {
        object.set(*name, *number)?;
    }
    Ok(object)
}

fn open((path, flags, mode): (PathArg, i32, u32)) -> ipc::Result<i32> {
    platform::open(path.as_ref(), flags, mode).and_then(adopt).at("open", path.as_ref())
}

/// At most `length` bytes from `position`, or from where the file is when that is negative.
fn read((fd, length, position): (i32, Whole, Whole)) -> ipc::Result<Bytes> {
    let mut bytes = vec![0; usize::try_from(length.0).unwrap_or(0)];
    let outcome = borrow(fd).and_then(|file| match u64::try_from(position.0) {
        Ok(position) => retry(|| platform::read_at(&file, &mut bytes, position)),
        Err(_) => retry(|| (&*file).read(&mut bytes)),
    });
    let count = outcome.named("read")?;
    bytes.truncate(count);
    Ok(Bytes(bytes))
}

fn write((fd, data, position): (i32, Data, Whole)) -> ipc::Result<f64> {
    let outcome = borrow(fd).and_then(|file| match u64::try_from(position.0) {
        Ok(position) => retry(|| platform::write_at(&file, &data.0, position)),
        Err(_) => retry(|| (&*file).write(&data.0)),
    });
    outcome.map(|count| count as f64).named("write")
}

fn retry<T>(mut call: impl FnMut() -> std::io::Result<T>) -> std::io::Result<T> {
    loop {
        match call() {
            Err(error) if error.kind() == std::io::ErrorKind::Interrupted => {}
            outcome => return outcome,
        }
    }
}
