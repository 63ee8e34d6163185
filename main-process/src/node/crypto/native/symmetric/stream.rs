//! Modes that turn a block cipher into a stream cipher: any number of bytes at a time.

use super::block::{Engine, xor};

pub(super) trait Stream: Send {
    fn process(&mut self, data: &mut [u8]);
}

/// How many blocks of key stream are made at a time.
const BATCH: usize = 32;

/// Counts in the last `width` bytes of the block.
pub(super) struct Ctr {
    engine: Box<dyn Engine>,
    counter: Vec<u8>,
    width: usize,
    /// Key stream that is left from the last block.
    rest: Vec<u8>,
}

impl Ctr {
    pub(super) fn new(engine: Box<dyn Engine>, counter: &[u8], width: usize) -> Self {
        Self { engine, counter: counter.to_vec(), width, rest: Vec::new() }
    }

    pub(super) fn engine(&self) -> &dyn Engine {
        &*self.engine
    }

    fn blocks(&mut self, count: usize) -> Vec<u8> {
        let mut blocks = Vec::with_capacity(count * self.counter.len());
        for _ in 0..count {
            blocks.extend_from_slice(&self.counter);
            let start = self.counter.len() - self.width;
            increment(&mut self.counter[start..]);
        }
        self.engine.encrypt(&mut blocks);
        blocks
    }
}

pub(super) fn increment(counter: &mut [u8]) {
    for byte in counter.iter_mut().rev() {
        *byte = byte.wrapping_add(1);
        if *byte != 0 {
            return;
        }
    }
}

impl Stream for Ctr {
    fn process(&mut self, data: &mut [u8]) {
        let left = self.rest.len().min(data.len());
        let (head, data) = data.split_at_mut(left);
        xor(head, &self.rest[..left]);
        self.rest.drain(..left);
        let size = self.counter.len();
        for chunk in data.chunks_mut(BATCH * size) {
            let blocks = self.blocks(chunk.len().div_ceil(size));
            xor(chunk, &blocks[..chunk.len()]);
            self.rest = blocks[chunk.len()..].to_vec();
        }
    }
}

/// Key stream from the block before: the cipher's own output (OFB) or the ciphertext (CFB).
pub(super) struct Feedback {
    pub(super) engine: Box<dyn Engine>,
    pub(super) register: Vec<u8>,
    pub(super) kind: Kind,
    /// How much of `register`, once encrypted, is used up.
    pub(super) used: usize,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Output,
    Cipher { encrypting: bool },
}

impl Feedback {
    pub(super) fn new(engine: Box<dyn Engine>, iv: &[u8], kind: Kind) -> Self {
        let used = engine.size();
        Self { engine, register: iv.to_vec(), kind, used }
    }
}

impl Stream for Feedback {
    fn process(&mut self, data: &mut [u8]) {
        for byte in data {
            if self.used == self.register.len() {
                self.engine.encrypt(&mut self.register);
                self.used = 0;
            }
            let slot = &mut self.register[self.used];
            let input = *byte;
            *byte ^= *slot;
            match self.kind {
                Kind::Output => {}
                Kind::Cipher { encrypting: true } => *slot = *byte,
                Kind::Cipher { encrypting: false } => *slot = input,
            }
            self.used += 1;
        }
    }
}

/// CFB that shifts by a byte or by a bit, with one encryption for each.
pub(super) struct Shift {
    pub(super) engine: Box<dyn Engine>,
    pub(super) register: Vec<u8>,
    pub(super) encrypting: bool,
    pub(super) bits: bool,
}

impl Stream for Shift {
    fn process(&mut self, data: &mut [u8]) {
        for byte in data {
            *byte = if self.bits { self.eight_bits(*byte) } else { self.whole(*byte) };
        }
    }
}

impl Shift {
    fn whole(&mut self, input: u8) -> u8 {
        let output = input ^ self.engine.encrypted(&self.register)[0];
        self.register.rotate_left(1);
        if let Some(last) = self.register.last_mut() {
            *last = if self.encrypting { output } else { input };
        }
        output
    }

    fn eight_bits(&mut self, input: u8) -> u8 {
        (0..8).rev().fold(0, |output, place| {
            let bit = input >> place & 1;
            let made = bit ^ self.engine.encrypted(&self.register)[0] >> 7;
            let mut carry = if self.encrypting { made } else { bit };
            for byte in self.register.iter_mut().rev() {
                let high = *byte >> 7;
                *byte = *byte << 1 | carry;
                carry = high;
            }
            output << 1 | made
        })
    }
}
