//! Padding as in PKCS #1 version 1.5.

use super::{
    super::{
        asn1::{der, oid},
        digest::Digest,
        fault::Outcome,
        random::random,
    },
    fault, provider, too_large,
};

/// How much longer than its contents an encoded message is at least.
const OVERHEAD: usize = 11;

pub(super) fn signed(digest: Digest, hash: &[u8], length: usize) -> Outcome<Vec<u8>> {
    let too_big =
        || fault("02000070", "digest too big for rsa key", "ERR_OSSL_RSA_DIGEST_TOO_BIG_FOR_RSA_KEY");
    let invalid = || provider("1C8000AE", "digest not allowed", "ERR_OSSL_DIGEST_NOT_ALLOWED");
    let contents = match digest {
        Digest::Md5Sha1 => hash.to_vec(),
        _ => {
            let id = der::oid(oid::of_digest(digest).ok_or_else(invalid)?);
            der::sequence(&[&der::sequence(&[&id, &der::null()]), &der::octets(hash)])
        }
    };
    if contents.len() + OVERHEAD > length { Err(too_big()) } else { full(&contents, length) }
}

/// Type 1, for signatures.
pub(super) fn full(contents: &[u8], length: usize) -> Outcome<Vec<u8>> {
    let filler =
        length.checked_sub(contents.len() + 3).filter(|filler| *filler >= 8).ok_or_else(too_large)?;
    Ok([&[0, 1], &*vec![0xff; filler], &[0], contents].concat())
}

pub(super) fn contents_of_full(encoded: &[u8]) -> Outcome<Vec<u8>> {
    let bad = || fault("0200008A", "invalid padding", "ERR_OSSL_RSA_INVALID_PADDING");
    let rest = encoded.strip_prefix(&[0, 1]).ok_or_else(bad)?;
    let filler = rest.iter().take_while(|byte| **byte == 0xff).count();
    let contents = rest[filler..].strip_prefix(&[0]).filter(|_| filler >= 8).ok_or_else(bad)?;
    Ok(contents.to_vec())
}

/// Type 2, for encryption.
pub(super) fn encrypted(contents: &[u8], length: usize) -> Outcome<Vec<u8>> {
    let filler =
        length.checked_sub(contents.len() + 3).filter(|filler| *filler >= 8).ok_or_else(too_large)?;
    let mut noise = Vec::with_capacity(filler);
    while noise.len() < filler {
        noise.extend(random(filler - noise.len())?.into_iter().filter(|byte| *byte != 0));
    }
    Ok([&[0, 2], &*noise, &[0], contents].concat())
}
