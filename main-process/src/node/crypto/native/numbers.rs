//! Whole numbers of any size, as big-endian bytes on the outside.

use crypto_bigint::{
    BoxedUint, NonZero, Odd, RandomMod, Resize,
    modular::{BoxedMontyForm, BoxedMontyParams},
};

use super::random::generator;

/// Without leading zeros; zero has no bytes.
pub(super) fn trimmed(bytes: &[u8]) -> &[u8] {
    &bytes[bytes.iter().take_while(|byte| **byte == 0).count()..]
}

/// With leading zeros up to `length`.
pub(super) fn padded(bytes: &[u8], length: usize) -> Vec<u8> {
    let bytes = trimmed(bytes);
    let mut padded = vec![0; length.saturating_sub(bytes.len())];
    padded.extend_from_slice(bytes);
    padded
}

pub(super) fn bits(bytes: &[u8]) -> usize {
    let bytes = trimmed(bytes);
    bytes.first().map_or(0, |first| bytes.len() * 8 - first.leading_zeros() as usize)
}

pub(super) fn uint(bytes: &[u8]) -> BoxedUint {
    let bytes = trimmed(bytes);
    BoxedUint::from_be_slice_truncated(bytes, (bytes.len() as u32 * 8).max(8))
}

pub(super) fn bytes(number: &BoxedUint) -> Vec<u8> {
    trimmed(&number.to_be_bytes()).to_vec()
}

pub(super) fn doubled(number: &[u8]) -> Vec<u8> {
    let number = uint(number);
    let wide = number.bits_precision() + 8;
    bytes(&number.resize_unchecked(wide).shl(1))
}

/// How often `divisor` goes into `number`.
pub(super) fn quotient(number: &[u8], divisor: &[u8]) -> Option<Vec<u8>> {
    let number = uint(number);
    let divisor = NonZero::new(uint(divisor).resize_unchecked(number.bits_precision())).into_option()?;
    Some(bytes(&number.wrapping_div(&divisor)))
}

/// `number` below `modulus` in the modulus' own width.
fn reduced(number: &BoxedUint, modulus: &NonZero<BoxedUint>) -> BoxedUint {
    let width = number.bits_precision().max(modulus.bits_precision());
    let wide = modulus.as_ref().clone().resize_unchecked(width);
    let remainder = match NonZero::new(wide).into_option() {
        Some(wide) => number.clone().resize_unchecked(width).rem(&wide),
        None => BoxedUint::zero(),
    };
    remainder.resize_unchecked(modulus.bits_precision())
}

/// `base ^ exponent mod modulus`, in a time that does not depend on the values. The modulus is odd: `None` otherwise.
pub(super) fn power(base: &[u8], exponent: &[u8], modulus: &[u8]) -> Option<Vec<u8>> {
    let odd = Odd::new(uint(modulus)).into_option()?;
    let params = BoxedMontyParams::new(odd.clone());
    let base = reduced(&uint(base), &odd.as_nz_ref().clone());
    let form = BoxedMontyForm::new(base, &params);
    Some(bytes(&form.pow(&uint(exponent)).retrieve()))
}

pub(super) struct Modulus(NonZero<BoxedUint>);

impl Modulus {
    pub(super) fn new(modulus: &[u8]) -> Option<Self> {
        NonZero::new(uint(modulus)).into_option().map(Self)
    }

    pub(super) fn reduce(&self, number: &[u8]) -> Vec<u8> {
        bytes(&reduced(&uint(number), &self.0))
    }

    pub(super) fn add(&self, one: &[u8], other: &[u8]) -> Vec<u8> {
        let (one, other) = (reduced(&uint(one), &self.0), reduced(&uint(other), &self.0));
        bytes(&one.add_mod(&other, &self.0))
    }

    pub(super) fn multiply(&self, one: &[u8], other: &[u8]) -> Vec<u8> {
        let (one, other) = (reduced(&uint(one), &self.0), reduced(&uint(other), &self.0));
        bytes(&one.mul_mod(&other, &self.0))
    }

    pub(super) fn invert(&self, number: &[u8]) -> Option<Vec<u8>> {
        let number = reduced(&uint(number), &self.0);
        number.invert_mod(&self.0).into_option().map(|inverse| bytes(&inverse))
    }

    /// A random number from 1 up to the modulus.
    pub(super) fn random(&self) -> Vec<u8> {
        loop {
            let number = bytes(&BoxedUint::random_mod_vartime(&mut generator(), &self.0));
            if !number.is_empty() {
                return number;
            }
        }
    }
}
