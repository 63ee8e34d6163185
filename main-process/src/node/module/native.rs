//! Files as the module loader sees them, and the engine's half of compiling and importing.

use std::{fs, path::Path};

use ipc::Error;
use rquickjs::{
    Ctx, IntoJs, Object, Promise, Result, Value,
    prelude::{Func, Opt},
    promise::PromiseState,
};

use crate::runtime::{Entry, Environment, Throw, declare, evaluate, exit, run_job};

pub(super) fn native(ctx: &Ctx<'_>, native: &Object<'_>) -> Result<()> {
    native.set("kindOf", Func::from(kind_of))?;
    native.set("read", Func::from(read))?;
    native.set("realpath", Func::from(realpath))?;
    native.set("compile", Func::from(compile))?;
    native.set("checkModule", Func::from(check_module))?;
    native.set("setImporter", Func::from(set_importer))?;
    native.set("stateOf", Func::from(state_of))?;
    native.set("runJob", Func::from(|ctx| run_job(&ctx)))?;
    native.set("exit", Func::from(leave))?;
    let environment = Environment::of(ctx);
    native.set("args", environment.args.clone())?;
    native.set("packaged", environment.packaged)?;
    entry(native, &environment.entry)
}

fn entry(native: &Object<'_>, entry: &Entry) -> Result<()> {
    match entry {
        Entry::Path(path) | Entry::Test(path) => native.set("path", path.to_string_lossy().as_ref())?,
        Entry::Text { source, print } => {
            native.set("text", source.as_str())?;
            native.set("print", *print)?;
        }
        Entry::Worker => native.set("worker", true)?,
        Entry::Input | Entry::Runner => native.set("runner", matches!(entry, Entry::Runner))?,
    }
    native.set("testing", matches!(entry, Entry::Test(_)))
}

/// 0 for a file, 1 for a folder, -1 for nothing.
fn kind_of(path: String) -> i32 {
    match fs::metadata(path) {
        Ok(found) if found.is_dir() => 1,
        Ok(_) => 0,
        Err(_) => -1,
    }
}

/// A file's text, without a byte order mark; bytes that are no UTF-8 become replacement characters, as in Node.
fn read(ctx: Ctx<'_>, path: String) -> Result<String> {
    let text = fs::read(&path).map_err(|error| Error::io(&error, "open").with_path(path)).throw(&ctx)?;
    let text = text.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&text);
    Ok(String::from_utf8_lossy(text).into_owned())
}

fn realpath(ctx: Ctx<'_>, path: String) -> Result<String> {
    let real =
        fs::canonicalize(Path::new(&path)).map_err(|error| Error::io(&error, "realpath").with_path(path));
    let real = real.throw(&ctx)?.to_string_lossy().into_owned();
    // Windows' verbatim form is no path that a program would write.
    Ok(real.strip_prefix(r"\\?\").map(str::to_owned).unwrap_or(real))
}

/// Evaluates classic script text under a file's name; its first line has the number `line`, else 1.
fn compile<'js>(ctx: Ctx<'js>, source: String, file: String, line: Opt<i32>) -> Result<Value<'js>> {
    evaluate(&ctx, &source, &file, line.0.unwrap_or(1))
}

/// Compiles a module's text without linking it.
fn check_module(ctx: Ctx<'_>, source: String, file: String) -> Result<()> {
    rquickjs::Module::declare(ctx, file, source).map(drop)
}

fn set_importer<'js>(ctx: Ctx<'js>, importer: Object<'js>) {
    declare(&ctx, importer);
}

/// `[state, result]` of a promise, without waiting for it.
fn state_of<'js>(ctx: Ctx<'js>, promise: Promise<'js>) -> Result<Vec<Value<'js>>> {
    let (state, result) = match (promise.state(), promise.result::<Value<'js>>()) {
        (PromiseState::Resolved, Some(Ok(value))) => ("fulfilled", value),
        (PromiseState::Rejected, Some(Err(_))) => ("rejected", ctx.catch()),
        _ => ("pending", ().into_js(&ctx)?),
    };
    Ok(vec![state.into_js(&ctx)?, result])
}

fn leave(ctx: Ctx<'_>, code: i32) -> Result<()> {
    Err(exit(&ctx, code))
}
