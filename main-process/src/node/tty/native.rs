//! Terminals: which descriptors are one, how large it is, and whether keys arrive one by one.

use rquickjs::{Ctx, Function, Object, Result, prelude::Func};

use super::platform;
use crate::runtime::{Callback, Throw};

pub(super) fn native(_: &Ctx<'_>, native: &Object<'_>) -> Result<()> {
    native.set("isTerminal", Func::from(platform::is_terminal))?;
    native.set(
        "windowSize",
        Func::from(|fd| platform::window_size(fd).map(|(columns, rows)| vec![columns, rows])),
    )?;
    native.set("setRawMode", Func::from(set_raw_mode))?;
    native.set("watchSize", Func::from(watch_size))
}

fn set_raw_mode(ctx: Ctx<'_>, flag: bool) -> Result<()> {
    platform::set_raw_mode(flag).map_err(|error| ipc::Error::io(&error, "setRawMode")).throw(&ctx)
}

/// Calls back whenever the terminal may have another size. Nobody lives on because of it.
fn watch_size<'js>(ctx: Ctx<'js>, function: Function<'js>) {
    let callback = Callback::new(&ctx, function);
    callback.set_ref(false);
    tokio::task::spawn_local(async move {
        let Some(mut sizes) = platform::Sizes::new() else { return };
        while sizes.next().await {
            callback.call(());
        }
    });
}
