//! What `process.js` and its parts cannot know by themselves.

mod credentials;
mod environment;
mod input;
mod output;
mod platform;
mod signals;

use std::{sync::OnceLock, time::Instant};

use ipc::Error;
use rquickjs::{Ctx, Object, Result, prelude::Func};

use crate::runtime::{Loop, Throw, engine_version, exit, memory_usage};

pub(super) fn native(_: &Ctx<'_>, native: &Object<'_>) -> Result<()> {
    let argv0 = std::env::args_os().next().unwrap_or_default();
    native.set("quickjs", engine_version())?;
    native.set("argv0", argv0.to_string_lossy().into_owned())?;
    native.set("execPath", exec_path())?;
    native.set("pid", std::process::id())?;
    native.set("ppid", Func::from(platform::parent))?;
    native.set("exit", Func::from(|ctx: Ctx<'_>, code: i32| -> Result<()> { Err(exit(&ctx, code)) }))?;
    native.set("abort", Func::from(abort))?;
    native.set("kill", Func::from(platform::kill))?;
    native.set("cwd", Func::from(cwd))?;
    native.set("chdir", Func::from(chdir))?;
    native.set("umask", Func::from(platform::umask))?;
    native.set("ids", Func::from(|| platform::ids().to_vec()))?;
    native.set("groups", Func::from(platform::groups))?;
    native.set("kindOf", Func::from(platform::kind_of))?;
    credentials::natives(native)?;
    measures(native)?;
    environment::natives(native)?;
    output::natives(native)?;
    input::natives(native)?;
    signals::natives(native)
}

fn measures(native: &Object<'_>) -> Result<()> {
    hrtime();
    native.set("hrtime", Func::from(|| hrtime().to_vec()))?;
    native.set("uptime", Func::from(|ctx: Ctx<'_>| Loop::of(&ctx).now() / 1000.0))?;
    native.set("heap", Func::from(|ctx: Ctx<'_>| memory_usage(&ctx).to_vec()))?;
    native.set("rss", Func::from(platform::resident))?;
    native.set("memory", Func::from(|| platform::memory().to_vec()))?;
    native.set("cpuUsage", Func::from(|| platform::usage()[..2].to_vec()))?;
    native.set("resourceUsage", Func::from(|| platform::usage().to_vec()))
}

fn exec_path() -> String {
    std::env::current_exe().unwrap_or_default().to_string_lossy().into_owned()
}

/// Seconds and nanoseconds since some moment that stays the same.
fn hrtime() -> [f64; 2] {
    static START: OnceLock<Instant> = OnceLock::new();
    let elapsed = START.get_or_init(Instant::now).elapsed();
    [elapsed.as_secs() as f64, f64::from(elapsed.subsec_nanos())]
}

fn abort() {
    std::process::abort();
}

fn cwd(ctx: Ctx<'_>) -> Result<String> {
    let folder = std::env::current_dir().map_err(|error| Error::io(&error, "uv_cwd")).throw(&ctx)?;
    Ok(folder.to_string_lossy().into_owned())
}

fn chdir(ctx: Ctx<'_>, folder: String) -> Result<()> {
    let before = std::env::current_dir().unwrap_or_default();
    std::env::set_current_dir(&folder)
        .map_err(|error| Error::io(&error, "chdir").with_path(before.to_string_lossy()).with_dest(folder))
        .throw(&ctx)
}
