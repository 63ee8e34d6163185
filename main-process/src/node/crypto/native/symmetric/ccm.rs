//! Counter mode with CBC-MAC (RFC 3610): the whole message at once, since its length comes first.

use super::{
    aead::Aead,
    block::{Engine, xor},
    stream::{Ctr, Stream},
};

pub(super) struct Ccm {
    ctr: Ctr,
    iv: Vec<u8>,
    tag: usize,
    encrypting: bool,
    data: Vec<u8>,
    text: Vec<u8>,
}

impl Ccm {
    pub(super) fn new(engine: Box<dyn Engine>, iv: &[u8], tag: usize, encrypting: bool) -> Self {
        let mut counter = [0; 16];
        counter[0] = (14 - iv.len()) as u8;
        counter[1..=iv.len()].copy_from_slice(iv);
        let ctr = Ctr::new(engine, &counter, 15 - iv.len());
        Self { ctr, iv: iv.to_vec(), tag, encrypting, data: Vec::new(), text: Vec::new() }
    }

    fn code(&self, text: &[u8]) -> Vec<u8> {
        let flags = u8::from(!self.data.is_empty()) << 6
            | ((self.tag as u8 - 2) / 2) << 3
            | (14 - self.iv.len() as u8);
        let mut input = (text.len() as u128).to_be_bytes().to_vec();
        input[0] = flags;
        input[1..=self.iv.len()].copy_from_slice(&self.iv);
        let length = self.data.len();
        match length {
            0 => {}
            1..0xff00 => input.extend_from_slice(&(length as u16).to_be_bytes()),
            _ => {
                input.extend_from_slice(&[0xff, 0xfe]);
                input.extend_from_slice(&(length as u32).to_be_bytes());
            }
        }
        input.extend_from_slice(&self.data);
        input.resize(input.len().next_multiple_of(16), 0);
        input.extend_from_slice(text);
        let mut state = [0; 16];
        for block in input.chunks(16) {
            xor(&mut state, block);
            self.ctr.engine().encrypt(&mut state);
        }
        state.to_vec()
    }
}

impl Aead for Ccm {
    fn authenticate(&mut self, data: &[u8]) {
        self.data.extend_from_slice(data);
    }

    fn process(&mut self, mut data: Vec<u8>) -> Vec<u8> {
        let mut mask = [0; 16];
        self.ctr.process(&mut mask);
        if self.encrypting {
            self.text = self.code(&data);
        }
        self.ctr.process(&mut data);
        if !self.encrypting {
            self.text = self.code(&data);
        }
        xor(&mut self.text, &mask);
        data
    }

    fn finish(&mut self) -> (Vec<u8>, Vec<u8>) {
        if self.text.is_empty() {
            self.process(Vec::new());
        }
        (Vec::new(), self.text.clone())
    }
}
