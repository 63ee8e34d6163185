//! The codec as scripts use it: values to bytes and back, and copies within this process.

use rquickjs::{Ctx, Object, Result, TypedArray, Value, prelude::Func};

use crate::runtime::{Bytes, Message, bytes_of, clone, detach};

pub(super) fn native(_: &Ctx<'_>, native: &Object<'_>) -> Result<()> {
    native.set("setKit", Func::from(|ctx, kit| clone::set_kit(&ctx, kit)))?;
    native.set("encode", Func::from(encode))?;
    native.set("decode", Func::from(decode))?;
    native.set("copy", Func::from(copy))?;
    native.set("detach", Func::from(|buffer: Value<'_>| detach(&buffer)))
}

fn encode<'js>(ctx: Ctx<'js>, value: Value<'js>) -> Result<Bytes> {
    clone::encode(&ctx, value).map(Bytes)
}

fn decode<'js>(ctx: Ctx<'js>, bytes: TypedArray<'js, u8>) -> Result<Value<'js>> {
    // A copy, because building the value runs constructors while the bytes are being read.
    let bytes = bytes_of(&bytes).to_vec();
    clone::decode(&ctx, &bytes)
}

/// A clone of a value; the ports with these numbers go with it.
fn copy<'js>(ctx: Ctx<'js>, value: Value<'js>, ports: Vec<u32>) -> Result<Value<'js>> {
    Message::pack(&ctx, value, &ports)?.unpack(&ctx)
}
