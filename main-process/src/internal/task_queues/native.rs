//! The engine's own queue: promise jobs.

use rquickjs::{Ctx, Object, Result, prelude::Func};

use crate::runtime::run_job;

pub(super) fn native(_: &Ctx<'_>, native: &Object<'_>) -> Result<()> {
    native.set("runMicrotasks", Func::from(run_microtasks))
}

/// Runs jobs until none is left; what one of them throws, this throws, and the others wait for the next call.
fn run_microtasks(ctx: Ctx<'_>) -> Result<()> {
    while run_job(&ctx)? {}
    Ok(())
}
