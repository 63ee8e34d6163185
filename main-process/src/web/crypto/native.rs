//! Randomness of the operating system.

use rquickjs::{Ctx, Exception, Object, Result, TypedArray, prelude::Func};

use crate::runtime::bytes_of_mut;

pub(super) fn native(_: &Ctx<'_>, native: &Object<'_>) -> Result<()> {
    native.set("fill", Func::from(fill))
}

fn fill(ctx: Ctx<'_>, view: TypedArray<'_, u8>) -> Result<()> {
    getrandom::fill(bytes_of_mut(&view)).map_err(|error| Exception::throw_message(&ctx, &error.to_string()))
}
