//! `publicEncrypt`, `privateDecrypt`, `privateEncrypt` and `publicDecrypt`.

use rquickjs::{Ctx, Object, Result, prelude::Func};

use super::{
    super::{
        Bytes,
        digest::Digest,
        fault::{Fault, OrThrow, Outcome},
        keys::{Key, KeyHandle, Private, Public},
    },
    Padding, RsaPrivate, RsaPublic, illegal, oaep, pkcs1, too_large,
};
use crate::runtime::{Bytes as Output, bytes_of};

pub(in super::super) fn register(native: &Object<'_>) -> Result<()> {
    native.set("rsaEncrypt", Func::from(encrypt))?;
    native.set("rsaDecrypt", Func::from(decrypt))?;
    native.set("rsaSeal", Func::from(seal))?;
    native.set("rsaOpen", Func::from(open))
}

fn no_operation() -> Fault {
    Fault::openssl(
        "03000096",
        "digital envelope routines",
        "operation not supported for this keytype",
        "ERR_OSSL_EVP_OPERATION_NOT_SUPPORTED_FOR_THIS_KEYTYPE",
    )
}

/// Keys of the type `rsa-pss` are for signatures.
fn signing_only() -> Fault {
    let reason = "operation not supported for this keytype";
    super::provider("1C8000B2", reason, "ERR_OSSL_OPERATION_NOT_SUPPORTED_FOR_THIS_KEYTYPE")
}

fn public(key: &Key) -> Outcome<&RsaPublic> {
    let key = match key {
        Key::Public(Public::Rsa(key)) => key,
        Key::Private(Private::Rsa(key)) => &key.public,
        _ => return Err(no_operation()),
    };
    if key.pss { Err(signing_only()) } else { Ok(key) }
}

fn private(key: &Key) -> Outcome<&RsaPrivate> {
    match key {
        Key::Private(Private::Rsa(key)) if key.public.pss => Err(signing_only()),
        Key::Private(Private::Rsa(key)) => Ok(key),
        _ => Err(no_operation()),
    }
}

fn hash(name: Option<String>) -> Outcome<Digest> {
    let name = name.unwrap_or_else(|| "sha1".into());
    Digest::named(&name).ok_or_else(|| Fault::error("ERR_OSSL_EVP_INVALID_DIGEST", "Invalid digest used"))
}

fn encrypt<'js>(
    ctx: Ctx<'js>,
    key: KeyHandle<'js>,
    padding: i32,
    digest: Option<String>,
    label: Option<Bytes<'js>>,
    data: Bytes<'js>,
) -> Result<Output> {
    let run = || {
        let key = key.borrow();
        let (key, data) = (public(&key.0)?, bytes_of(&data));
        let encoded = match Padding::of(padding)? {
            Padding::Pkcs1 => pkcs1::encrypted(data, key.size())?,
            Padding::Oaep => {
                oaep::encode(hash(digest)?, label.as_ref().map_or(&[], bytes_of), data, key.size())?
            }
            Padding::None => whole(data, key.size())?,
            Padding::Pss => return Err(illegal()),
        };
        key.apply(&encoded).map(Output)
    };
    run().or_throw(&ctx)
}

/// Data that is used as it is must have the key's length.
fn whole(data: &[u8], size: usize) -> Outcome<Vec<u8>> {
    if data.len() > size {
        return Err(too_large());
    }
    if data.len() < size {
        let reason = "data too small for key size";
        return Err(super::fault("0200007A", reason, "ERR_OSSL_RSA_DATA_TOO_SMALL_FOR_KEY_SIZE"));
    }
    Ok(data.to_vec())
}

fn decrypt<'js>(
    ctx: Ctx<'js>,
    key: KeyHandle<'js>,
    padding: i32,
    digest: Option<String>,
    label: Option<Bytes<'js>>,
    data: Bytes<'js>,
) -> Result<Output> {
    let run = || {
        let key = key.borrow();
        let (key, data) = (private(&key.0)?, bytes_of(&data));
        if data.len() > key.public.size() {
            let reason = "data greater than mod len";
            return Err(super::fault("0200006C", reason, "ERR_OSSL_RSA_DATA_GREATER_THAN_MOD_LEN"));
        }
        let padding = Padding::of(padding)?;
        let too_large = |_| {
            super::fault("02000084", "data too large for modulus", "ERR_OSSL_RSA_DATA_TOO_LARGE_FOR_MODULUS")
        };
        let encoded = key.apply(data).map_err(too_large)?;
        Ok(Output(match padding {
            Padding::Oaep => oaep::decode(hash(digest)?, label.as_ref().map_or(&[], bytes_of), &encoded)?,
            Padding::None => encoded,
            Padding::Pkcs1 | Padding::Pss => return Err(illegal()),
        }))
    };
    run().or_throw(&ctx)
}

/// The private operation on data of the script's: a signature without a hash.
fn seal<'js>(ctx: Ctx<'js>, key: KeyHandle<'js>, padding: i32, data: Bytes<'js>) -> Result<Output> {
    let run = || {
        let key = key.borrow();
        let (key, data) = (private(&key.0)?, bytes_of(&data));
        let encoded = match Padding::of(padding)? {
            Padding::Pkcs1 => pkcs1::full(data, key.public.size())?,
            Padding::None => whole(data, key.public.size())?,
            _ => return Err(illegal()),
        };
        key.apply(&encoded).map(Output)
    };
    run().or_throw(&ctx)
}

fn open<'js>(ctx: Ctx<'js>, key: KeyHandle<'js>, padding: i32, data: Bytes<'js>) -> Result<Output> {
    let run = || {
        let key = key.borrow();
        let (key, data) = (public(&key.0)?, bytes_of(&data));
        let encoded = key.apply(data)?;
        Ok(Output(match Padding::of(padding)? {
            Padding::Pkcs1 => pkcs1::contents_of_full(&encoded)?,
            Padding::None => encoded,
            _ => return Err(illegal()),
        }))
    };
    run().or_throw(&ctx)
}
