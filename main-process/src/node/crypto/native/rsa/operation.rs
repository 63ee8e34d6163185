use std::sync::OnceLock;

use rsa::{
    RsaPrivateKey, RsaPublicKey,
    hazmat::{rsa_decrypt_and_check, rsa_encrypt},
    traits::{PrivateKeyParts, PublicKeyParts},
};

use super::{
    super::{
        digest::Digest,
        fault::{Fault, Outcome},
        numbers::{Modulus, bits, bytes, padded, trimmed, uint},
        random::generator,
    },
    too_large,
};

/// What an RSA-PSS key is restricted to.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(in super::super) struct Restriction {
    pub(in super::super) digest: Digest,
    pub(in super::super) mask: Digest,
    pub(in super::super) salt: u32,
}

#[derive(Debug, Clone, PartialEq)]
pub(in super::super) struct RsaPublic {
    pub(in super::super) n: Vec<u8>,
    pub(in super::super) e: Vec<u8>,
    /// Set for keys of the type `rsa-pss`.
    pub(in super::super) pss: bool,
    pub(in super::super) restriction: Option<Restriction>,
}

impl RsaPublic {
    pub(in super::super) fn new(n: &[u8], e: &[u8]) -> Option<Self> {
        let (n, e) = (trimmed(n).to_vec(), trimmed(e).to_vec());
        let odd = n.last()? & 1 == 1 && !e.is_empty();
        odd.then_some(Self { n, e, pss: false, restriction: None })
    }

    /// Bytes of the modulus.
    pub(in super::super) fn size(&self) -> usize {
        self.n.len()
    }

    pub(in super::super) fn bits(&self) -> usize {
        bits(&self.n)
    }

    /// `input ^ e mod n`, in the length of the modulus.
    pub(in super::super) fn apply(&self, input: &[u8]) -> Outcome<Vec<u8>> {
        if padded(input, self.size()) >= self.n {
            return Err(too_large());
        }
        let key = RsaPublicKey::new_unchecked(uint(&self.n), uint(&self.e));
        let output = rsa_encrypt(&key, &uint(&padded(input, self.size()))).map_err(|_| too_large())?;
        Ok(padded(&bytes(&output), self.size()))
    }
}

pub(in super::super) struct RsaPrivate {
    pub(in super::super) public: RsaPublic,
    pub(in super::super) d: Vec<u8>,
    pub(in super::super) p: Vec<u8>,
    pub(in super::super) q: Vec<u8>,
    key: OnceLock<Option<Box<RsaPrivateKey>>>,
}

impl RsaPrivate {
    pub(in super::super) fn new(public: RsaPublic, d: &[u8], p: &[u8], q: &[u8]) -> Self {
        let [d, p, q] = [d, p, q].map(|number| trimmed(number).to_vec());
        Self { public, d, p, q, key: OnceLock::new() }
    }

    pub(in super::super) fn generate(size: usize, exponent: u64) -> Option<Self> {
        let key = RsaPrivateKey::new_with_exp_unchecked(&mut generator(), size, exponent.into()).ok()?;
        let public = RsaPublic::new(&bytes(key.n()), &bytes(key.e()))?;
        let [p, q] = key.primes() else { return None };
        Some(Self::new(public, &bytes(key.d()), &bytes(p), &bytes(q)))
    }

    /// `d mod (p - 1)`, `d mod (q - 1)` and `1/q mod p`.
    pub(in super::super) fn crt(&self) -> [Vec<u8>; 3] {
        let less = |prime: &[u8]| bytes(&uint(prime).wrapping_sub(crypto_bigint::BoxedUint::one()));
        let exponent = |prime: &[u8]| {
            Modulus::new(&less(prime)).map(|modulus| modulus.reduce(&self.d)).unwrap_or_default()
        };
        let inverse = Modulus::new(&self.p).and_then(|modulus| modulus.invert(&self.q)).unwrap_or_default();
        [exponent(&self.p), exponent(&self.q), inverse]
    }

    /// Whether the numbers belong together.
    pub(in super::super) fn is_sound(&self) -> bool {
        self.key().is_some()
    }

    fn key(&self) -> Option<&RsaPrivateKey> {
        let made = self.key.get_or_init(|| {
            let [n, e, d, p, q] =
                [&self.public.n, &self.public.e, &self.d, &self.p, &self.q].map(|number| uint(number));
            let primes = if self.p.is_empty() { Vec::new() } else { vec![p, q] };
            RsaPrivateKey::from_components_with_large_exponent(n, e, d, primes).ok().map(Box::new)
        });
        made.as_deref()
    }

    /// `input ^ d mod n`, blinded and checked, in the length of the modulus.
    pub(in super::super) fn apply(&self, input: &[u8]) -> Outcome<Vec<u8>> {
        let size = self.public.size();
        let failed = || Fault::error("ERR_CRYPTO_OPERATION_FAILED", "RSA operation failed");
        let key = self.key().ok_or_else(failed)?;
        let input = padded(input, size);
        if input >= self.public.n {
            return Err(too_large());
        }
        let input = crypto_bigint::BoxedUint::from_be_slice(&input, key.n_bits_precision())
            .map_err(|_| too_large())?;
        let output = rsa_decrypt_and_check(key, Some(&mut generator()), &input).map_err(|_| failed())?;
        Ok(padded(&bytes(&output), size))
    }
}
