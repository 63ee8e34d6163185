//! Galois/counter mode (NIST SP 800-38D).

use ghash::{GHash, universal_hash::UniversalHash};

use super::{
    aead::Aead,
    block::{Engine, xor},
    stream::{Ctr, Stream},
};

pub(super) struct Gcm {
    ctr: Ctr,
    hash: Hash,
    encrypting: bool,
    mask: Vec<u8>,
    data: u64,
    text: u64,
}

/// GHASH over a stream of bytes.
struct Hash {
    state: GHash,
    pending: Vec<u8>,
}

impl Hash {
    fn new(key: &[u8]) -> Self {
        let key = <[u8; 16]>::try_from(key).unwrap_or_default();
        Self { state: GHash::new(&key.into()), pending: Vec::new() }
    }

    fn update(&mut self, mut data: &[u8]) {
        if !self.pending.is_empty() {
            let (head, rest) = data.split_at(data.len().min(16 - self.pending.len()));
            self.pending.extend_from_slice(head);
            data = rest;
            if self.pending.len() == 16 {
                self.pad();
            }
        }
        let whole = data.len() / 16 * 16;
        self.state.update_padded(&data[..whole]);
        self.pending.extend_from_slice(&data[whole..]);
    }

    /// Zeros up to the next block.
    fn pad(&mut self) {
        self.state.update_padded(&self.pending);
        self.pending.clear();
    }
}

impl Gcm {
    pub(super) fn new(engine: Box<dyn Engine>, iv: &[u8], encrypting: bool) -> Self {
        let key = engine.encrypted(&[0; 16]);
        let mut start = [0; 16];
        if iv.len() == 12 {
            start[..12].copy_from_slice(iv);
            start[15] = 1;
        } else {
            let mut hash = Hash::new(&key);
            hash.update(iv);
            hash.pad();
            hash.update(&(iv.len() as u128 * 8).to_be_bytes());
            start.copy_from_slice(&hash.state.finalize());
        }
        let mut ctr = Ctr::new(engine, &start, 4);
        let mut mask = vec![0; 16];
        ctr.process(&mut mask);
        Self { ctr, hash: Hash::new(&key), encrypting, mask, data: 0, text: 0 }
    }
}

impl Aead for Gcm {
    fn authenticate(&mut self, data: &[u8]) {
        self.data += data.len() as u64;
        self.hash.update(data);
    }

    fn process(&mut self, mut data: Vec<u8>) -> Vec<u8> {
        if self.text == 0 {
            self.hash.pad();
        }
        self.text += data.len() as u64;
        if !self.encrypting {
            self.hash.update(&data);
        }
        self.ctr.process(&mut data);
        if self.encrypting {
            self.hash.update(&data);
        }
        data
    }

    fn finish(&mut self) -> (Vec<u8>, Vec<u8>) {
        self.hash.pad();
        self.hash.update(&(u128::from(self.data * 8) << 64 | u128::from(self.text * 8)).to_be_bytes());
        let mut tag = self.hash.state.clone().finalize().to_vec();
        xor(&mut tag, &self.mask);
        (Vec::new(), tag)
    }
}
