//! Optimal asymmetric encryption padding (RFC 8017).

use subtle::{Choice, ConditionallySelectable, ConstantTimeEq};

use super::{
    super::{
        digest::Digest,
        fault::{Fault, Outcome},
        random::random,
    },
    fault, mask, too_large, xor,
};

pub(super) fn encode(digest: Digest, label: &[u8], message: &[u8], length: usize) -> Outcome<Vec<u8>> {
    let size = digest.size();
    let filler = length.checked_sub(2 * size + 2 + message.len()).ok_or_else(too_large)?;
    let mut block = [&digest.of(&[label]), &*vec![0; filler], &[1], message].concat();
    let mut seed = random(size)?;
    xor(&mut block, &mask(digest, &seed, length - size - 1));
    xor(&mut seed, &mask(digest, &block, size));
    Ok([&[0], &*seed, &block].concat())
}

fn bad() -> Fault {
    fault("02000079", "oaep decoding error", "ERR_OSSL_RSA_OAEP_DECODING_ERROR")
}

pub(super) fn decode(digest: Digest, label: &[u8], encoded: &[u8]) -> Outcome<Vec<u8>> {
    let (size, length) = (digest.size(), encoded.len());
    if length < 2 * size + 2 {
        return Err(bad());
    }
    let mut seed = encoded[1..=size].to_vec();
    let mut block = encoded[size + 1..].to_vec();
    xor(&mut seed, &mask(digest, &block, size));
    xor(&mut block, &mask(digest, &seed, length - size - 1));
    let mut good = encoded[0].ct_eq(&0) & block[..size].ct_eq(&digest.of(&[label]));
    let (mut found, mut at) = (Choice::from(0), 0u32);
    for (index, byte) in block.iter().enumerate().skip(size) {
        let one = byte.ct_eq(&1) & !found;
        at = u32::conditional_select(&at, &(index as u32), one);
        good &= found | one | byte.ct_eq(&0);
        found |= one;
    }
    if bool::from(good & found) { Ok(block.split_off(at as usize + 1)) } else { Err(bad()) }
}
