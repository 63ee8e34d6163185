//! The environment variables as scripts see and change them.

use rquickjs::{Ctx, Object, Result, prelude::Func};

use super::platform;
use crate::runtime::{Environment, Names};

pub(super) fn natives(native: &Object<'_>) -> Result<()> {
    native.set("getenv", Func::from(get))?;
    native.set("setenv", Func::from(set))?;
    native.set("unsetenv", Func::from(unset))?;
    native.set("envKeys", Func::from(keys))
}

fn read() -> Names {
    let text = |text: std::ffi::OsString| text.to_string_lossy().into_owned();
    let all = std::env::vars_os().map(|(name, value)| (text(name), text(value)));
    all.map(|(name, value)| (platform::variable(&name), (name, value))).collect()
}

fn with<T>(ctx: &Ctx<'_>, act: impl FnOnce(&mut Names) -> T) -> T {
    Environment::of(ctx).variables.with(read, act)
}

fn get(ctx: Ctx<'_>, name: String) -> Option<String> {
    with(&ctx, |all| all.get(&platform::variable(&name)).map(|(_, value)| value.clone()))
}

fn set(ctx: Ctx<'_>, name: String, value: String) {
    with(&ctx, |all| {
        let entry = all.entry(platform::variable(&name)).or_insert_with(|| (name, String::new()));
        entry.1 = value;
    });
}

fn unset(ctx: Ctx<'_>, name: String) {
    with(&ctx, |all| all.remove(&platform::variable(&name)));
}

fn keys(ctx: Ctx<'_>) -> Vec<String> {
    with(&ctx, |all| all.values().map(|(name, _)| name.clone()).collect())
}
