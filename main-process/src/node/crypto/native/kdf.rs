//! Keys from passwords and from other keys.

use digest::{Digest as Hash, common::BlockSizeUser};
use rquickjs::{
    Ctx, Function, Object, Result, Value,
    prelude::{Func, Opt},
};

use super::{
    Bytes,
    digest::{Digest, with_hash},
    fault::{Fault, OrThrow, Outcome, job},
    hmac::Hmac,
};
use crate::runtime::{Bytes as Output, bytes_of};

pub(super) fn register(native: &Object<'_>) -> Result<()> {
    native.set("pbkdf2", Func::from(pbkdf2))?;
    native.set("hkdf", Func::from(hkdf))?;
    native.set("scrypt", Func::from(scrypt))
}

fn digest_of(name: &str) -> Outcome<Digest> {
    Digest::named(name).ok_or_else(|| invalid(name))
}

fn invalid(name: &str) -> Fault {
    Fault::type_error("ERR_CRYPTO_INVALID_DIGEST", format!("Invalid digest: {name}"))
}

fn pbkdf2<'js>(
    ctx: Ctx<'js>,
    password: Bytes<'js>,
    salt: Bytes<'js>,
    iterations: u32,
    length: u32,
    name: String,
    done: Opt<Function<'js>>,
) -> Result<Value<'js>> {
    let digest = digest_of(&name).or_throw(&ctx)?;
    let (password, salt) = (bytes_of(&password).to_vec(), bytes_of(&salt).to_vec());
    job(&ctx, done.0, move || stretch(digest, &password, &salt, iterations, length as usize).map(Output))
}

pub(super) fn stretch(
    digest: Digest,
    password: &[u8],
    salt: &[u8],
    iterations: u32,
    length: usize,
) -> Outcome<Vec<u8>> {
    let mut key = vec![0; length];
    macro_rules! run {
        ($hash:ty) => {
            run::<$hash>(password, salt, iterations, &mut key)
        };
    }
    with_hash!(digest, run, Digest::Md5Sha1 | Digest::Shake128 | Digest::Shake256 => return Err(invalid(digest.name())));
    Ok(key)
}

/// PBKDF2 with HMAC, for each hash by itself: the loop is all there is to the time that it takes.
fn run<D: Hash + BlockSizeUser + Clone>(password: &[u8], salt: &[u8], iterations: u32, key: &mut [u8]) {
    let keyed = |pad: u8| {
        let mut block = vec![pad; D::block_size()];
        let short = D::digest(password);
        let password = if password.len() > block.len() { &short[..] } else { password };
        block.iter_mut().zip(password).for_each(|(byte, key)| *byte ^= key);
        D::new_with_prefix(&block)
    };
    let (inner, outer) = (keyed(0x36), keyed(0x5c));
    let code = |parts: &[&[u8]]| {
        let mut hash = inner.clone();
        parts.iter().for_each(|part| hash.update(part));
        outer.clone().chain_update(hash.finalize()).finalize()
    };
    for (chunk, index) in key.chunks_mut(<D as Hash>::output_size()).zip(1u32..) {
        let mut last = code(&[salt, &index.to_be_bytes()]);
        let mut sum = last.clone();
        for _ in 1..iterations {
            last = code(&[&last]);
            sum.iter_mut().zip(&last).for_each(|(sum, byte)| *sum ^= byte);
        }
        chunk.copy_from_slice(&sum[..chunk.len()]);
    }
}

fn hkdf<'js>(
    ctx: Ctx<'js>,
    name: String,
    key: Bytes<'js>,
    salt: Bytes<'js>,
    info: Bytes<'js>,
    length: u32,
    done: Opt<Function<'js>>,
) -> Result<Value<'js>> {
    let digest = digest_of(&name).or_throw(&ctx)?;
    let parts = [&key, &salt, &info].map(|part| bytes_of(part).to_vec());
    job(&ctx, done.0, move || {
        let [key, salt, info] = parts;
        Ok(Output(expand(digest, &key, &salt, &info, length as usize)))
    })
}

/// RFC 5869.
pub(super) fn expand(digest: Digest, key: &[u8], salt: &[u8], info: &[u8], length: usize) -> Vec<u8> {
    let mut hmac = Hmac::new(digest, &Hmac::new(digest, salt).of(&[key]));
    let (mut output, mut last, mut count) = (Vec::with_capacity(length), Vec::new(), 0u8);
    while output.len() < length {
        count = count.wrapping_add(1);
        last = hmac.of(&[&last, info, &[count]]);
        output.extend_from_slice(&last);
    }
    output.truncate(length);
    output
}

/// `N`, a power of two, `r` and `p`.
fn parameters_of(cost: &[f64]) -> Outcome<scrypt::Params> {
    let bad = || Fault::range_error("ERR_CRYPTO_INVALID_SCRYPT_PARAMS", "Invalid scrypt params");
    let [cost, size, lanes] = cost else { return Err(bad()) };
    scrypt::Params::new(cost.log2() as u8, *size as u32, *lanes as u32).map_err(|_| bad())
}

fn scrypt<'js>(
    ctx: Ctx<'js>,
    password: Bytes<'js>,
    salt: Bytes<'js>,
    length: u32,
    cost: Vec<f64>,
    done: Opt<Function<'js>>,
) -> Result<Value<'js>> {
    let parameters = parameters_of(&cost).or_throw(&ctx)?;
    let (password, salt) = (bytes_of(&password).to_vec(), bytes_of(&salt).to_vec());
    job(&ctx, done.0, move || {
        let mut key = vec![0; length as usize];
        if !key.is_empty() {
            let failed = |_| Fault::error("ERR_CRYPTO_OPERATION_FAILED", "scrypt failed");
            scrypt::scrypt(&password, &salt, &parameters, &mut key).map_err(failed)?;
        }
        Ok(Output(key))
    })
}
