//! Keys: what they are, and every form they are written in.

mod algorithm;
mod encrypted;
mod export;
mod generate;
mod model;
mod native;
mod parse;
mod parts;
mod pkcs8;
mod spki;
mod traditional;

pub(super) use model::{Key, KeyHandle, Private, Public};
pub(super) use native::register;
pub(super) use spki::decode as public_of_der;
