//! Private keys in the forms that each kind had before PKCS #8.

use super::{
    super::{
        asn1::der::{self, OCTETS, Reader},
        curves::Curve,
        dsa::{DsaPrivate, DsaPublic},
        rsa::{RsaPrivate, RsaPublic},
    },
    algorithm,
};

pub(super) fn decode_rsa(data: &[u8], public: impl FnOnce(RsaPublic) -> RsaPublic) -> Option<RsaPrivate> {
    let mut numbers = Reader(data).only_sequence()?;
    (numbers.small()? == 0).then_some(())?;
    let known = public(RsaPublic::new(numbers.integer()?, numbers.integer()?)?);
    let (d, p, q) = (numbers.integer()?, numbers.integer()?, numbers.integer()?);
    Some(RsaPrivate::new(known, d, p, q))
}

pub(super) fn encode_rsa(key: &RsaPrivate) -> Vec<u8> {
    let [dp, dq, inverse] = key.crt();
    let numbers = [&key.public.n, &key.public.e, &key.d, &key.p, &key.q, &dp, &dq, &inverse];
    der::sequence(&[&der::small(0), &numbers.map(|number| der::integer(number)).concat()])
}

/// The curve is written inside unless it was told outside.
pub(super) fn decode_ec(data: &[u8], told: Option<Curve>) -> Option<(Curve, Vec<u8>, Vec<u8>)> {
    let mut parts = Reader(data).only_sequence()?;
    (parts.small()? == 1).then_some(())?;
    let secret = parts.expect(OCTETS)?;
    let inside = parts.explicit(0).and_then(|mut inside| algorithm::curve(&mut inside));
    let curve = told.or(inside)?;
    let point = curve.public(secret)?;
    Some((curve, super::super::numbers::padded(secret, curve.size()), point))
}

/// SEC1, with the curve or, inside PKCS #8, without.
pub(super) fn encode_ec(curve: Curve, secret: &[u8], point: &[u8], parameters: Option<Vec<u8>>) -> Vec<u8> {
    let secret = super::super::numbers::padded(secret, curve.size());
    let parameters = parameters.map_or_else(Vec::new, |parameters| der::explicit(0, &parameters));
    let public = der::explicit(1, &der::bits(point));
    der::sequence(&[&der::small(1), &der::octets(&secret), &parameters, &public])
}

pub(super) fn decode_dsa(data: &[u8]) -> Option<DsaPrivate> {
    let mut numbers = Reader(data).only_sequence()?;
    (numbers.small()? == 0).then_some(())?;
    let mut next = || numbers.integer().map(<[u8]>::to_vec);
    let (p, q, g, y, x) = (next()?, next()?, next()?, next()?, next()?);
    Some(DsaPrivate { public: DsaPublic { p, q, g, y }, x })
}

pub(super) fn encode_dsa(key: &DsaPrivate) -> Vec<u8> {
    let DsaPublic { p, q, g, y } = &key.public;
    let numbers = [p, q, g, y, &key.x].map(|number| der::integer(number));
    der::sequence(&[&der::small(0), &numbers.concat()])
}
