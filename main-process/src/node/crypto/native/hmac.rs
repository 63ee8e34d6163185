//! HMAC over any hash, and `createHmac`.

use rquickjs::{Ctx, Object, Result, prelude::Func};

use super::{
    Bytes,
    digest::{Digest, Hasher},
    fault::{Fault, OrThrow},
    hash::Running,
    held::{Handle, Held},
};
use crate::runtime::bytes_of;

pub(super) fn register(native: &Object<'_>) -> Result<()> {
    native.set("hmac", Func::from(create))
}

fn create<'js>(ctx: Ctx<'js>, name: String, key: Bytes<'js>) -> Result<Handle<'js, Running>> {
    let invalid = || Fault::type_error("ERR_CRYPTO_INVALID_DIGEST", format!("Invalid digest: {name}"));
    let digest =
        Digest::named(&name).filter(|digest| !digest.extendable()).ok_or_else(invalid).or_throw(&ctx)?;
    Held::new(&ctx, Running { hasher: Box::new(Hmac::new(digest, bytes_of(&key))), length: digest.size() })
}

/// Keyed states of the hash, forked for every message.
pub(super) struct Hmac {
    size: usize,
    inner: Box<dyn Hasher>,
    outer: Box<dyn Hasher>,
    fresh: Box<dyn Hasher>,
}

impl Hmac {
    pub(super) fn new(digest: Digest, key: &[u8]) -> Self {
        let mut block = vec![0; digest.block()];
        if key.len() > block.len() {
            let short = digest.of(&[key]);
            block[..short.len()].copy_from_slice(&short);
        } else {
            block[..key.len()].copy_from_slice(key);
        }
        let keyed = |pad: u8| {
            let mut hasher = digest.hasher();
            hasher.update(&block.iter().map(|byte| byte ^ pad).collect::<Vec<_>>());
            hasher
        };
        let fresh = keyed(0x36);
        Self { size: digest.size(), inner: fresh.fork(), outer: keyed(0x5c), fresh }
    }

    /// The code of the parts, one after another.
    pub(super) fn of(&mut self, parts: &[&[u8]]) -> Vec<u8> {
        parts.iter().for_each(|part| self.inner.update(part));
        self.finish(0)
    }
}

impl Hasher for Hmac {
    fn update(&mut self, data: &[u8]) {
        self.inner.update(data);
    }

    fn finish(&mut self, _: usize) -> Vec<u8> {
        let mut outer = self.outer.fork();
        outer.update(&self.inner.finish(self.size));
        self.inner = self.fresh.fork();
        outer.finish(self.size)
    }

    fn fork(&self) -> Box<dyn Hasher> {
        let (inner, outer, fresh) = (self.inner.fork(), self.outer.fork(), self.fresh.fork());
        Box::new(Self { size: self.size, inner, outer, fresh })
    }
}
