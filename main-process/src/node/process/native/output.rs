//! Standard output and error, written before the call returns.

use std::{
    io::{ErrorKind, Write},
    time::Duration,
};

use ipc::Error;
use rquickjs::{Ctx, Object, Result, TypedArray, prelude::Func};

use crate::runtime::{Throw, bytes_of};

pub(super) fn natives(native: &Object<'_>) -> Result<()> {
    native.set("write", Func::from(write))?;
    native.set("writeBytes", Func::from(write_bytes))
}

fn write(ctx: Ctx<'_>, fd: i32, text: String) -> Result<()> {
    write_all(fd, text.as_bytes()).throw(&ctx)
}

fn write_bytes<'js>(ctx: Ctx<'js>, fd: i32, bytes: TypedArray<'js, u8>) -> Result<()> {
    write_all(fd, bytes_of(&bytes)).throw(&ctx)
}

fn write_all(fd: i32, bytes: &[u8]) -> ipc::Result<()> {
    let outcome = if fd == 2 {
        put(&mut std::io::stderr().lock(), bytes)
    } else {
        put(&mut std::io::stdout().lock(), bytes)
    };
    outcome.map_err(|error| Error::io(&error, "write"))
}

/// A pipe whose other end made it non-blocking, and which is full, has to be waited for all the same.
fn put(stream: &mut impl Write, mut bytes: &[u8]) -> std::io::Result<()> {
    while !bytes.is_empty() {
        match stream.write(bytes) {
            Ok(0) => return Err(ErrorKind::WriteZero.into()),
            Ok(count) => bytes = &bytes[count..],
            Err(error) => again(error)?,
        }
    }
    while let Err(error) = stream.flush() {
        again(error)?;
    }
    Ok(())
}

fn again(error: std::io::Error) -> std::io::Result<()> {
    match error.kind() {
        ErrorKind::Interrupted => Ok(()),
        ErrorKind::WouldBlock => {
            std::thread::sleep(Duration::from_millis(1));
            Ok(())
        }
        _ => Err(error),
    }
}
