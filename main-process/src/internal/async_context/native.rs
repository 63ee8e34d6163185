//! The current frame as scripts see it: an immutable map, or `undefined`.

use rquickjs::{Ctx, Function, Object, Persistent, Result, Value, prelude::Func};

use crate::runtime::{
    Loop,
    async_context::{frame_of, value_of},
};

pub(super) fn native(_: &Ctx<'_>, native: &Object<'_>) -> Result<()> {
    native.set("current", Func::from(current))?;
    native.set("enter", Func::from(enter))?;
    native.set("activate", Func::from(activate))?;
    native.set("listen", Func::from(listen))
}

fn current(ctx: Ctx<'_>) -> Result<Value<'_>> {
    value_of(&ctx, Loop::of(&ctx).context.current())
}

/// Makes a frame the current one and returns the one before.
fn enter<'js>(ctx: Ctx<'js>, frame: Value<'js>) -> Result<Value<'js>> {
    value_of(&ctx, Loop::of(&ctx).context.enter(frame_of(&ctx, frame)))
}

fn activate<'js>(ctx: Ctx<'js>, made_in: Value<'js>, waits_in: Value<'js>) -> Result<()> {
    Loop::of(&ctx).context.activate(&ctx, [made_in, waits_in])
}

/// `init(promise, parent)` is told of each promise and returns the frame that its reactions run in; `around(name)` of each
/// job: `before` and `after` it.
fn listen<'js>(ctx: Ctx<'js>, init: Option<Function<'js>>, around: Option<Function<'js>>) {
    let keep = |function: Option<Function<'js>>| function.map(|function| Persistent::save(&ctx, function));
    Loop::of(&ctx).context.listen(keep(init), keep(around));
}
