//! Keys encrypted with keys: RFC 3394, RFC 5649 (with padding), and triple DES as in RFC 3217.

use subtle::ConstantTimeEq;

use super::{
    super::{digest::Digest, random::random},
    block::{Engine, cbc_decrypt, cbc_encrypt},
};

fn rounds() -> impl DoubleEndedIterator<Item = usize> {
    0..6
}

/// `None` for a length that cannot be wrapped.
pub(super) fn wrap(engine: &dyn Engine, iv: &[u8], text: &[u8]) -> Option<Vec<u8>> {
    if !text.len().is_multiple_of(8) || text.len() < 16 {
        return None;
    }
    let mut output = [iv, text].concat();
    let count = text.len() / 8;
    for round in rounds() {
        for index in 1..=count {
            let mut block = [&output[..8], &output[index * 8..][..8]].concat();
            engine.encrypt(&mut block);
            mark(&mut block, count * round + index);
            output[..8].copy_from_slice(&block[..8]);
            output[index * 8..][..8].copy_from_slice(&block[8..]);
        }
    }
    Some(output)
}

fn mark(block: &mut [u8], number: usize) {
    for (byte, mark) in block[..8].iter_mut().zip((number as u64).to_be_bytes()) {
        *byte ^= mark;
    }
}

/// The vector that came out, and the key.
fn unwrapped(engine: &dyn Engine, text: &[u8]) -> Option<(Vec<u8>, Vec<u8>)> {
    if !text.len().is_multiple_of(8) || text.len() < 24 {
        return None;
    }
    let mut output = text.to_vec();
    let count = text.len() / 8 - 1;
    for round in rounds().rev() {
        for index in (1..=count).rev() {
            let mut block = [&output[..8], &output[index * 8..][..8]].concat();
            mark(&mut block, count * round + index);
            engine.decrypt(&mut block);
            output[..8].copy_from_slice(&block[..8]);
            output[index * 8..][..8].copy_from_slice(&block[8..]);
        }
    }
    let key = output.split_off(8);
    Some((output, key))
}

pub(super) fn unwrap(engine: &dyn Engine, iv: &[u8], text: &[u8]) -> Option<Vec<u8>> {
    let (found, key) = unwrapped(engine, text)?;
    bool::from(found.ct_eq(iv)).then_some(key)
}

pub(super) fn wrap_padded(engine: &dyn Engine, iv: &[u8], text: &[u8]) -> Option<Vec<u8>> {
    let length = u32::try_from(text.len()).ok().filter(|length| *length > 0)?;
    let head = [iv, &length.to_be_bytes()].concat();
    let mut padded = text.to_vec();
    padded.resize(text.len().next_multiple_of(8), 0);
    if padded.len() > 8 {
        return wrap(engine, &head, &padded);
    }
    let mut block = [head, padded].concat();
    engine.encrypt(&mut block);
    Some(block)
}

pub(super) fn unwrap_padded(engine: &dyn Engine, iv: &[u8], text: &[u8]) -> Option<Vec<u8>> {
    let (head, mut key) = if text.len() == 16 {
        let mut block = text.to_vec();
        engine.decrypt(&mut block);
        let key = block.split_off(8);
        (block, key)
    } else {
        unwrapped(engine, text)?
    };
    let length = u32::from_be_bytes(head[4..].try_into().ok()?) as usize;
    let padding = key.len().checked_sub(length).filter(|padding| *padding < 8)?;
    let zeros = key[length..].ct_eq(&[0; 8][..padding]);
    let fits = head[..4].ct_eq(iv) & zeros;
    key.truncate(length);
    bool::from(fits).then_some(key)
}

const CMS_VECTOR: [u8; 8] = [0x4a, 0xdd, 0xa2, 0x2c, 0x79, 0xe8, 0x21, 0x05];

pub(super) fn wrap_cms(engine: &dyn Engine, text: &[u8]) -> Option<Vec<u8>> {
    if text.is_empty() || !text.len().is_multiple_of(8) {
        return None;
    }
    let vector = random(8).ok()?;
    let mut output = [text, &Digest::Sha1.of(&[text])[..8]].concat();
    cbc_encrypt(engine, &mut vector.clone(), &mut output);
    let mut output = [vector, output].concat();
    output.reverse();
    cbc_encrypt(engine, &mut CMS_VECTOR.clone(), &mut output);
    Some(output)
}

pub(super) fn unwrap_cms(engine: &dyn Engine, text: &[u8]) -> Option<Vec<u8>> {
    if text.len() < 24 || !text.len().is_multiple_of(8) {
        return None;
    }
    let mut output = text.to_vec();
    cbc_decrypt(engine, &mut CMS_VECTOR.clone(), &mut output);
    output.reverse();
    let (vector, rest) = output.split_at_mut(8);
    cbc_decrypt(engine, vector, rest);
    let (key, check) = rest.split_at(rest.len() - 8);
    bool::from(Digest::Sha1.of(&[key])[..8].ct_eq(check)).then(|| key.to_vec())
}
