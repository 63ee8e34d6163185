//! The loop's one wake-up and its check phase, for the lists and queues that JavaScript keeps.

use std::time::Duration;

use rquickjs::{Ctx, Function, Object, Result, prelude::Func};

use crate::runtime::Loop;

pub(super) fn native(_: &Ctx<'_>, native: &Object<'_>) -> Result<()> {
    native.set("now", Func::from(|ctx: Ctx<'_>| Loop::of(&ctx).now()))?;
    native.set("arm", Func::from(arm))?;
    native.set("refTimers", Func::from(|ctx: Ctx<'_>, flag: bool| Loop::of(&ctx).reference_timers(flag)))?;
    native.set("refImmediates", Func::from(ref_immediates))?;
    native.set("onTimers", Func::from(on_timers))?;
    native.set("onImmediates", Func::from(on_immediates))
}

/// A negative delay disarms.
fn arm(ctx: Ctx<'_>, delay: f64) {
    let delay = (delay >= 0.0).then(|| Duration::from_secs_f64(delay / 1000.0));
    Loop::of(&ctx).arm(delay);
}

/// Whether some are a reason to live, and whether there are any at all.
fn ref_immediates(ctx: Ctx<'_>, referenced: bool, pending: bool) {
    Loop::of(&ctx).reference_immediates(referenced, pending);
}

fn on_timers<'js>(ctx: Ctx<'js>, function: Function<'js>) {
    Loop::of(&ctx).on_timers(&ctx, function);
}

fn on_immediates<'js>(ctx: Ctx<'js>, function: Function<'js>) {
    Loop::of(&ctx).on_immediates(&ctx, function);
}
