//! The digital signature algorithm over whole numbers (FIPS 186).

use super::{
    fault::{Fault, Outcome},
    numbers::{Modulus, bits, bytes, doubled, padded, power, quotient, trimmed, uint},
    primes,
};

#[derive(Debug, Clone, PartialEq)]
pub(super) struct DsaPublic {
    pub(super) p: Vec<u8>,
    pub(super) q: Vec<u8>,
    pub(super) g: Vec<u8>,
    pub(super) y: Vec<u8>,
}

pub(super) struct DsaPrivate {
    pub(super) public: DsaPublic,
    pub(super) x: Vec<u8>,
}

/// The number that a hash stands for: its first bits, as many as `q` has.
fn number(hash: &[u8], q: &[u8]) -> Vec<u8> {
    let wanted = bits(q);
    let hash = &hash[..hash.len().min(wanted.div_ceil(8))];
    let excess = (hash.len() * 8).saturating_sub(wanted) as u32;
    bytes(&(uint(hash) >> excess))
}

impl DsaPrivate {
    /// With domain parameters of these sizes in bits.
    pub(super) fn generate(size: usize, divisor: usize) -> Outcome<Self> {
        let failed = || Fault::error("ERR_CRYPTO_OPERATION_FAILED", "Key generation failed");
        let q = bytes(&primes::any(divisor as u32, false)?);
        let double = doubled(&q);
        let p = bytes(&primes::congruent(size as u32, false, &double, &[1])?);
        let cofactor = quotient(&p, &q).ok_or_else(failed)?;
        let g = (2u8..)
            .find_map(|base| power(&[base], &cofactor, &p).filter(|g| g != &[1]))
            .ok_or_else(failed)?;
        Self::of_domain(&p, &q, &g).ok_or_else(failed)
    }

    pub(super) fn of_domain(p: &[u8], q: &[u8], g: &[u8]) -> Option<Self> {
        let x = Modulus::new(q)?.random();
        let y = power(g, &x, p)?;
        let [p, q, g] = [p, q, g].map(|number| trimmed(number).to_vec());
        Some(Self { public: DsaPublic { p, q, g, y }, x })
    }

    /// `r` and `s` one after another.
    pub(super) fn sign(&self, hash: &[u8]) -> Option<Vec<u8>> {
        let DsaPublic { p, q, g, .. } = &self.public;
        let modulus = Modulus::new(q)?;
        let hash = number(hash, q);
        loop {
            let secret = modulus.random();
            let r = modulus.reduce(&power(g, &secret, p)?);
            let sum = modulus.add(&hash, &modulus.multiply(&self.x, &r));
            let s = modulus.multiply(&modulus.invert(&secret)?, &sum);
            if !r.is_empty() && !s.is_empty() {
                return Some([padded(&r, q.len()), padded(&s, q.len())].concat());
            }
        }
    }
}

impl DsaPublic {
    pub(super) fn verify(&self, hash: &[u8], signature: &[u8]) -> bool {
        self.checked(hash, signature).unwrap_or(false)
    }

    fn checked(&self, hash: &[u8], signature: &[u8]) -> Option<bool> {
        let (r, s) = signature.split_at_checked(self.q.len())?;
        let modulus = Modulus::new(&self.q)?;
        let fits = |number: &[u8]| !trimmed(number).is_empty() && uint(number) < uint(&self.q);
        if s.len() != r.len() || !fits(r) || !fits(s) {
            return Some(false);
        }
        let inverse = modulus.invert(s)?;
        let one = modulus.multiply(&number(hash, &self.q), &inverse);
        let two = modulus.multiply(r, &inverse);
        let large = Modulus::new(&self.p)?;
        let product = large.multiply(&power(&self.g, &one, &self.p)?, &power(&self.y, &two, &self.p)?);
        Some(modulus.reduce(&product) == trimmed(r))
    }
}
