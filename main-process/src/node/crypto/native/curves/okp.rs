//! Curve25519 and Curve448, each in its two forms: keys are plain strings of bytes.

use curve25519_dalek::MontgomeryPoint;
use ed448_goldilocks::{EdwardsScalar, MontgomeryPoint as Point448, elliptic_curve};
use ed25519_dalek::Signer;
use elliptic_curve::{
    bigint::{Encoding, U448},
    scalar::FromUintUnchecked,
};
use subtle::ConstantTimeEq;

use super::super::asn1::oid;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in super::super) enum Okp {
    Ed25519,
    X25519,
    Ed448,
    X448,
}

impl Okp {
    const ALL: [Self; 4] = [Self::Ed25519, Self::X25519, Self::Ed448, Self::X448];

    /// The name of the key's type.
    pub(in super::super) fn name(self) -> &'static str {
        match self {
            Self::Ed25519 => "ed25519",
            Self::X25519 => "x25519",
            Self::Ed448 => "ed448",
            Self::X448 => "x448",
        }
    }

    /// The name of a JWK's curve.
    pub(in super::super) fn jwk(self) -> &'static str {
        match self {
            Self::Ed25519 => "Ed25519",
            Self::X25519 => "X25519",
            Self::Ed448 => "Ed448",
            Self::X448 => "X448",
        }
    }

    pub(in super::super) fn oid(self) -> &'static [u8] {
        match self {
            Self::Ed25519 => oid::ED25519,
            Self::X25519 => oid::X25519,
            Self::Ed448 => oid::ED448,
            Self::X448 => oid::X448,
        }
    }

    pub(in super::super) fn of_oid(id: &[u8]) -> Option<Self> {
        Self::ALL.into_iter().find(|known| known.oid() == id)
    }

    pub(in super::super) fn of_jwk(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|known| known.jwk() == name)
    }

    pub(in super::super) fn of_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|known| known.name() == name)
    }

    pub(in super::super) fn size(self) -> usize {
        match self {
            Self::Ed25519 | Self::X25519 => 32,
            Self::X448 => 56,
            Self::Ed448 => 57,
        }
    }

    /// Whether it is for signatures.
    pub(in super::super) fn signs(self) -> bool {
        matches!(self, Self::Ed25519 | Self::Ed448)
    }

    pub(in super::super) fn public(self, key: &[u8]) -> Option<Vec<u8>> {
        Some(match self {
            Self::Ed25519 => ed25519_dalek::SigningKey::from_bytes(key.try_into().ok()?)
                .verifying_key()
                .to_bytes()
                .to_vec(),
            Self::X25519 => MontgomeryPoint::mul_base_clamped(key.try_into().ok()?).to_bytes().to_vec(),
            Self::Ed448 => {
                ed448_goldilocks::SigningKey::try_from(key).ok()?.verifying_key().to_bytes().to_vec()
            }
            Self::X448 => (&Point448::GENERATOR * &clamped(key)?).0.to_vec(),
        })
    }

    /// `None` when the other's point is one that gives the same secret for every key.
    pub(in super::super) fn agree(self, key: &[u8], other: &[u8]) -> Option<Vec<u8>> {
        let secret = match self {
            Self::X25519 => {
                let other = MontgomeryPoint(other.try_into().ok()?);
                other.mul_clamped(key.try_into().ok()?).to_bytes().to_vec()
            }
            Self::X448 => (&Point448(other.try_into().ok()?) * &clamped(key)?).0.to_vec(),
            Self::Ed25519 | Self::Ed448 => return None,
        };
        (!bool::from(secret.ct_eq(&vec![0; secret.len()]))).then_some(secret)
    }

    pub(in super::super) fn sign(self, key: &[u8], data: &[u8]) -> Option<Vec<u8>> {
        match self {
            Self::Ed25519 => Some(
                ed25519_dalek::SigningKey::from_bytes(key.try_into().ok()?).sign(data).to_bytes().to_vec(),
            ),
            Self::Ed448 => {
                Some(ed448_goldilocks::SigningKey::try_from(key).ok()?.sign_raw(data).to_bytes().to_vec())
            }
            Self::X25519 | Self::X448 => None,
        }
    }

    pub(in super::super) fn verify(self, key: &[u8], data: &[u8], signature: &[u8]) -> bool {
        let verified = || match self {
            Self::Ed25519 => {
                let key = ed25519_dalek::VerifyingKey::from_bytes(key.try_into().ok()?).ok()?;
                let signature = ed25519_dalek::Signature::from_slice(signature).ok()?;
                ed25519_dalek::Verifier::verify(&key, data, &signature).ok()
            }
            Self::Ed448 => {
                let key = ed448_goldilocks::VerifyingKey::from_bytes(key.try_into().ok()?).ok()?;
                let signature = ed448_goldilocks::Signature::try_from(signature).ok()?;
                key.verify_raw(&signature, data).ok()
            }
            Self::X25519 | Self::X448 => None,
        };
        verified().is_some()
    }
}

/// A key of X448 as a scalar: a multiple of the cofactor with its highest bit set (RFC 7748).
fn clamped(key: &[u8]) -> Option<EdwardsScalar> {
    let mut key: [u8; 56] = key.try_into().ok()?;
    key[0] &= 252;
    key[55] |= 128;
    Some(EdwardsScalar::from_uint_unchecked(U448::from_le_bytes(key.into())))
}
