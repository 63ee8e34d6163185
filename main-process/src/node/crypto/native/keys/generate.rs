//! New keys of every kind.

use std::sync::Arc;

use rquickjs::{
    Ctx, Function, IntoJs, Object, Result, Value,
    convert::List,
    prelude::{Func, Opt},
};

use super::{
    super::{
        Bytes,
        curves::{Curve, Okp},
        digest::Digest,
        dsa::DsaPrivate,
        fault::{Fault, OrThrow, Outcome, job},
        held::Held,
        numbers::{Modulus, bytes, power, trimmed},
        primes,
        random::random,
        rsa::{Restriction, RsaPrivate},
    },
    Key, Private,
    model::DhPublic,
};
use crate::runtime::bytes_of;

/// A key on its way into a handle.
pub(super) struct Made(pub(super) Arc<Key>);

impl<'js> IntoJs<'js> for Made {
    fn into_js(self, ctx: &Ctx<'js>) -> Result<Value<'js>> {
        Ok(Held::new(ctx, self.0)?.into_value())
    }
}

pub(super) fn register(native: &Object<'_>) -> Result<()> {
    native.set("generateRsa", Func::from(rsa))?;
    native.set("generateNamed", Func::from(named))?;
    native.set("generateDsa", Func::from(dsa))?;
    native.set("generateDh", Func::from(dh))?;
    native.set("generateSecret", Func::from(secret))
}

fn failed() -> Fault {
    Fault::error("ERR_CRYPTO_OPERATION_FAILED", "Key generation job failed")
}

fn made(key: Private) -> Made {
    Made(Arc::new(Key::Private(key)))
}

/// `pss`: hash, mask's hash and salt's length, each of which may be left out.
fn rsa<'js>(
    ctx: Ctx<'js>,
    size: u32,
    exponent: f64,
    pss: bool,
    restriction: List<(Option<String>, Option<String>, Option<u32>)>,
    done: Opt<Function<'js>>,
) -> Result<Value<'js>> {
    let restriction = restricted(restriction.0).or_throw(&ctx)?;
    job(&ctx, done.0, move || {
        if size < 512 {
            return Err(Fault::plain("error:1C8000AB:Provider routines::key size too small"));
        }
        if exponent < 3.0 || exponent % 2.0 == 0.0 {
            return Err(Fault::plain("error:020000B2:rsa routines::pub exponent out of range"));
        }
        let mut key = RsaPrivate::generate(size as usize, exponent as u64).ok_or_else(failed)?;
        key.public.pss = pss;
        key.public.restriction = restriction;
        Ok(made(Private::Rsa(key)))
    })
}

fn restricted(given: (Option<String>, Option<String>, Option<u32>)) -> Outcome<Option<Restriction>> {
    let (hash, mask, salt) = given;
    let digest = |name: &str, what: &str| {
        let invalid = || Fault::type_error("ERR_CRYPTO_INVALID_DIGEST", format!("Invalid {what}: {name}"));
        Digest::named(name).ok_or_else(invalid)
    };
    if hash.is_none() && mask.is_none() && salt.is_none() {
        return Ok(None);
    }
    let hash = hash.as_deref().map_or(Ok(Digest::Sha1), |name| digest(name, "digest"))?;
    let mask = mask.as_deref().map_or(Ok(hash), |name| digest(name, "MGF1 digest"))?;
    Ok(Some(Restriction { digest: hash, mask, salt: salt.unwrap_or(hash.size() as u32) }))
}

/// A key on a curve, or of Curve25519.
fn named<'js>(ctx: Ctx<'js>, name: String, done: Opt<Function<'js>>) -> Result<Value<'js>> {
    job(&ctx, done.0, move || {
        if let Some(kind) = Okp::of_name(&name) {
            let secret = random(kind.size())?;
            let public = kind.public(&secret).ok_or_else(failed)?;
            return Ok(made(Private::Okp(kind, secret, public)));
        }
        let curve = Curve::named(&name).ok_or_else(failed)?;
        let secret = curve.generate();
        let point = curve.public(&secret).ok_or_else(failed)?;
        Ok(made(Private::Ec(curve, secret, point)))
    })
}

fn dsa<'js>(ctx: Ctx<'js>, size: u32, divisor: u32, done: Opt<Function<'js>>) -> Result<Value<'js>> {
    job(&ctx, done.0, move || {
        DsaPrivate::generate(size as usize, divisor as usize).map(|key| made(Private::Dsa(key)))
    })
}

/// Of a prime, or of a size in bits when that is empty.
fn dh<'js>(
    ctx: Ctx<'js>,
    prime: Bytes<'js>,
    size: u32,
    generator: u32,
    done: Opt<Function<'js>>,
) -> Result<Value<'js>> {
    let prime = bytes_of(&prime).to_vec();
    job(&ctx, done.0, move || {
        let p = if prime.is_empty() { bytes(&primes::any(size, true)?) } else { trimmed(&prime).to_vec() };
        let x = Modulus::new(&p).ok_or_else(failed)?.random();
        let g = trimmed(&generator.to_be_bytes()).to_vec();
        let y = power(&g, &x, &p).ok_or_else(failed)?;
        Ok(made(Private::Dh(DhPublic { p, g, y }, x)))
    })
}

fn secret<'js>(ctx: Ctx<'js>, length: u32, done: Opt<Function<'js>>) -> Result<Value<'js>> {
    job(&ctx, done.0, move || random(length as usize).map(|bytes| Made(Arc::new(Key::Secret(bytes)))))
}
