//! One running cipher, with the states that Node lets a script see.

use subtle::ConstantTimeEq;

use super::{
    super::fault::{Fault, Outcome},
    aead::Aead,
    block::{Engine, cbc_decrypt, cbc_encrypt},
    ccm::Ccm,
    chacha,
    gcm::Gcm,
    ocb::Ocb,
    stream::{Ctr, Feedback, Kind, Shift, Stream},
    table::{Info, Mode},
    wrap,
};

enum Body {
    Blocks { engine: Box<dyn Engine>, last: Vec<u8>, pending: Vec<u8>, padding: bool },
    Stream(Box<dyn Stream>),
    Sealed(Box<dyn Aead>),
    Wrap { engine: Box<dyn Engine>, iv: Vec<u8> },
    Finished,
}

pub(super) struct Cipher {
    info: &'static Info,
    encrypting: bool,
    body: Body,
    iv: usize,
    tag_length: Option<usize>,
    tag: Option<Vec<u8>>,
    /// CCM takes one message; whether it has come, and whether it was what its tag says.
    message: bool,
    refused: bool,
}

/// What OpenSSL counts with has 31 bits, a block more included.
const LONGEST: usize = i32::MAX as usize - 16;

fn invalid_tag(length: usize) -> Fault {
    Fault::type_error("ERR_CRYPTO_INVALID_AUTH_TAG", format!("Invalid authentication tag length: {length}"))
}

fn key_length() -> Fault {
    Fault::range_error("ERR_CRYPTO_INVALID_KEYLEN", "Invalid key length")
}

fn openssl(number: &str, reason: &'static str, code: &'static str) -> Fault {
    Fault::openssl(number, "Provider routines", reason, code)
}

fn gcm_takes(length: usize) -> bool {
    matches!(length, 4 | 8 | 12..=16)
}

impl Cipher {
    /// `name` is how the script called it.
    pub(super) fn new(
        info: &'static Info,
        name: &str,
        key: &[u8],
        iv: &[u8],
        encrypting: bool,
        tag: Option<usize>,
    ) -> Outcome<Self> {
        let no_iv = || Fault::type_error("ERR_CRYPTO_INVALID_IV", "Invalid initialization vector");
        if !info.takes_iv(iv.len()) {
            return Err(no_iv());
        }
        let tag_length = tag_length(info, name, tag)?;
        if key.len() != info.key {
            return Err(key_length());
        }
        let body = body(info, key, iv, encrypting, tag_length).ok_or_else(key_length)?;
        let iv = iv.len();
        Ok(Self { info, encrypting, body, iv, tag_length, tag: None, message: false, refused: false })
    }

    pub(super) fn update(&mut self, data: &[u8]) -> Outcome<Vec<u8>> {
        let unsupported = || Fault::plain("Trying to add data in unsupported state");
        if self.info.mode == Mode::Ccm && !matches!(self.body, Body::Finished) {
            self.check_message(data.len())?;
        }
        if data.len() > LONGEST {
            return Err(unsupported());
        }
        let encrypting = self.encrypting;
        match &mut self.body {
            Body::Blocks { engine, last, pending, padding } => {
                pending.extend_from_slice(data);
                let size = engine.size();
                let mut whole = pending.len() / size * size;
                // The last block may be padding, which is for the end to tell.
                if !encrypting && *padding && whole == pending.len() && whole > 0 {
                    whole -= size;
                }
                let rest = pending.split_off(whole);
                let mut blocks = std::mem::replace(pending, rest);
                run_blocks(&**engine, last, &mut blocks, encrypting);
                Ok(blocks)
            }
            Body::Stream(stream) => {
                let mut data = data.to_vec();
                stream.process(&mut data);
                Ok(data)
            }
            Body::Sealed(aead) if self.info.mode == Mode::Ccm && self.message => {
                let _ = aead;
                Err(unsupported())
            }
            Body::Sealed(aead) => {
                self.message = true;
                let output = aead.process(data.to_vec());
                Ok(if self.info.mode == Mode::Ccm { self.judge(output) } else { output })
            }
            Body::Wrap { engine, iv } => {
                run_wrap(self.info, &**engine, iv, data, encrypting).ok_or_else(unsupported)
            }
            Body::Finished => Err(unsupported()),
        }
    }

    /// What CCM decrypted is given out only when its tag fits.
    fn judge(&mut self, output: Vec<u8>) -> Vec<u8> {
        if self.encrypting {
            return output;
        }
        let Body::Sealed(aead) = &mut self.body else { return output };
        let (_, made) = aead.finish();
        self.refused = !fits(&made, self.tag.as_deref());
        if self.refused { Vec::new() } else { output }
    }

    fn check_message(&self, length: usize) -> Outcome<()> {
        let limit = match self.iv {
            12 => (1 << 24) - 1,
            13 => (1 << 16) - 1,
            _ => i32::MAX as usize,
        };
        let too_long = || Fault::range_error("ERR_CRYPTO_INVALID_MESSAGELEN", "Invalid message length");
        if length > limit { Err(too_long()) } else { Ok(()) }
    }

    pub(super) fn finish(&mut self) -> Outcome<Vec<u8>> {
        let body = std::mem::replace(&mut self.body, Body::Finished);
        match body {
            Body::Finished => Err(Fault::error("ERR_CRYPTO_INVALID_STATE", "Invalid state")),
            Body::Blocks { engine, mut last, pending, padding } => match (self.encrypting, padding) {
                (true, true) => Ok(pad(&*engine, &mut last, pending)),
                (false, true) => unpad(&*engine, &mut last, pending),
                (_, false) if pending.is_empty() => Ok(pending),
                (_, false) => Err(wrong_length()),
            },
            Body::Stream(_) | Body::Wrap { .. } => Ok(Vec::new()),
            Body::Sealed(mut aead) => self.finish_sealed(&mut *aead),
        }
    }

    fn finish_sealed(&mut self, aead: &mut dyn Aead) -> Outcome<Vec<u8>> {
        let unauthentic = || Fault::plain("Unsupported state or unable to authenticate data");
        if self.encrypting {
            let (rest, mut made) = aead.finish();
            made.truncate(self.tag_length.unwrap_or(16));
            self.tag = Some(made);
            return Ok(rest);
        }
        if self.info.mode == Mode::Ccm && self.message {
            return if self.refused { Err(unauthentic()) } else { Ok(Vec::new()) };
        }
        let (rest, made) = aead.finish();
        if fits(&made, self.tag.as_deref()) { Ok(rest) } else { Err(unauthentic()) }
    }

    /// False when there is nothing to pad any more.
    pub(super) fn set_padding(&mut self, wanted: bool) -> bool {
        if let Body::Blocks { padding, .. } = &mut self.body {
            *padding = wanted;
        }
        !matches!(self.body, Body::Finished)
    }

    /// False when this is not the time for it.
    pub(super) fn authenticate(&mut self, data: &[u8], message: Option<usize>) -> Outcome<bool> {
        if self.info.mode == Mode::Ccm && !matches!(self.body, Body::Finished) {
            let missing = "options.plaintextLength required for CCM mode with AAD";
            let length = message.ok_or_else(|| Fault::type_error("ERR_MISSING_ARGS", missing))?;
            self.check_message(length)?;
        }
        let Body::Sealed(aead) = &mut self.body else { return Ok(false) };
        if self.message {
            return Ok(false);
        }
        aead.authenticate(data);
        Ok(true)
    }

    pub(super) fn set_tag(&mut self, tag: &[u8]) -> Outcome<bool> {
        if self.encrypting || self.tag.is_some() || !matches!(self.body, Body::Sealed(_)) {
            return Ok(false);
        }
        let as_told = self.tag_length.is_none_or(|length| length == tag.len());
        if !as_told || (self.info.mode == Mode::Gcm && !gcm_takes(tag.len())) {
            return Err(invalid_tag(tag.len()));
        }
        self.tag = Some(tag.to_vec());
        Ok(true)
    }

    pub(super) fn tag(&self) -> Option<Vec<u8>> {
        self.tag.clone().filter(|_| self.encrypting && matches!(self.body, Body::Finished))
    }
}

fn tag_length(info: &Info, name: &str, wanted: Option<usize>) -> Outcome<Option<usize>> {
    match (info.mode, wanted) {
        (Mode::Gcm, Some(length)) if !gcm_takes(length) => Err(invalid_tag(length)),
        (Mode::Ccm, Some(length)) if !(4..=16).contains(&length) || length % 2 == 1 => {
            Err(invalid_tag(length))
        }
        (Mode::Ocb | Mode::Poly1305, Some(length)) if length > 16 || length == 0 => Err(invalid_tag(length)),
        (Mode::Ccm | Mode::Ocb, None) => Err(Fault::type_error(
            "ERR_CRYPTO_INVALID_AUTH_TAG",
            format!("authTagLength required for {name}"),
        )),
        (Mode::Poly1305, None) => Ok(Some(16)),
        (_, length) => Ok(length),
    }
}

fn body(info: &Info, key: &[u8], iv: &[u8], encrypting: bool, tag: Option<usize>) -> Option<Body> {
    let engine = || <dyn Engine>::new(info.family, key);
    let tag = tag.unwrap_or(16);
    Some(match info.mode {
        Mode::Ecb | Mode::Cbc => {
            Body::Blocks { engine: engine()?, last: iv.to_vec(), pending: Vec::new(), padding: true }
        }
        Mode::Ctr => Body::Stream(Box::new(Ctr::new(engine()?, iv, iv.len()))),
        Mode::Ofb => Body::Stream(Box::new(Feedback::new(engine()?, iv, Kind::Output))),
        Mode::Cfb => Body::Stream(Box::new(Feedback::new(engine()?, iv, Kind::Cipher { encrypting }))),
        Mode::Cfb1 | Mode::Cfb8 => {
            let bits = info.mode == Mode::Cfb1;
            Body::Stream(Box::new(Shift { engine: engine()?, register: iv.to_vec(), encrypting, bits }))
        }
        Mode::Stream => Body::Stream(chacha::stream(key, iv)?),
        Mode::Gcm => Body::Sealed(Box::new(Gcm::new(engine()?, iv, encrypting))),
        Mode::Ccm => Body::Sealed(Box::new(Ccm::new(engine()?, iv, tag, encrypting))),
        Mode::Ocb => Body::Sealed(Box::new(Ocb::new(engine()?, iv, tag, encrypting))),
        Mode::Poly1305 => Body::Sealed(Box::new(chacha::Sealed::new(key, iv, encrypting)?)),
        Mode::Wrap | Mode::WrapPad => Body::Wrap { engine: engine()?, iv: iv.to_vec() },
    })
}

fn run_blocks(engine: &dyn Engine, last: &mut [u8], blocks: &mut [u8], encrypting: bool) {
    match (last.is_empty(), encrypting) {
        (true, true) => engine.encrypt(blocks),
        (true, false) => engine.decrypt(blocks),
        (false, true) => cbc_encrypt(engine, last, blocks),
        (false, false) => cbc_decrypt(engine, last, blocks),
    }
}

fn run_wrap(info: &Info, engine: &dyn Engine, iv: &[u8], data: &[u8], encrypting: bool) -> Option<Vec<u8>> {
    match (info.mode, iv.is_empty(), encrypting) {
        (_, true, true) => wrap::wrap_cms(engine, data),
        (_, true, false) => wrap::unwrap_cms(engine, data),
        (Mode::WrapPad, _, true) => wrap::wrap_padded(engine, iv, data),
        (Mode::WrapPad, _, false) => wrap::unwrap_padded(engine, iv, data),
        (_, _, true) => wrap::wrap(engine, iv, data),
        (_, _, false) => wrap::unwrap(engine, iv, data),
    }
}

fn wrong_length() -> Fault {
    openssl("1C80006B", "wrong final block length", "ERR_OSSL_WRONG_FINAL_BLOCK_LENGTH")
}

fn pad(engine: &dyn Engine, last: &mut [u8], mut pending: Vec<u8>) -> Vec<u8> {
    let missing = engine.size() - pending.len() % engine.size();
    pending.resize(pending.len() + missing, missing as u8);
    run_blocks(engine, last, &mut pending, true);
    pending
}

fn unpad(engine: &dyn Engine, last: &mut [u8], mut pending: Vec<u8>) -> Outcome<Vec<u8>> {
    if pending.len() != engine.size() {
        return Err(wrong_length());
    }
    run_blocks(engine, last, &mut pending, false);
    let count = pending.last().map_or(0, |count| usize::from(*count));
    let padding = pending.len().checked_sub(count).filter(|_| count > 0).map(|start| &pending[start..]);
    if padding.is_none_or(|padding| padding.iter().any(|byte| usize::from(*byte) != count)) {
        return Err(openssl("1C800064", "bad decrypt", "ERR_OSSL_BAD_DECRYPT"));
    }
    pending.truncate(pending.len() - count);
    Ok(pending)
}

fn fits(made: &[u8], told: Option<&[u8]>) -> bool {
    told.is_some_and(|told| {
        !told.is_empty() && told.len() <= made.len() && bool::from(made[..told.len()].ct_eq(told))
    })
}
