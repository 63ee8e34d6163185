//! The reading and writing that the value codec and the frames share. Nothing here trusts a length.

use crate::{Code, Error, Result};

/// The largest varint: JavaScript's `Number.MAX_SAFE_INTEGER`.
pub(crate) const MAX_VARINT: u64 = (1 << 53) - 1;

pub(crate) fn put_varint(out: &mut Vec<u8>, mut value: u64) {
    debug_assert!(value <= MAX_VARINT);
    while value >= 0x80 {
        out.push(value as u8 | 0x80);
        value >>= 7;
    }
    out.push(value as u8);
}

pub(crate) fn put_bytes(out: &mut Vec<u8>, bytes: &[u8]) {
    put_varint(out, bytes.len() as u64);
    out.extend_from_slice(bytes);
}

#[derive(Debug, Clone)]
pub(crate) struct Input<'a> {
    all: &'a [u8],
    at: usize,
}

impl<'a> Input<'a> {
    pub(crate) fn new(all: &'a [u8]) -> Self {
        Self { all, at: 0 }
    }

    pub(crate) fn fail<T>(&self, why: &str) -> Result<T> {
        Err(Error::new(Code::BadMessage, format!("malformed message at byte {}: {why}", self.at)))
    }

    pub(crate) fn left(&self) -> u64 {
        (self.all.len() - self.at) as u64
    }

    pub(crate) fn position(&self) -> usize {
        self.at
    }

    pub(crate) fn since(&self, start: usize) -> &'a [u8] {
        &self.all[start..self.at]
    }

    pub(crate) fn u8(&mut self) -> Result<u8> {
        let Some(&byte) = self.all.get(self.at) else { return self.fail("it ends too early") };
        self.at += 1;
        Ok(byte)
    }

    pub(crate) fn take(&mut self, count: u64) -> Result<&'a [u8]> {
        if count > self.left() {
            return self.fail("a length exceeds the message");
        }
        let start = self.at;
        self.at += count as usize;
        Ok(&self.all[start..self.at])
    }

    pub(crate) fn varint(&mut self) -> Result<u64> {
        let mut value = 0u64;
        for shift in (0..56).step_by(7) {
            let byte = self.u8()?;
            value |= u64::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                return if value <= MAX_VARINT { Ok(value) } else { self.fail("a number exceeds 2^53 - 1") };
            }
        }
        self.fail("a number is too long")
    }

    pub(crate) fn bytes(&mut self) -> Result<&'a [u8]> {
        let count = self.varint()?;
        self.take(count)
    }

    pub(crate) fn str(&mut self) -> Result<&'a str> {
        let bytes = self.bytes()?;
        std::str::from_utf8(bytes).or_else(|_| self.fail("a text is not UTF-8"))
    }

    pub(crate) fn f64(&mut self) -> Result<f64> {
        let mut bits = [0; 8];
        bits.copy_from_slice(self.take(8)?);
        Ok(f64::from_le_bytes(bits))
    }
}
