//! The engine's own queue: promise jobs.

use rquickjs::{Ctx, Object, Result, prelude::Func};

use crate::runtime::{Loop, exit, run_job};

pub(super) fn native(_: &Ctx<'_>, native: &Object<'_>) -> Result<()> {
    native.set("runMicrotasks", Func::from(run_microtasks))
}

/// Runs jobs until none is left; what one of them throws, this throws, and the others wait for the next call.
fn run_microtasks(ctx: Ctx<'_>) -> Result<()> {
    let state = Loop::of(&ctx);
    while run_job(&ctx)? {
        // A job that ends the process is the last one.
        if state.is_over() {
            return Err(exit(&ctx, state.exit_code().unwrap_or(1)));
        }
    }
    Ok(())
}
