//! The curves of NIST and of Bitcoin.

use ecdsa::{Signature, hazmat};
use p256::elliptic_curve::{PublicKey, SecretKey, point::AffineCoordinates, sec1::ToSec1Point};

use super::{
    super::{
        asn1::{der::Reader, oid},
        numbers::padded,
        random::random,
        text,
    },
    constants,
};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in super::super) enum Curve {
    P256,
    P384,
    P521,
    K256,
}

/// How a point is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in super::super) enum Form {
    Compressed,
    Uncompressed,
    /// Both coordinates, and the sign as well.
    Hybrid,
}

/// Evaluates `$then` with the curve's type as `$name`.
macro_rules! with_curve {
    ($curve:expr, $name:ident, $then:expr) => {
        match $curve {
            Curve::P256 => {
                type $name = p256::NistP256;
                $then
            }
            Curve::P384 => {
                type $name = p384::NistP384;
                $then
            }
            Curve::P521 => {
                type $name = p521::NistP521;
                $then
            }
            Curve::K256 => {
                type $name = k256::Secp256k1;
                $then
            }
        }
    };
}

impl Curve {
    pub(in super::super) const ALL: [Self; 4] = [Self::P256, Self::K256, Self::P384, Self::P521];

    /// OpenSSL's name.
    pub(in super::super) fn name(self) -> &'static str {
        match self {
            Self::P256 => "prime256v1",
            Self::P384 => "secp384r1",
            Self::P521 => "secp521r1",
            Self::K256 => "secp256k1",
        }
    }

    /// The name of a JWK's curve, and NIST's.
    pub(in super::super) fn jwk(self) -> &'static str {
        match self {
            Self::P256 => "P-256",
            Self::P384 => "P-384",
            Self::P521 => "P-521",
            Self::K256 => "secp256k1",
        }
    }

    pub(in super::super) fn oid(self) -> &'static [u8] {
        match self {
            Self::P256 => oid::P256,
            Self::P384 => oid::P384,
            Self::P521 => oid::P521,
            Self::K256 => oid::K256,
        }
    }

    pub(in super::super) fn of_oid(id: &[u8]) -> Option<Self> {
        Self::ALL.into_iter().find(|known| known.oid() == id)
    }

    pub(in super::super) fn named(name: &str) -> Option<Self> {
        if name == "secp256r1" {
            return Some(Self::P256);
        }
        Self::ALL.into_iter().find(|known| known.name() == name || known.jwk() == name)
    }

    /// Its parameters written out, as DER.
    pub(in super::super) fn explicit(self) -> Vec<u8> {
        let text = match self {
            Self::P256 => constants::P256,
            Self::P384 => constants::P384,
            Self::P521 => constants::P521,
            Self::K256 => constants::K256,
        };
        text::from_hex(text).unwrap_or_default()
    }

    /// The curve with these parameters: its field and its generator tell.
    pub(in super::super) fn of_explicit(parameters: &[u8]) -> Option<Self> {
        let told = field_and_generator(parameters)?;
        Self::ALL.into_iter().find(|known| {
            let written = known.explicit();
            field_and_generator(&written).is_some_and(|(field, generator)| {
                let compressed = known.written(generator, Form::Compressed);
                field == told.0 && (generator == told.1 || compressed == told.1)
            })
        })
    }

    /// Bytes of a coordinate and of a scalar.
    pub(in super::super) fn size(self) -> usize {
        match self {
            Self::P256 | Self::K256 => 32,
            Self::P384 => 48,
            Self::P521 => 66,
        }
    }

    /// A random scalar.
    pub(in super::super) fn generate(self) -> Vec<u8> {
        loop {
            let Ok(mut scalar) = random(self.size()) else { continue };
            if self == Self::P521 {
                scalar[0] &= 1;
            }
            if self.public(&scalar).is_some() {
                return scalar;
            }
        }
    }

    /// The point of a scalar, uncompressed; `None` for a scalar out of range.
    pub(in super::super) fn public(self, scalar: &[u8]) -> Option<Vec<u8>> {
        let scalar = self.scalar(scalar)?;
        with_curve!(self, C, {
            let key = SecretKey::<C>::from_slice(&scalar).ok()?;
            Some(key.public_key().to_sec1_point(false).as_bytes().to_vec())
        })
    }

    /// A point in any form, uncompressed; `None` when it is not on the curve.
    pub(in super::super) fn point(self, point: &[u8]) -> Option<Vec<u8>> {
        let plain = match point.first()? {
            // A hybrid point tells its sign twice.
            first @ (6 | 7) if first & 1 == point.last()? & 1 => [&[4], &point[1..]].concat(),
            _ => point.to_vec(),
        };
        with_curve!(self, C, {
            let key = PublicKey::<C>::from_sec1_bytes(&plain).ok()?;
            Some(key.to_sec1_point(false).as_bytes().to_vec())
        })
    }

    pub(in super::super) fn written(self, point: &[u8], form: Form) -> Vec<u8> {
        let size = self.size();
        let odd = point.last().map_or(0, |last| last & 1);
        match form {
            Form::Uncompressed => point.to_vec(),
            Form::Compressed => [&[2 | odd], &point[1..=size]].concat(),
            Form::Hybrid => [&[6 | odd], &point[1..]].concat(),
        }
    }

    /// The shared point's first coordinate.
    pub(in super::super) fn agree(self, scalar: &[u8], point: &[u8]) -> Option<Vec<u8>> {
        let scalar = self.scalar(scalar)?;
        with_curve!(self, C, {
            let key = SecretKey::<C>::from_slice(&scalar).ok()?;
            let other = PublicKey::<C>::from_sec1_bytes(point).ok()?;
            let shared = other.to_projective() * *key.to_nonzero_scalar();
            Some(shared.to_affine().x().to_vec())
        })
    }

    /// `r` and `s` one after another, of the hash of a message.
    pub(in super::super) fn sign(self, scalar: &[u8], hash: &[u8]) -> Option<Vec<u8>> {
        let scalar = self.scalar(scalar)?;
        // Drawn as RFC 6979 has it, from the key and the message, with further randomness.
        let entropy = random(32).ok()?;
        with_curve!(self, C, {
            let key = SecretKey::<C>::from_slice(&scalar).ok()?.to_nonzero_scalar();
            let (signature, _) = hazmat::sign_prehashed_rfc6979::<C, sha2::Sha256>(&key, hash, &entropy);
            Some(signature.to_bytes().to_vec())
        })
    }

    pub(in super::super) fn verify(self, point: &[u8], hash: &[u8], signature: &[u8]) -> bool {
        let verified = || {
            with_curve!(self, C, {
                let key = PublicKey::<C>::from_sec1_bytes(point).ok()?;
                // Both signs of `s` are right; the crate takes but one for some curves.
                let signature = Signature::<C>::from_slice(signature).ok()?.normalize_s();
                hazmat::verify_prehashed::<C>(&key.to_projective(), hash, &signature).ok()
            })
        };
        verified().is_some()
    }

    fn scalar(self, scalar: &[u8]) -> Option<Vec<u8>> {
        let scalar = padded(scalar, self.size());
        (scalar.len() == self.size()).then_some(scalar)
    }
}

fn field_and_generator(parameters: &[u8]) -> Option<(&[u8], &[u8])> {
    let mut parameters = Reader(parameters).only_sequence()?;
    parameters.small()?;
    let mut field = parameters.sequence()?;
    (field.expect(super::super::asn1::der::OID)? == oid::PRIME_FIELD).then_some(())?;
    let prime = field.integer()?;
    parameters.sequence()?;
    Some((prime, parameters.expect(super::super::asn1::der::OCTETS)?))
}
