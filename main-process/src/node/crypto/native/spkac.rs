//! Signed public key and challenge: what `<keygen>` of HTML once sent.

use rquickjs::{Object, Result, prelude::Func};

use super::{
    Bytes,
    asn1::{
        der::{OID, Reader},
        oid, pem,
    },
    digest::Digest,
    keys::{self, Public},
    rsa::{self, Padding, Salt},
    text,
};
use crate::runtime::{Bytes as Output, bytes_of};

const IA5_TEXT: u8 = 0x16;

pub(super) fn register(native: &Object<'_>) -> Result<()> {
    native.set("spkacVerify", Func::from(|data: Bytes<'_>| with(&data, |parts| parts.is_genuine())))?;
    native.set(
        "spkacKey",
        Func::from(|data: Bytes<'_>| {
            with(&data, |parts| Some(Output(pem::write("PUBLIC KEY", "", parts.key).into_bytes())))
        }),
    )?;
    native.set(
        "spkacChallenge",
        Func::from(|data: Bytes<'_>| with(&data, |parts| Some(Output(parts.challenge.to_vec())))),
    )
}

struct Parts<'a> {
    signed: &'a [u8],
    key: &'a [u8],
    challenge: &'a [u8],
    algorithm: &'a [u8],
    signature: &'a [u8],
}

fn with<T>(data: &Bytes<'_>, look: impl FnOnce(&Parts<'_>) -> Option<T>) -> Option<T> {
    let source = String::from_utf8_lossy(bytes_of(data)).into_owned();
    let der = text::from_base64(source.trim_end_matches('\0'))?;
    look(&parse(&der)?)
}

fn parse(data: &[u8]) -> Option<Parts<'_>> {
    let mut whole = Reader(data).sequence()?;
    let (_, contents, signed) = whole.any()?;
    let mut inside = Reader(contents);
    let (_, _, key) = inside.any()?;
    let challenge = inside.expect(IA5_TEXT)?;
    let algorithm = whole.sequence()?.expect(OID)?;
    Some(Parts { signed, key, challenge, algorithm, signature: whole.bits()? })
}

impl Parts<'_> {
    fn is_genuine(&self) -> Option<bool> {
        let digest: Digest = oid::rsa_signature(self.algorithm)?;
        let Public::Rsa(key) = keys::public_of_der(self.key)? else { return None };
        let hash = digest.of(&[self.signed]);
        rsa::verify(&key, digest, &hash, self.signature, Padding::Pkcs1, Salt::Any).ok()
    }
}
