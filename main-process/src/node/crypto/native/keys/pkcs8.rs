//! `PrivateKeyInfo`: private keys of every kind.

use super::{
    super::{
        asn1::der::{self, OCTETS, Reader},
        dsa::{DsaPrivate, DsaPublic},
        numbers::power,
        rsa::RsaPublic,
    },
    Private,
    algorithm::{self, Kind},
    model::DhPublic,
    traditional,
};

pub(super) fn decode(data: &[u8]) -> Option<Private> {
    let mut info = Reader(data).only_sequence()?;
    (info.small()? <= 1).then_some(())?;
    let kind = algorithm::decode(info.sequence()?)?;
    let contents = info.expect(OCTETS)?;
    Some(match kind {
        Kind::Rsa => Private::Rsa(traditional::decode_rsa(contents, |key| key)?),
        Kind::Pss(restriction) => Private::Rsa(traditional::decode_rsa(contents, |key| RsaPublic {
            pss: true,
            restriction,
            ..key
        })?),
        Kind::Ec(curve) => {
            let (curve, secret, point) = traditional::decode_ec(contents, Some(curve))?;
            Private::Ec(curve, secret, point)
        }
        Kind::Okp(kind) => {
            let secret = Reader(contents).expect(OCTETS)?;
            Private::Okp(kind, secret.to_vec(), kind.public(secret)?)
        }
        Kind::Dsa { p, q, g } => {
            let x = Reader(contents).integer()?.to_vec();
            let y = power(&g, &x, &p)?;
            Private::Dsa(DsaPrivate { public: DsaPublic { p, q, g, y }, x })
        }
        Kind::Dh { p, g } => {
            let x = Reader(contents).integer()?.to_vec();
            let y = power(&g, &x, &p)?;
            Private::Dh(DhPublic { p, g, y }, x)
        }
    })
}

pub(super) fn encode(key: &Private, explicit: bool) -> Option<Vec<u8>> {
    let contents = match key {
        Private::Rsa(key) => traditional::encode_rsa(key),
        Private::Ec(curve, secret, point) => traditional::encode_ec(*curve, secret, point, None),
        Private::Okp(_, secret, _) => der::octets(secret),
        Private::Dsa(key) => der::integer(&key.x),
        Private::Dh(_, secret) => der::integer(secret),
    };
    let algorithm = algorithm::encode(&key.public(), explicit)?;
    Some(der::sequence(&[&der::small(0), &algorithm, &der::octets(&contents)]))
}
