//! `AlgorithmIdentifier`: the kind of a key and the parameters that it shares with others.

use super::{
    super::{
        asn1::{
            der::{self, OID, Reader, SEQUENCE},
            oid,
        },
        curves::{Curve, Okp},
        digest::Digest,
        rsa::Restriction,
    },
    Public,
};

/// What an identifier says.
pub(super) enum Kind {
    Rsa,
    Pss(Option<Restriction>),
    Ec(Curve),
    Okp(Okp),
    Dsa { p: Vec<u8>, q: Vec<u8>, g: Vec<u8> },
    Dh { p: Vec<u8>, g: Vec<u8> },
}

pub(super) fn decode(mut reader: Reader<'_>) -> Option<Kind> {
    let id = reader.expect(OID)?;
    Some(match id {
        oid::RSA => Kind::Rsa,
        oid::RSA_PSS => {
            Kind::Pss(if reader.is_empty() { None } else { Some(restriction(reader.sequence()?)?) })
        }
        oid::EC => Kind::Ec(curve(&mut reader)?),
        oid::DSA => {
            let mut numbers = reader.sequence()?;
            let mut next = || numbers.integer().map(<[u8]>::to_vec);
            Kind::Dsa { p: next()?, q: next()?, g: next()? }
        }
        oid::DH | oid::DHX => {
            let mut numbers = reader.sequence()?;
            let mut next = || numbers.integer().map(<[u8]>::to_vec);
            Kind::Dh { p: next()?, g: next()? }
        }
        _ => Kind::Okp(Okp::of_oid(id)?),
    })
}

/// A curve by its name or written out.
pub(super) fn curve(reader: &mut Reader<'_>) -> Option<Curve> {
    match reader.tag()? {
        OID => Curve::of_oid(reader.expect(OID)?),
        SEQUENCE => Curve::of_explicit(reader.any()?.2),
        _ => None,
    }
}

fn digest_of(mut reader: Reader<'_>) -> Option<Digest> {
    oid::digest(reader.sequence()?.expect(OID)?)
}

fn restriction(mut reader: Reader<'_>) -> Option<Restriction> {
    let mut found = Restriction { digest: Digest::Sha1, mask: Digest::Sha1, salt: 20 };
    if let Some(hash) = reader.explicit(0) {
        found.digest = digest_of(hash)?;
    }
    if let Some(mut mask) = reader.explicit(1) {
        let mut mask = mask.sequence()?;
        (mask.expect(OID)? == oid::MGF1).then_some(())?;
        found.mask = digest_of(mask)?;
    }
    if let Some(mut salt) = reader.explicit(2) {
        found.salt = salt.small()?;
    }
    Some(found)
}

fn written(restriction: Restriction) -> Option<Vec<u8>> {
    let hash = |digest| Some(der::sequence(&[&der::oid(oid::of_digest(digest)?), &der::null()]));
    let mut parts = Vec::new();
    if restriction.digest != Digest::Sha1 {
        parts.extend(der::explicit(0, &hash(restriction.digest)?));
    }
    if restriction.mask != Digest::Sha1 {
        let mask = der::sequence(&[&der::oid(oid::MGF1), &hash(restriction.mask)?]);
        parts.extend(der::explicit(1, &mask));
    }
    if restriction.salt != 20 {
        parts.extend(der::explicit(2, &der::small(restriction.salt)));
    }
    Some(der::sequence(&[&parts]))
}

pub(super) fn encode(key: &Public, explicit: bool) -> Option<Vec<u8>> {
    let (id, parameters) = match key {
        Public::Rsa(key) if key.pss => (oid::RSA_PSS, key.restriction.map_or(Some(Vec::new()), written)?),
        Public::Rsa(_) => (oid::RSA, der::null()),
        Public::Ec(curve, _) if explicit => (oid::EC, curve.explicit()),
        Public::Ec(curve, _) => (oid::EC, der::oid(curve.oid())),
        Public::Okp(kind, _) => (kind.oid(), Vec::new()),
        Public::Dsa(key) => {
            let numbers = [&key.p, &key.q, &key.g].map(|number| der::integer(number));
            (oid::DSA, der::sequence(&[&numbers.concat()]))
        }
        Public::Dh(key) => (oid::DH, der::sequence(&[&der::integer(&key.p), &der::integer(&key.g)])),
    };
    Some(der::sequence(&[&der::oid(id), &parameters]))
}
