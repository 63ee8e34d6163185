use std::time::{SystemTime, UNIX_EPOCH};

use rquickjs::{Ctx, Object, Result, prelude::Func};

use crate::runtime::Loop;

pub(super) fn native(_: &Ctx<'_>, native: &Object<'_>) -> Result<()> {
    native.set("now", Func::from(|ctx: Ctx<'_>| Loop::of(&ctx).now()))?;
    native.set("timeOrigin", Func::from(time_origin))
}

/// When the loop started, in milliseconds since 1970 and with their fractions.
fn time_origin(ctx: Ctx<'_>) -> f64 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    since.as_secs_f64() * 1000.0 - Loop::of(&ctx).now()
}
