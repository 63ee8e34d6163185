//! Starting programs, and the pipes to them.

mod pipe;
mod plan;
mod platform;
mod sync;

use std::sync::Arc;

use rquickjs::{Ctx, Function, Object, Result, prelude::Func};

use crate::runtime::{Callback, Throw};
use pipe::pipe_object;
use plan::Plan;

pub(super) fn native(_: &Ctx<'_>, native: &Object<'_>) -> Result<()> {
    native.set("spawn", Func::from(spawn))?;
    native.set("spawnSync", Func::from(sync::spawn_sync))?;
    native.set("createChannel", Func::from(pipe::create_channel))?;
    native.set("openChannel", Func::from(pipe::open_channel))?;
    native.set("releaseChannel", Func::from(|name: String| pipe::release_channel(&name)))
}

/// The started child: its `pid`, its `pipes`, and what can be done to it. `ended(code, signal)` is called once.
fn spawn<'js>(ctx: Ctx<'js>, plan: Plan, ended: Function<'js>) -> Result<Object<'js>> {
    let (child, ends) =
        platform::spawn(&plan).map_err(|error| ipc::Error::io(&error, "spawn")).throw(&ctx)?;
    let child = Arc::new(child);
    let handle = Object::new(ctx.clone())?;
    handle.set("pid", child.id())?;
    let pipes: Vec<Option<Object>> = ends
        .into_iter()
        .map(|end| end.map(|end| pipe_object(&ctx, end)).transpose())
        .collect::<Result<_>>()?;
    handle.set("pipes", pipes)?;
    let killed = Arc::clone(&child);
    handle.set(
        "kill",
        Function::new(ctx.clone(), move |ctx: Ctx<'js>, signal: i32| killed.kill(signal).throw(&ctx))?,
    )?;
    let callback = Callback::new(&ctx, ended);
    let remote = callback.remote();
    handle.set("setRef", Function::new(ctx.clone(), move |flag: bool| callback.set_ref(flag))?)?;
    std::thread::spawn(move || {
        child.wait();
        // Until the script hears of its end, the child can be signalled as if it lived: nobody else has its number.
        remote.call_with(move |_, ended| {
            let exit = child.reap();
            ended.call((exit.code, exit.signal))
        });
    });
    Ok(handle)
}
