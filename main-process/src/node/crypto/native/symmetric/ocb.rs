//! Offset codebook mode (RFC 7253).

use super::{
    aead::Aead,
    block::{Engine, xor},
};

pub(super) struct Ocb {
    engine: Box<dyn Engine>,
    encrypting: bool,
    star: [u8; 16],
    dollar: [u8; 16],
    offset: [u8; 16],
    checksum: [u8; 16],
    count: u64,
    pending: Vec<u8>,
    data: Vec<u8>,
}

fn double(block: &[u8; 16]) -> [u8; 16] {
    let value = u128::from_be_bytes(*block);
    (value << 1 ^ if value >> 127 == 1 { 0x87 } else { 0 }).to_be_bytes()
}

impl Ocb {
    pub(super) fn new(engine: Box<dyn Engine>, iv: &[u8], tag: usize, encrypting: bool) -> Self {
        let mut star = [0; 16];
        engine.encrypt(&mut star);
        let dollar = double(&star);
        let mut nonce = [0; 16];
        nonce[16 - iv.len()..].copy_from_slice(iv);
        nonce[15 - iv.len()] |= 1;
        nonce[0] |= ((tag * 8) as u8 & 127) << 1;
        let bottom = u32::from(nonce[15] & 0x3f);
        nonce[15] &= 0xc0;
        engine.encrypt(&mut nonce);
        let top = u128::from_be_bytes(nonce);
        let stretch = (top >> 64) ^ (top >> 56 & u128::from(u64::MAX));
        let offset = match bottom {
            0 => top,
            _ => top << bottom | (stretch & u128::from(u64::MAX)) >> (64 - bottom),
        };
        Self {
            engine,
            encrypting,
            star,
            dollar,
            offset: offset.to_be_bytes(),
            checksum: [0; 16],
            count: 0,
            pending: Vec::new(),
            data: Vec::new(),
        }
    }

    /// The offset's next step depends on how often its number can be halved.
    fn step(&self, number: u64) -> [u8; 16] {
        (0..=number.trailing_zeros()).fold(self.dollar, |value, _| double(&value))
    }

    fn block(&mut self, block: &mut [u8]) {
        self.count += 1;
        let step = self.step(self.count);
        xor(&mut self.offset, &step);
        if self.encrypting {
            xor(&mut self.checksum, block);
        }
        xor(block, &self.offset);
        if self.encrypting {
            self.engine.encrypt(block)
        } else {
            self.engine.decrypt(block)
        }
        xor(block, &self.offset);
        if !self.encrypting {
            xor(&mut self.checksum, block);
        }
    }

    fn last(&mut self) -> Vec<u8> {
        let mut rest = std::mem::take(&mut self.pending);
        if rest.is_empty() {
            return rest;
        }
        let star = self.star;
        xor(&mut self.offset, &star);
        let pad = self.engine.encrypted(&self.offset);
        let plain = |text: &[u8]| [text, &[0x80]].concat();
        if self.encrypting {
            xor(&mut self.checksum, &plain(&rest));
        }
        xor(&mut rest, &pad);
        if !self.encrypting {
            xor(&mut self.checksum, &plain(&rest));
        }
        rest
    }

    fn hash(&self) -> [u8; 16] {
        let (mut sum, mut offset) = ([0; 16], [0; 16]);
        for (block, number) in self.data.chunks(16).zip(1..) {
            let mut input = block.to_vec();
            if block.len() == 16 {
                xor(&mut offset, &self.step(number));
            } else {
                xor(&mut offset, &self.star);
                input.push(0x80);
                input.resize(16, 0);
            }
            xor(&mut input, &offset);
            xor(&mut sum, &self.engine.encrypted(&input));
        }
        sum
    }
}

impl Aead for Ocb {
    fn authenticate(&mut self, data: &[u8]) {
        self.data.extend_from_slice(data);
    }

    fn process(&mut self, data: Vec<u8>) -> Vec<u8> {
        self.pending.extend_from_slice(&data);
        let rest = self.pending.split_off(self.pending.len() / 16 * 16);
        let mut whole = std::mem::replace(&mut self.pending, rest);
        whole.chunks_exact_mut(16).for_each(|block| self.block(block));
        whole
    }

    fn finish(&mut self) -> (Vec<u8>, Vec<u8>) {
        let rest = self.last();
        let mut tag = self.checksum;
        xor(&mut tag, &self.offset);
        xor(&mut tag, &self.dollar);
        self.engine.encrypt(&mut tag);
        xor(&mut tag, &self.hash());
        (rest, tag.to_vec())
    }
}
