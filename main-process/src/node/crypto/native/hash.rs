//! `createHash`, and the hash of one piece of data.

use rquickjs::{
    CString, Ctx, IntoJs, Object, Result, String as JsString, Value, convert::List, prelude::Func,
};

use super::{
    Bytes,
    digest::{Digest, Hasher},
    fault::{Fault, OrThrow, Outcome},
    held::{Handle, Held},
    text,
};
use crate::runtime::bytes_of;

/// A running hash or authentication code, and how long its outcome is to be.
pub(super) struct Running {
    pub(super) hasher: Box<dyn Hasher>,
    pub(super) length: usize,
}

type Hash<'js> = Handle<'js, Running>;

pub(super) fn register(native: &Object<'_>) -> Result<()> {
    native.set("hash", Func::from(create))?;
    native.set("hashFork", Func::from(fork))?;
    native.set("hashUpdate", Func::from(update))?;
    native.set("hashUpdateText", Func::from(update_text))?;
    native.set("hashDigest", Func::from(digest))?;
    native.set("hashOnce", Func::from(once))?;
    native.set("hashOnceText", Func::from(once_text))?;
    native.set("hashInfo", Func::from(info))
}

fn length(digest: Digest, wanted: Option<u32>) -> Outcome<usize> {
    match wanted {
        Some(wanted) if wanted as usize != digest.size() && !digest.extendable() => Err(Fault::openssl(
            "030000B2",
            "digital envelope routines",
            "not XOF or invalid length",
            "ERR_OSSL_EVP_NOT_XOF_OR_INVALID_LENGTH",
        )),
        Some(wanted) => Ok(wanted as usize),
        None => Ok(digest.size()),
    }
}

fn unknown() -> Fault {
    Fault::plain("Digest method not supported")
}

fn create<'js>(ctx: Ctx<'js>, name: String, wanted: Option<u32>) -> Result<Hash<'js>> {
    let digest = Digest::named(&name).ok_or_else(unknown).or_throw(&ctx)?;
    let length = length(digest, wanted).or_throw(&ctx)?;
    Held::new(&ctx, Running { hasher: digest.hasher(), length })
}

fn fork<'js>(ctx: Ctx<'js>, hash: Hash<'js>, name: String, wanted: Option<u32>) -> Result<Hash<'js>> {
    let digest = Digest::named(&name).ok_or_else(unknown).or_throw(&ctx)?;
    let length = length(digest, wanted).or_throw(&ctx)?;
    let hasher = hash.borrow().0.hasher.fork();
    Held::new(&ctx, Running { hasher, length })
}

fn update(hash: Hash<'_>, data: Bytes<'_>) {
    hash.borrow_mut().0.hasher.update(bytes_of(&data));
}

fn update_text<'js>(hash: Hash<'js>, data: JsString<'js>) -> Result<()> {
    let data: CString<'js> = data.to_cstring()?;
    let mut hash = hash.borrow_mut();
    text::well_formed(data.as_ref(), |data| hash.0.hasher.update(data));
    Ok(())
}

/// Text in one of the encodings that are made here, otherwise bytes.
fn digest<'js>(ctx: Ctx<'js>, hash: Hash<'js>, encoding: Option<String>) -> Result<Value<'js>> {
    let mut hash = hash.borrow_mut();
    let length = hash.0.length;
    output(&ctx, hash.0.hasher.finish(length), encoding.as_deref())
}

fn output<'js>(ctx: &Ctx<'js>, bytes: Vec<u8>, encoding: Option<&str>) -> Result<Value<'js>> {
    match encoding.and_then(|encoding| text::encode(&bytes, encoding)) {
        Some(text) => text.into_js(ctx),
        None => crate::runtime::Bytes(bytes).into_js(ctx),
    }
}

fn once<'js>(ctx: Ctx<'js>, name: String, data: Bytes<'js>, encoding: Option<String>) -> Result<Value<'js>> {
    let digest = Digest::named(&name).ok_or_else(unknown).or_throw(&ctx)?;
    output(&ctx, digest.of(&[bytes_of(&data)]), encoding.as_deref())
}

fn once_text<'js>(
    ctx: Ctx<'js>,
    name: String,
    data: JsString<'js>,
    encoding: Option<String>,
) -> Result<Value<'js>> {
    let digest = Digest::named(&name).ok_or_else(unknown).or_throw(&ctx)?;
    let data: CString<'js> = data.to_cstring()?;
    let mut hasher = digest.hasher();
    text::well_formed(data.as_ref(), |data| hasher.update(data));
    output(&ctx, hasher.finish(digest.size()), encoding.as_deref())
}

/// The canonical name and the size of a digest's outcome.
fn info(name: String) -> Option<List<(&'static str, usize, bool)>> {
    let digest = Digest::named(&name)?;
    Some(List((digest.name(), digest.size(), digest.extendable())))
}
