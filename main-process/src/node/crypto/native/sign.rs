//! Signatures with keys of every kind.

use std::sync::Arc;

use rquickjs::{
    Ctx, Function, Object, Result, Value,
    prelude::{Func, Opt},
};

use super::{
    Bytes,
    asn1::der::{self, Reader},
    curves::Okp,
    digest::Digest,
    fault::{Fault, Outcome, job},
    keys::{Key, KeyHandle, Private, Public},
    numbers::{padded, trimmed},
    rsa::{self, Padding, RsaPublic, Salt},
};
use crate::runtime::{Bytes as Output, bytes_of};

pub(super) fn register(native: &Object<'_>) -> Result<()> {
    native.set("sign", Func::from(sign))?;
    native.set("verify", Func::from(verify))
}

/// How to sign: with which hash and, for RSA, in which way.
struct Manner {
    digest: Option<String>,
    /// Whether the data is the hash already.
    hashed: bool,
    padding: Option<i32>,
    salt: Option<i32>,
    /// `r` and `s` one after another rather than as DER.
    plain: bool,
}

impl Manner {
    /// From the array `[hashed, plain, padding, salt]`; undefined for a default.
    fn new(digest: Option<String>, numbers: &[Option<i32>]) -> Self {
        let number = |index: usize| numbers.get(index).copied().flatten();
        let flag = |index: usize| number(index) == Some(1);
        Self { digest, hashed: flag(0), plain: flag(1), padding: number(2), salt: number(3) }
    }

    fn digest(&self, fallback: Digest) -> Outcome<Digest> {
        let invalid =
            |name: &str| Fault::type_error("ERR_CRYPTO_INVALID_DIGEST", format!("Invalid digest: {name}"));
        match &self.digest {
            None => Ok(fallback),
            Some(name) => Digest::named(name).ok_or_else(|| invalid(name)),
        }
    }

    fn hash(&self, digest: Digest, data: &[u8]) -> Vec<u8> {
        if self.hashed { data.to_vec() } else { digest.of(&[data]) }
    }

    fn rsa(&self, key: &RsaPublic) -> Outcome<(Digest, Padding, Salt)> {
        let digest = self.digest(key.restriction.map_or(Digest::Sha256, |restriction| restriction.digest))?;
        let padding =
            self.padding.map_or(Ok(if key.pss { Padding::Pss } else { Padding::Pkcs1 }), Padding::of)?;
        if key.pss && padding != Padding::Pss {
            return Err(rsa::illegal());
        }
        let usual = key.restriction.map_or(Salt::Any, |restriction| Salt::Exactly(restriction.salt as usize));
        let salt = self.salt.map_or(usual, Salt::of);
        rsa::check_salt(key, salt)?;
        if let Some(restriction) = key.restriction
            && restriction.digest != digest
        {
            return Err(Fault::openssl(
                "1C8000AE",
                "Provider routines",
                "digest not allowed",
                "ERR_OSSL_DIGEST_NOT_ALLOWED",
            ));
        }
        Ok((digest, padding, salt))
    }
}

fn unsupported() -> Fault {
    Fault::error("ERR_CRYPTO_UNSUPPORTED_OPERATION", "Unsupported crypto operation")
}

/// Why a key that hashes by itself, or one that is not for signatures, does not sign in this manner.
fn unsuited(kind: Okp, manner: &Manner) -> Fault {
    if manner.hashed {
        return unsupported();
    }
    if kind.signs() {
        return Fault::openssl("1C80007A", "Provider routines", "invalid digest", "ERR_OSSL_INVALID_DIGEST");
    }
    no_signing()
}

fn no_signing() -> Fault {
    Fault::openssl(
        "03000096",
        "digital envelope routines",
        "operation not supported for this keytype",
        "ERR_OSSL_EVP_OPERATION_NOT_SUPPORTED_FOR_THIS_KEYTYPE",
    )
}

fn to_der(signature: &[u8]) -> Vec<u8> {
    let (r, s) = signature.split_at(signature.len() / 2);
    der::sequence(&[&der::integer(r), &der::integer(s)])
}

/// Both numbers padded to `size`; `None` when they are too long for it.
fn from_der(signature: &[u8], size: usize) -> Option<Vec<u8>> {
    let mut numbers = Reader(signature).only_sequence()?;
    let (r, s) = (numbers.integer()?, numbers.integer()?);
    let fits = trimmed(r).len() <= size && trimmed(s).len() <= size && numbers.is_empty();
    // Only one way of writing a signature is right.
    (fits && to_der(&[padded(r, size), padded(s, size)].concat()) == signature)
        .then(|| [padded(r, size), padded(s, size)].concat())
}

fn signature(key: &Key, manner: &Manner, data: &[u8]) -> Outcome<Vec<u8>> {
    let Key::Private(key) = key else { return Err(unsupported()) };
    let written = |pair: Option<Vec<u8>>| {
        let pair = pair.ok_or_else(unsupported)?;
        Ok(if manner.plain { pair } else { to_der(&pair) })
    };
    match key {
        Private::Rsa(key) => {
            let (digest, padding, salt) = manner.rsa(&key.public)?;
            rsa::sign(key, digest, &manner.hash(digest, data), padding, salt)
        }
        Private::Ec(curve, secret, _) => {
            let hash = manner.hash(manner.digest(Digest::Sha256)?, data);
            written(curve.sign(secret, &hash))
        }
        Private::Dsa(key) => {
            let hash = manner.hash(manner.digest(Digest::Sha256)?, data);
            written(key.sign(&hash))
        }
        Private::Okp(kind, secret, _) if !manner.hashed && manner.digest.is_none() => {
            kind.sign(secret, data).ok_or_else(no_signing)
        }
        Private::Okp(kind, ..) => Err(unsuited(*kind, manner)),
        Private::Dh(..) => Err(no_signing()),
    }
}

fn is_signature(key: &Key, manner: &Manner, data: &[u8], signature: &[u8]) -> Outcome<bool> {
    let pair = |size: usize| {
        if manner.plain {
            Some(signature.to_vec()).filter(|pair| pair.len() == 2 * size)
        } else {
            from_der(signature, size)
        }
    };
    match key.public().ok_or_else(unsupported)? {
        Public::Rsa(key) => {
            let (digest, padding, salt) = manner.rsa(&key)?;
            rsa::verify(&key, digest, &manner.hash(digest, data), signature, padding, salt)
        }
        Public::Ec(curve, point) => {
            let hash = manner.hash(manner.digest(Digest::Sha256)?, data);
            Ok(pair(curve.size()).is_some_and(|pair| curve.verify(&point, &hash, &pair)))
        }
        Public::Dsa(key) => {
            let hash = manner.hash(manner.digest(Digest::Sha256)?, data);
            Ok(pair(key.q.len()).is_some_and(|pair| key.verify(&hash, &pair)))
        }
        Public::Okp(kind, public) if kind.signs() && !manner.hashed && manner.digest.is_none() => {
            Ok(kind.verify(&public, data, signature))
        }
        Public::Okp(kind, _) => Err(unsuited(kind, manner)),
        Public::Dh(_) => Err(no_signing()),
    }
}

fn sign<'js>(
    ctx: Ctx<'js>,
    key: KeyHandle<'js>,
    digest: Option<String>,
    manner: Vec<Option<i32>>,
    data: Bytes<'js>,
    done: Opt<Function<'js>>,
) -> Result<Value<'js>> {
    let (key, manner) = (Arc::clone(&key.borrow().0), Manner::new(digest, &manner));
    let data = bytes_of(&data).to_vec();
    job(&ctx, done.0, move || signature(&key, &manner, &data).map(Output))
}

fn verify<'js>(
    ctx: Ctx<'js>,
    key: KeyHandle<'js>,
    digest: Option<String>,
    manner: Vec<Option<i32>>,
    data: Bytes<'js>,
    signature: Bytes<'js>,
    done: Opt<Function<'js>>,
) -> Result<Value<'js>> {
    let (key, manner) = (Arc::clone(&key.borrow().0), Manner::new(digest, &manner));
    let [data, signature] = [&data, &signature].map(|bytes| bytes_of(bytes).to_vec());
    job(&ctx, done.0, move || is_signature(&key, &manner, &data, &signature))
}
