//! ChaCha20, by itself and with Poly1305 (RFC 8439).

use chacha20::{
    ChaCha20,
    cipher::{KeyIvInit, StreamCipher, StreamCipherSeek},
};
use poly1305::{
    Poly1305,
    universal_hash::{KeyInit, UniversalHash},
};

use super::{aead::Aead, stream::Stream};

fn keyed(key: &[u8], nonce: &[u8]) -> Option<ChaCha20> {
    let mut full = [0; 12];
    full[12 - nonce.len()..].copy_from_slice(nonce);
    ChaCha20::new_from_slices(key, &full).ok()
}

/// OpenSSL's vector: a counter of four bytes, little end first, and a nonce.
pub(super) fn stream(key: &[u8], iv: &[u8]) -> Option<Box<dyn Stream>> {
    let (counter, nonce) = iv.split_at_checked(4)?;
    let mut cipher = keyed(key, nonce)?;
    cipher.seek(u64::from(u32::from_le_bytes(counter.try_into().ok()?)) * 64);
    Some(Box::new(cipher))
}

impl Stream for ChaCha20 {
    fn process(&mut self, data: &mut [u8]) {
        self.apply_keystream(data);
    }
}

pub(super) struct Sealed {
    cipher: ChaCha20,
    encrypting: bool,
    mac: Poly1305,
    pending: Vec<u8>,
    data: u64,
    text: u64,
}

impl Sealed {
    pub(super) fn new(key: &[u8], nonce: &[u8], encrypting: bool) -> Option<Self> {
        let mut cipher = keyed(key, nonce)?;
        let mut once = [0; 32];
        cipher.apply_keystream(&mut once);
        cipher.seek(64u64);
        let mac = Poly1305::new(&once.into());
        Some(Self { cipher, encrypting, mac, pending: Vec::new(), data: 0, text: 0 })
    }

    fn update(&mut self, data: &[u8]) {
        self.pending.extend_from_slice(data);
        let rest = self.pending.split_off(self.pending.len() / 16 * 16);
        self.mac.update_padded(&self.pending);
        self.pending = rest;
    }

    fn pad(&mut self) {
        self.mac.update_padded(&self.pending);
        self.pending.clear();
    }
}

impl Aead for Sealed {
    fn authenticate(&mut self, data: &[u8]) {
        self.data += data.len() as u64;
        self.update(data);
    }

    fn process(&mut self, mut data: Vec<u8>) -> Vec<u8> {
        if self.text == 0 {
            self.pad();
        }
        self.text += data.len() as u64;
        if !self.encrypting {
            self.update(&data);
        }
        self.cipher.apply_keystream(&mut data);
        if self.encrypting {
            self.update(&data);
        }
        data
    }

    fn finish(&mut self) -> (Vec<u8>, Vec<u8>) {
        self.pad();
        let lengths = [self.data.to_le_bytes(), self.text.to_le_bytes()].concat();
        self.mac.update_padded(&lengths);
        (Vec::new(), self.mac.clone().finalize().to_vec())
    }
}
