//! `createCipheriv`, `createDecipheriv` and `getCipherInfo`.

use rquickjs::{Ctx, Object, Result, prelude::Func};

use super::{
    super::{
        Bytes,
        fault::{Fault, OrThrow},
        held::{Handle, Held},
    },
    cipher::Cipher,
    table::{self, Info},
};
use crate::runtime::{Bytes as Output, bytes_of};

type Running<'js> = Handle<'js, Cipher>;

pub(in super::super) fn register(native: &Object<'_>) -> Result<()> {
    native.set("cipher", Func::from(create))?;
    native.set("cipherUpdate", Func::from(update))?;
    native.set("cipherFinal", Func::from(finish))?;
    native.set("cipherPadding", Func::from(padding))?;
    native.set("cipherAuthenticate", Func::from(authenticate))?;
    native.set("cipherSetTag", Func::from(set_tag))?;
    native.set("cipherTag", Func::from(tag))?;
    native.set("cipherInfo", Func::from(info))?;
    native.set("cipherNames", Func::from(table::names))
}

fn create<'js>(
    ctx: Ctx<'js>,
    name: String,
    key: Bytes<'js>,
    iv: Bytes<'js>,
    encrypting: bool,
    tag: Option<u32>,
) -> Result<Running<'js>> {
    let unknown = || Fault::error("ERR_CRYPTO_UNKNOWN_CIPHER", "Unknown cipher");
    let info = table::named(&name).ok_or_else(unknown).or_throw(&ctx)?;
    let tag = tag.map(|tag| tag as usize);
    let cipher = Cipher::new(info, &name, bytes_of(&key), bytes_of(&iv), encrypting, tag).or_throw(&ctx)?;
    Held::new(&ctx, cipher)
}

fn update<'js>(ctx: Ctx<'js>, cipher: Running<'js>, data: Bytes<'js>) -> Result<Output> {
    cipher.borrow_mut().0.update(bytes_of(&data)).or_throw(&ctx).map(Output)
}

fn finish<'js>(ctx: Ctx<'js>, cipher: Running<'js>) -> Result<Output> {
    cipher.borrow_mut().0.finish().or_throw(&ctx).map(Output)
}

fn padding(cipher: Running<'_>, wanted: bool) -> bool {
    cipher.borrow_mut().0.set_padding(wanted)
}

fn authenticate<'js>(
    ctx: Ctx<'js>,
    cipher: Running<'js>,
    data: Bytes<'js>,
    length: Option<u32>,
) -> Result<bool> {
    let length = length.map(|length| length as usize);
    cipher.borrow_mut().0.authenticate(bytes_of(&data), length).or_throw(&ctx)
}

fn set_tag<'js>(ctx: Ctx<'js>, cipher: Running<'js>, tag: Bytes<'js>) -> Result<bool> {
    cipher.borrow_mut().0.set_tag(bytes_of(&tag)).or_throw(&ctx)
}

fn tag(cipher: Running<'_>) -> Option<Output> {
    cipher.borrow().0.tag().map(Output)
}

/// Undefined when there is no such cipher, or none with a key or a vector of the wanted length.
fn info<'js>(
    ctx: Ctx<'js>,
    name: Option<String>,
    nid: i32,
    key: Option<u32>,
    iv: Option<u32>,
) -> Result<Option<Object<'js>>> {
    let found = name.map_or_else(|| table::numbered(nid.cast_unsigned()), |name| table::named(&name));
    let suits = |info: &&Info| {
        key.is_none_or(|key| key as usize == info.key) && iv.is_none_or(|iv| info.takes_iv(iv as usize))
    };
    found.filter(suits).map(|info| describe(&ctx, info, iv)).transpose()
}

fn describe<'js>(ctx: &Ctx<'js>, info: &Info, iv: Option<u32>) -> Result<Object<'js>> {
    let object = Object::new(ctx.clone())?;
    object.set("mode", info.mode.name())?;
    object.set("name", info.name)?;
    object.set("nid", info.nid)?;
    if info.block > 0 {
        object.set("blockSize", info.block as u32)?;
    }
    if info.iv > 0 {
        object.set("ivLength", iv.unwrap_or(info.iv as u32))?;
    }
    object.set("keyLength", info.key as u32)?;
    Ok(object)
}
