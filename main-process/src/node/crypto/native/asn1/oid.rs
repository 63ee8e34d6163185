//! Object identifiers, as they are encoded.

use super::super::digest::Digest;

pub(in super::super) const RSA: &[u8] = b"\x2a\x86\x48\x86\xf7\x0d\x01\x01\x01";
pub(in super::super) const MGF1: &[u8] = b"\x2a\x86\x48\x86\xf7\x0d\x01\x01\x08";
pub(in super::super) const RSA_PSS: &[u8] = b"\x2a\x86\x48\x86\xf7\x0d\x01\x01\x0a";
pub(in super::super) const DSA: &[u8] = b"\x2a\x86\x48\xce\x38\x04\x01";
pub(in super::super) const DH: &[u8] = b"\x2a\x86\x48\x86\xf7\x0d\x01\x03\x01";
pub(in super::super) const DHX: &[u8] = b"\x2a\x86\x48\xce\x3e\x02\x01";
pub(in super::super) const EC: &[u8] = b"\x2a\x86\x48\xce\x3d\x02\x01";
pub(in super::super) const PRIME_FIELD: &[u8] = b"\x2a\x86\x48\xce\x3d\x01\x01";
pub(in super::super) const P256: &[u8] = b"\x2a\x86\x48\xce\x3d\x03\x01\x07";
pub(in super::super) const P384: &[u8] = b"\x2b\x81\x04\x00\x22";
pub(in super::super) const P521: &[u8] = b"\x2b\x81\x04\x00\x23";
pub(in super::super) const K256: &[u8] = b"\x2b\x81\x04\x00\x0a";
pub(in super::super) const X25519: &[u8] = b"\x2b\x65\x6e";
pub(in super::super) const X448: &[u8] = b"\x2b\x65\x6f";
pub(in super::super) const ED25519: &[u8] = b"\x2b\x65\x70";
pub(in super::super) const ED448: &[u8] = b"\x2b\x65\x71";
pub(in super::super) const PBES2: &[u8] = b"\x2a\x86\x48\x86\xf7\x0d\x01\x05\x0d";
pub(in super::super) const PBKDF2: &[u8] = b"\x2a\x86\x48\x86\xf7\x0d\x01\x05\x0c";
pub(in super::super) const AES_128_CBC: &[u8] = b"\x60\x86\x48\x01\x65\x03\x04\x01\x02";
pub(in super::super) const AES_192_CBC: &[u8] = b"\x60\x86\x48\x01\x65\x03\x04\x01\x16";
pub(in super::super) const AES_256_CBC: &[u8] = b"\x60\x86\x48\x01\x65\x03\x04\x01\x2a";
pub(in super::super) const DES_EDE3_CBC: &[u8] = b"\x2a\x86\x48\x86\xf7\x0d\x03\x07";

const DIGESTS: &[(Digest, &[u8])] = &[
    (Digest::Md5, b"\x2a\x86\x48\x86\xf7\x0d\x02\x05"),
    (Digest::Sha1, b"\x2b\x0e\x03\x02\x1a"),
    (Digest::Ripemd160, b"\x2b\x24\x03\x02\x01"),
    (Digest::Sha256, b"\x60\x86\x48\x01\x65\x03\x04\x02\x01"),
    (Digest::Sha384, b"\x60\x86\x48\x01\x65\x03\x04\x02\x02"),
    (Digest::Sha512, b"\x60\x86\x48\x01\x65\x03\x04\x02\x03"),
    (Digest::Sha224, b"\x60\x86\x48\x01\x65\x03\x04\x02\x04"),
    (Digest::Sha512T224, b"\x60\x86\x48\x01\x65\x03\x04\x02\x05"),
    (Digest::Sha512T256, b"\x60\x86\x48\x01\x65\x03\x04\x02\x06"),
    (Digest::Sha3_224, b"\x60\x86\x48\x01\x65\x03\x04\x02\x07"),
    (Digest::Sha3_256, b"\x60\x86\x48\x01\x65\x03\x04\x02\x08"),
    (Digest::Sha3_384, b"\x60\x86\x48\x01\x65\x03\x04\x02\x09"),
    (Digest::Sha3_512, b"\x60\x86\x48\x01\x65\x03\x04\x02\x0a"),
];

/// HMAC as PBKDF2 names it.
const MACS: &[(Digest, &[u8])] = &[
    (Digest::Sha1, b"\x2a\x86\x48\x86\xf7\x0d\x02\x07"),
    (Digest::Sha224, b"\x2a\x86\x48\x86\xf7\x0d\x02\x08"),
    (Digest::Sha256, b"\x2a\x86\x48\x86\xf7\x0d\x02\x09"),
    (Digest::Sha384, b"\x2a\x86\x48\x86\xf7\x0d\x02\x0a"),
    (Digest::Sha512, b"\x2a\x86\x48\x86\xf7\x0d\x02\x0b"),
];

/// The hash of a signature algorithm of RSA's.
pub(in super::super) fn rsa_signature(id: &[u8]) -> Option<Digest> {
    let (last, family) = id.split_last()?;
    (family == &RSA[..RSA.len() - 1]).then_some(())?;
    match last {
        4 => Some(Digest::Md5),
        5 => Some(Digest::Sha1),
        11 => Some(Digest::Sha256),
        12 => Some(Digest::Sha384),
        13 => Some(Digest::Sha512),
        14 => Some(Digest::Sha224),
        _ => None,
    }
}

pub(in super::super) fn of_digest(digest: Digest) -> Option<&'static [u8]> {
    DIGESTS.iter().find(|(known, _)| *known == digest).map(|(_, id)| *id)
}

pub(in super::super) fn digest(id: &[u8]) -> Option<Digest> {
    DIGESTS.iter().find(|(_, known)| *known == id).map(|(digest, _)| *digest)
}

pub(in super::super) fn mac(id: &[u8]) -> Option<Digest> {
    MACS.iter().find(|(_, known)| *known == id).map(|(digest, _)| *digest)
}

pub(in super::super) fn of_mac(digest: Digest) -> Option<&'static [u8]> {
    MACS.iter().find(|(known, _)| *known == digest).map(|(_, id)| *id)
}
