//! Keys as the numbers that they consist of, for JWK and for what a script may know of a key.

use rquickjs::{Ctx, Object, Result};

use super::{
    super::{
        curves::{Curve, Okp},
        fault::{Fault, Outcome},
        numbers::{bits, padded},
        rsa::{RsaPrivate, RsaPublic},
    },
    Key, Private, Public,
};
use crate::runtime::{Bytes as Output, bytes_of};

/// The parts by their JWK names; `kind`, `curve` and, for RSA, what the key is restricted to.
pub(super) fn of<'js>(ctx: &Ctx<'js>, key: &Key) -> Result<Object<'js>> {
    let object = Object::new(ctx.clone())?;
    if let Some(public) = key.public() {
        object.set("kind", public.kind())?;
        set_public(&object, &public)?;
    }
    if let Key::Private(key) = key {
        set_private(&object, key)?;
    }
    Ok(object)
}

fn set_public(object: &Object<'_>, key: &Public) -> Result<()> {
    match key {
        Public::Rsa(key) => {
            object.set("n", Output(key.n.clone()))?;
            object.set("e", Output(key.e.clone()))?;
            object.set("bits", key.bits() as u32)?;
            if let Some(restriction) = key.restriction {
                object.set("hash", restriction.digest.name())?;
                object.set("mask", restriction.mask.name())?;
                object.set("salt", restriction.salt)?;
            }
            Ok(())
        }
        Public::Ec(curve, point) => {
            object.set("curve", curve.name())?;
            object.set("jwk", curve.jwk())?;
            let size = curve.size();
            object.set("x", Output(point[1..=size].to_vec()))?;
            object.set("y", Output(point[size + 1..].to_vec()))
        }
        Public::Okp(kind, public) => {
            object.set("jwk", kind.jwk())?;
            object.set("x", Output(public.clone()))
        }
        Public::Dsa(key) => {
            object.set("bits", bits(&key.p) as u32)?;
            object.set("divisorBits", bits(&key.q) as u32)
        }
        Public::Dh(key) => object.set("bits", bits(&key.p) as u32),
    }
}

fn set_private(object: &Object<'_>, key: &Private) -> Result<()> {
    match key {
        Private::Rsa(key) => {
            let [dp, dq, qi] = key.crt();
            let parts = [("d", &key.d), ("p", &key.p), ("q", &key.q), ("dp", &dp), ("dq", &dq), ("qi", &qi)];
            parts.iter().try_for_each(|(name, part)| object.set(*name, Output(part.to_vec())))
        }
        Private::Ec(curve, secret, _) => object.set("d", Output(padded(secret, curve.size()))),
        Private::Okp(_, secret, _) => object.set("d", Output(secret.clone())),
        Private::Dsa(_) | Private::Dh(..) => Ok(()),
    }
}

fn bad() -> Fault {
    Fault::type_error("ERR_CRYPTO_INVALID_JWK", "Invalid JWK data")
}

/// A key of its parts, private if `d` is there.
pub(super) fn build(kind: &str, curve: &str, parts: &Object<'_>) -> Outcome<Key> {
    let part = |name: &str| -> Option<Vec<u8>> {
        let part = parts.get::<_, Option<super::super::Bytes<'_>>>(name).ok()??;
        Some(bytes_of(&part).to_vec())
    };
    let need = |name: &str| part(name).ok_or_else(bad);
    match kind {
        "rsa" => {
            let public = RsaPublic::new(&need("n")?, &need("e")?).ok_or_else(bad)?;
            let Some(d) = part("d") else { return Ok(Key::Public(Public::Rsa(public))) };
            let key = RsaPrivate::new(public, &d, &need("p")?, &need("q")?);
            key.is_sound().then_some(Key::Private(Private::Rsa(key))).ok_or_else(bad)
        }
        "ec" => {
            let invalid = || Fault::type_error("ERR_CRYPTO_INVALID_JWK", "Invalid JWK EC key");
            let curve = Curve::named(curve).ok_or_else(invalid)?;
            let [x, y] = [need("x")?, need("y")?].map(|number| padded(&number, curve.size()));
            let point = curve.point(&[&[4], &*x, &y].concat()).ok_or_else(invalid)?;
            let Some(d) = part("d") else { return Ok(Key::Public(Public::Ec(curve, point))) };
            let made = curve.public(&d).filter(|made| *made == point).ok_or_else(invalid)?;
            Ok(Key::Private(Private::Ec(curve, padded(&d, curve.size()), made)))
        }
        _ => {
            let kind = Okp::of_jwk(curve).ok_or_else(bad)?;
            match part("d") {
                Some(d) => {
                    let public = kind.public(&d).ok_or_else(bad)?;
                    Ok(Key::Private(Private::Okp(kind, d, public)))
                }
                None => {
                    let public = need("x")?;
                    (public.len() == kind.size())
                        .then_some(Key::Public(Public::Okp(kind, public)))
                        .ok_or_else(bad)
                }
            }
        }
    }
}
