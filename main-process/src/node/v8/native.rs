//! The engine's memory, in numbers.

use rquickjs::{Ctx, Object, Result, prelude::Func};

use crate::runtime::memory_usage;

pub(super) fn native(_: &Ctx<'_>, native: &Object<'_>) -> Result<()> {
    native.set("heap", Func::from(|ctx: Ctx<'_>| memory_usage(&ctx).to_vec()))
}
