//! What the system knows of a file.

mod platform;

use std::{fs::File, io};

use rquickjs::{Ctx, IntoJs, Result, TypedArray, Value};

use super::{
    op::{Named, Ops, PathArg},
    platform as files,
};

pub(super) fn add(ops: &Ops<'_, '_>) -> Result<()> {
    ops.add("stat", |(path, big, quiet): (PathArg, bool, bool)| {
        found(platform::stat(path.as_ref()), quiet, big, "stat", &path)
    })?;
    ops.add("lstat", |(path, big, quiet): (PathArg, bool, bool)| {
        found(platform::lstat(path.as_ref()), quiet, big, "lstat", &path)
    })?;
    ops.add("fstat", |(fd, big): (i32, bool)| {
        let stat = files::borrow(fd).and_then(|file| platform::fstat(&file)).named("fstat")?;
        Ok(Numbers { numbers: stat.numbers(), big })
    })?;
    ops.add("statfs", |(path, big): (PathArg, bool)| {
        let numbers = platform::statfs(path.as_ref()).at("statfs", path.as_ref())?;
        Ok(Numbers { numbers: numbers.to_vec(), big })
    })?;
    ops.add("exists", |(path,): (PathArg,)| Ok(path.0.exists()))
}

/// What two names for one file have in common.
pub(super) fn identity(file: &File) -> io::Result<(i64, i64)> {
    let stat = platform::fstat(file)?;
    Ok((stat.dev, stat.ino))
}

/// `quiet` turns "there is no such file" into nothing.
fn found(
    outcome: io::Result<Stat>,
    quiet: bool,
    big: bool,
    call: &str,
    path: &PathArg,
) -> ipc::Result<Option<Numbers>> {
    match outcome {
        Err(error) if quiet && error.kind() == io::ErrorKind::NotFound => Ok(None),
        outcome => Ok(Some(Numbers { numbers: outcome.at(call, path.as_ref())?.numbers(), big })),
    }
}

/// Seconds and nanoseconds since 1970.
type Time = (i64, i64);

struct Stat {
    dev: i64,
    mode: i64,
    nlink: i64,
    uid: i64,
    gid: i64,
    rdev: i64,
    blksize: i64,
    ino: i64,
    size: i64,
    blocks: i64,
    accessed: Time,
    modified: Time,
    changed: Time,
    born: Time,
}

impl Stat {
    /// In the order in which `Stats` takes them.
    fn numbers(&self) -> Vec<i64> {
        let mut all = vec![
            self.dev,
            self.mode,
            self.nlink,
            self.uid,
            self.gid,
            self.rdev,
            self.blksize,
            self.ino,
            self.size,
            self.blocks,
        ];
        for (seconds, nanoseconds) in [self.accessed, self.modified, self.changed, self.born] {
            all.extend([seconds, nanoseconds]);
        }
        all
    }
}

/// Numbers on their way to a `Float64Array`, or a `BigInt64Array` where no bit may be lost.
struct Numbers {
    numbers: Vec<i64>,
    big: bool,
}

impl<'js> IntoJs<'js> for Numbers {
    fn into_js(self, ctx: &Ctx<'js>) -> Result<Value<'js>> {
        if self.big {
            return Ok(TypedArray::new(ctx.clone(), self.numbers)?.into_value());
        }
        let floats: Vec<f64> = self.numbers.into_iter().map(|number| number as f64).collect();
        Ok(TypedArray::new(ctx.clone(), floats)?.into_value())
    }
}
