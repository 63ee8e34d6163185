//! The last words of a process: its standard error, written at once, and its end.

use std::io::{BufRead, BufReader, Write};

use rquickjs::{Ctx, Object, Result, prelude::Func};

use crate::runtime::exit;

pub(super) fn native(_: &Ctx<'_>, native: &Object<'_>) -> Result<()> {
    native.set("version", concat!("Kaon v", env!("CARGO_PKG_VERSION")))?;
    native.set("exit", Func::from(|ctx: Ctx<'_>, code: i32| -> Result<()> { Err(exit(&ctx, code)) }))?;
    native.set("writeError", Func::from(write_error))?;
    native.set("sourceLine", Func::from(source_line))
}

fn write_error(text: String) {
    let mut stream = std::io::stderr().lock();
    // Nobody is left to tell when standard error itself is gone.
    let _ = stream.write_all(text.as_bytes()).and_then(|()| stream.flush());
}

fn source_line(file: String, line: usize) -> Option<String> {
    let file = std::fs::File::open(file.strip_prefix("file://").unwrap_or(&file)).ok()?;
    BufReader::new(file).lines().nth(line.checked_sub(1)?)?.ok()
}
