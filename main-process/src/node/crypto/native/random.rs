//! Randomness of the operating system, and comparing without telling where the difference is.

use getrandom::SysRng;
use rand_core::UnwrapErr;
use rquickjs::{
    Ctx, Function, Object, Result, Value,
    prelude::{Func, Opt},
};
use subtle::ConstantTimeEq;

use super::{
    Bytes,
    fault::{Fault, OrThrow, Outcome, job},
};
use crate::runtime::{Bytes as Output, bytes_of, bytes_of_mut};

pub(super) fn register(native: &Object<'_>) -> Result<()> {
    native.set("randomFill", Func::from(fill))?;
    native.set("randomBytes", Func::from(bytes))?;
    native.set("equalInTime", Func::from(equal))
}

/// For what wants a generator rather than bytes. A system without randomness ends the process, as it would OpenSSL's.
pub(super) fn generator() -> UnwrapErr<SysRng> {
    UnwrapErr(SysRng)
}

pub(super) fn random(length: usize) -> Outcome<Vec<u8>> {
    let mut bytes = vec![0; length];
    fill_slice(&mut bytes)?;
    Ok(bytes)
}

fn fill_slice(bytes: &mut [u8]) -> Outcome<()> {
    getrandom::fill(bytes).map_err(|error| Fault::error("ERR_CRYPTO_OPERATION_FAILED", error.to_string()))
}

fn fill(ctx: Ctx<'_>, view: Bytes<'_>) -> Result<()> {
    fill_slice(bytes_of_mut(&view)).or_throw(&ctx)
}

fn bytes<'js>(ctx: Ctx<'js>, length: u32, done: Opt<Function<'js>>) -> Result<Value<'js>> {
    job(&ctx, done.0, move || random(length as usize).map(Output))
}

fn equal(one: Bytes<'_>, other: Bytes<'_>) -> bool {
    bytes_of(&one).ct_eq(bytes_of(&other)).into()
}
