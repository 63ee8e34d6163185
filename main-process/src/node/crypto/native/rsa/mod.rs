//! RSA: the numbers' arithmetic is the crate's, the paddings are here, over any hash.

mod native;
mod oaep;
mod operation;
mod pkcs1;
mod pss;

pub(super) use native::register;
pub(super) use operation::{Restriction, RsaPrivate, RsaPublic};
pub(super) use pss::{Salt, check_salt};

use super::{
    digest::Digest,
    fault::{Fault, Outcome},
};

pub(super) fn fault(number: &str, reason: &'static str, code: &'static str) -> Fault {
    Fault::openssl(number, "rsa routines", reason, code)
}

fn too_large() -> Fault {
    fault("0200006E", "data too large for key size", "ERR_OSSL_RSA_DATA_TOO_LARGE_FOR_KEY_SIZE")
}

/// OpenSSL's numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Padding {
    Pkcs1,
    None,
    Oaep,
    Pss,
}

impl Padding {
    pub(super) fn of(number: i32) -> Outcome<Self> {
        match number {
            1 => Ok(Self::Pkcs1),
            3 => Ok(Self::None),
            4 => Ok(Self::Oaep),
            6 => Ok(Self::Pss),
            _ => Err(fault("02000076", "unknown padding type", "ERR_OSSL_RSA_UNKNOWN_PADDING_TYPE")),
        }
    }
}

fn provider(number: &str, reason: &'static str, code: &'static str) -> Fault {
    Fault::openssl(number, "Provider routines", reason, code)
}

pub(super) fn illegal() -> Fault {
    provider(
        "1C8000A5",
        "illegal or unsupported padding mode",
        "ERR_OSSL_ILLEGAL_OR_UNSUPPORTED_PADDING_MODE",
    )
}

/// MGF1: as many bytes as wanted, of a seed.
fn mask(digest: Digest, seed: &[u8], length: usize) -> Vec<u8> {
    let mut mask = Vec::with_capacity(length + digest.size());
    for counter in 0u32.. {
        if mask.len() >= length {
            break;
        }
        mask.extend_from_slice(&digest.of(&[seed, &counter.to_be_bytes()]));
    }
    mask.truncate(length);
    mask
}

fn xor(target: &mut [u8], source: &[u8]) {
    target.iter_mut().zip(source).for_each(|(target, source)| *target ^= source);
}

/// A signature over the hash of a message.
pub(super) fn sign(
    key: &RsaPrivate,
    digest: Digest,
    hash: &[u8],
    padding: Padding,
    salt: Salt,
) -> Outcome<Vec<u8>> {
    let length = key.public.size();
    let encoded = match padding {
        Padding::Pkcs1 => pkcs1::signed(digest, hash, length)?,
        Padding::Pss => pss::encode(&key.public, digest, hash, salt)?,
        Padding::None => {
            return Err(provider("1C8000A8", "invalid padding mode", "ERR_OSSL_INVALID_PADDING_MODE"));
        }
        Padding::Oaep => return Err(illegal()),
    };
    key.apply(&encoded)
}

pub(super) fn verify(
    key: &RsaPublic,
    digest: Digest,
    hash: &[u8],
    signature: &[u8],
    padding: Padding,
    salt: Salt,
) -> Outcome<bool> {
    if signature.len() != key.size() {
        return Ok(false);
    }
    let Ok(encoded) = key.apply(signature) else { return Ok(false) };
    match padding {
        Padding::Pkcs1 => {
            Ok(pkcs1::signed(digest, hash, key.size()).is_ok_and(|expected| expected == encoded))
        }
        Padding::Pss => Ok(pss::verify(key, digest, hash, &encoded, salt)),
        Padding::None | Padding::Oaep => Err(illegal()),
    }
}
