//! `SubjectPublicKeyInfo`, and PKCS #1's own form for RSA.

use super::{
    super::{
        asn1::der::{self, Reader},
        dsa::DsaPublic,
        rsa::RsaPublic,
    },
    Public,
    algorithm::{self, Kind},
    model::DhPublic,
};

pub(in super::super) fn decode(data: &[u8]) -> Option<Public> {
    let mut info = Reader(data).only_sequence()?;
    let kind = algorithm::decode(info.sequence()?)?;
    let bits = info.bits()?;
    Some(match kind {
        Kind::Rsa => Public::Rsa(decode_rsa(bits)?),
        Kind::Pss(restriction) => Public::Rsa(RsaPublic { pss: true, restriction, ..decode_rsa(bits)? }),
        Kind::Ec(curve) => Public::Ec(curve, curve.point(bits)?),
        Kind::Okp(kind) => Public::Okp(kind, (bits.len() == kind.size()).then(|| bits.to_vec())?),
        Kind::Dsa { p, q, g } => Public::Dsa(DsaPublic { p, q, g, y: Reader(bits).integer()?.to_vec() }),
        Kind::Dh { p, g } => Public::Dh(DhPublic { p, g, y: Reader(bits).integer()?.to_vec() }),
    })
}

pub(super) fn decode_rsa(data: &[u8]) -> Option<RsaPublic> {
    let mut numbers = Reader(data).only_sequence()?;
    RsaPublic::new(numbers.integer()?, numbers.integer()?)
}

pub(super) fn encode(key: &Public, explicit: bool) -> Option<Vec<u8>> {
    let contents = match key {
        Public::Rsa(key) => encode_rsa(key),
        Public::Ec(_, point) => point.clone(),
        Public::Okp(_, bytes) => bytes.clone(),
        Public::Dsa(key) => der::integer(&key.y),
        Public::Dh(key) => der::integer(&key.y),
    };
    Some(der::sequence(&[&algorithm::encode(key, explicit)?, &der::bits(&contents)]))
}

pub(super) fn encode_rsa(key: &RsaPublic) -> Vec<u8> {
    der::sequence(&[&der::integer(&key.n), &der::integer(&key.e)])
}
