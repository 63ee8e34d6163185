//! The codec as scripts use it: values to bytes and back.

use rquickjs::{Ctx, Object, Result, TypedArray, Value, prelude::Func};

use crate::runtime::{Bytes, bytes_of, clone};

pub(super) fn native(_: &Ctx<'_>, native: &Object<'_>) -> Result<()> {
    native.set("setKit", Func::from(|ctx, kit| clone::set_kit(&ctx, kit)))?;
    native.set("encode", Func::from(encode))?;
    native.set("decode", Func::from(decode))
}

fn encode<'js>(ctx: Ctx<'js>, value: Value<'js>) -> Result<Bytes> {
    clone::encode(&ctx, value).map(Bytes)
}

fn decode<'js>(ctx: Ctx<'js>, bytes: TypedArray<'js, u8>) -> Result<Value<'js>> {
    // A copy, because building the value runs constructors while the bytes are being read.
    let bytes = bytes_of(&bytes).to_vec();
    clone::decode(&ctx, &bytes)
}
