//! Cryptography over bytes. Each file or folder registers the natives of its topic.

mod agree;
mod asn1;
mod curves;
mod digest;
mod dsa;
mod fault;
mod groups;
mod hash;
mod held;
mod hmac;
mod kdf;
mod keys;
mod numbers;
mod primes;
mod random;
mod rsa;
mod sign;
mod spkac;
mod symmetric;
mod text;

use rquickjs::{Ctx, Object, Result, TypedArray};

type Bytes<'js> = TypedArray<'js, u8>;

pub(super) fn native(_: &Ctx<'_>, native: &Object<'_>) -> Result<()> {
    hash::register(native)?;
    hmac::register(native)?;
    kdf::register(native)?;
    random::register(native)?;
    primes::register(native)?;
    symmetric::register(native)?;
    keys::register(native)?;
    rsa::register(native)?;
    sign::register(native)?;
    agree::register(native)?;
    spkac::register(native)
}
