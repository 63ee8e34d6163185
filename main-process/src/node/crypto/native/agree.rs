//! Secrets that two sides make of each other's public keys, and points on curves by themselves.

use std::sync::Arc;

use rquickjs::{
    Ctx, Function, Object, Result, Value,
    prelude::{Func, Opt},
};

use super::{
    Bytes,
    curves::{Curve, Form},
    fault::{Fault, OrThrow, Outcome, job},
    groups,
    keys::{Key, KeyHandle, Private, Public},
    numbers::{Modulus, bytes as written, padded, power, trimmed, uint},
    primes,
};
use crate::runtime::{Bytes as Output, bytes_of};

pub(super) fn register(native: &Object<'_>) -> Result<()> {
    native.set("agree", Func::from(agree))?;
    native.set("curveNames", Func::from(names))?;
    native.set("curvePublic", Func::from(curve_public))?;
    native.set("curveGenerate", Func::from(curve_generate))?;
    native.set("curveAgree", Func::from(curve_agree))?;
    native.set("curveConvert", Func::from(curve_convert))?;
    native.set("groupPrime", Func::from(|name: String| groups::prime(&name).map(Output)))?;
    native.set("dhPrime", Func::from(dh_prime))?;
    native.set("dhGenerate", Func::from(dh_generate))?;
    native.set("dhPower", Func::from(dh_power))?;
    native.set("dhCheck", Func::from(dh_check))
}

fn failed() -> Fault {
    Fault::openssl(
        "1C8000A4",
        "Provider routines",
        "failed during derivation",
        "ERR_OSSL_FAILED_DURING_DERIVATION",
    )
}

fn shared(key: &Key, other: &Key) -> Outcome<Vec<u8>> {
    let (Key::Private(key), Some(other)) = (key, other.public()) else { return Err(failed()) };
    match (key, other) {
        (Private::Ec(curve, secret, _), Public::Ec(other, point)) if *curve == other => {
            curve.agree(secret, &point).ok_or_else(failed)
        }
        (Private::Okp(kind, secret, _), Public::Okp(other, public)) if *kind == other => {
            kind.agree(secret, &public).ok_or_else(failed)
        }
        (Private::Dh(own, secret), Public::Dh(other)) if own.p == other.p && own.g == other.g => {
            let shared = power(&other.y, secret, &own.p).ok_or_else(failed)?;
            Ok(padded(&shared, trimmed(&own.p).len()))
        }
        _ => Err(Fault::openssl(
            "1C8000CB",
            "Provider routines",
            "mismatching domain parameters",
            "ERR_OSSL_MISMATCHING_DOMAIN_PARAMETERS",
        )),
    }
}

fn agree<'js>(
    ctx: Ctx<'js>,
    key: KeyHandle<'js>,
    other: KeyHandle<'js>,
    done: Opt<Function<'js>>,
) -> Result<Value<'js>> {
    let (key, other) = (Arc::clone(&key.borrow().0), Arc::clone(&other.borrow().0));
    job(&ctx, done.0, move || shared(&key, &other).map(Output))
}

fn names() -> Vec<&'static str> {
    Curve::ALL.map(Curve::name).to_vec()
}

fn curve_of(name: &str) -> Outcome<Curve> {
    Curve::named(name).ok_or_else(|| Fault::type_error("ERR_CRYPTO_INVALID_CURVE", "Invalid EC curve name"))
}

/// The point of a scalar; undefined for a scalar out of range.
fn curve_public<'js>(ctx: Ctx<'js>, name: String, secret: Bytes<'js>) -> Result<Option<Output>> {
    Ok(curve_of(&name).or_throw(&ctx)?.public(bytes_of(&secret)).map(Output))
}

fn curve_generate(ctx: Ctx<'_>, name: String) -> Result<Output> {
    Ok(Output(curve_of(&name).or_throw(&ctx)?.generate()))
}

/// Undefined when the other's bytes are no point on the curve.
fn curve_agree<'js>(
    ctx: Ctx<'js>,
    name: String,
    secret: Bytes<'js>,
    other: Bytes<'js>,
) -> Result<Option<Output>> {
    let curve = curve_of(&name).or_throw(&ctx)?;
    let point = curve.point(bytes_of(&other));
    Ok(point.and_then(|point| curve.agree(bytes_of(&secret), &point)).map(Output))
}

fn curve_convert<'js>(
    ctx: Ctx<'js>,
    name: String,
    point: Bytes<'js>,
    form: String,
) -> Result<Option<Output>> {
    let curve = curve_of(&name).or_throw(&ctx)?;
    let form = match form.as_str() {
        "compressed" => Form::Compressed,
        "hybrid" => Form::Hybrid,
        _ => Form::Uncompressed,
    };
    Ok(curve.point(bytes_of(&point)).map(|point| Output(curve.written(&point, form))))
}

/// A safe prime.
fn dh_prime(ctx: Ctx<'_>, size: u32) -> Result<Output> {
    primes::any(size, true).map(|prime| Output(written(&prime))).or_throw(&ctx)
}

/// A private number for a prime.
fn dh_generate<'js>(prime: Bytes<'js>) -> Option<Output> {
    Modulus::new(bytes_of(&prime)).map(|modulus| Output(modulus.random()))
}

/// `base ^ exponent mod prime`; undefined for an even modulus.
fn dh_power<'js>(base: Bytes<'js>, exponent: Bytes<'js>, prime: Bytes<'js>) -> Option<Output> {
    let prime = bytes_of(&prime);
    let made = power(bytes_of(&base), bytes_of(&exponent), prime)?;
    Some(Output(made))
}

/// OpenSSL's bits for what is wrong with a prime and its generator.
fn dh_check<'js>(prime: Bytes<'js>, generator: Bytes<'js>) -> u32 {
    const NOT_PRIME: u32 = 1;
    const NOT_SAFE: u32 = 2;
    const UNSUITABLE: u32 = 8;
    let (prime, generator) = (trimmed(bytes_of(&prime)), trimmed(bytes_of(&generator)));
    let low = uint(generator) <= uint(&[1]);
    let high = uint(generator) >= uint(prime).wrapping_sub(crypto_bigint::BoxedUint::one());
    let generator = if low || high { UNSUITABLE } else { 0 };
    let half = written(&(uint(prime) >> 1));
    generator
        | match primes::prime(prime) {
            false => NOT_PRIME,
            true if !primes::prime(&half) => NOT_SAFE,
            true => 0,
        }
}
