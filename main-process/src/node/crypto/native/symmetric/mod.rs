//! Ciphers with one key for both ways. A mode is a file, over any block cipher.

mod aead;
mod block;
mod ccm;
mod chacha;
mod cipher;
mod gcm;
mod natives;
mod ocb;
mod stream;
mod table;
mod wrap;

pub(super) use block::{Engine, cbc_decrypt, cbc_encrypt};
pub(super) use natives::register;
