//! Text and bytes into each other, and what is worth doing outside the engine on bytes.

mod base64;
mod decode;
mod encode;
mod search;

use rquickjs::{Ctx, Object, Result, TypedArray, prelude::Func};

use crate::runtime::{bytes_of, bytes_of_mut};

type Bytes<'js> = TypedArray<'js, u8>;

pub(super) fn native(_: &Ctx<'_>, native: &Object<'_>) -> Result<()> {
    // What the engine's arrays and strings can hold.
    native.set("maxLength", i32::MAX)?;
    native.set("maxStringLength", (1 << 30) - 1)?;
    native.set("utf8Length", Func::from(encode::utf8_length))?;
    native.set("utf8Write", Func::from(encode::utf8_write))?;
    native.set("latin1Write", Func::from(encode::latin1_write))?;
    native.set("ucs2Write", Func::from(encode::ucs2_write))?;
    native.set("hexWrite", Func::from(encode::hex_write))?;
    native.set("base64Write", Func::from(encode::base64_write))?;
    native.set("utf8Slice", Func::from(decode::utf8_slice))?;
    native.set("latin1Slice", Func::from(decode::latin1_slice))?;
    native.set("asciiSlice", Func::from(decode::ascii_slice))?;
    native.set("ucs2Slice", Func::from(decode::ucs2_slice))?;
    native.set("hexSlice", Func::from(decode::hex_slice))?;
    native.set("base64Slice", Func::from(decode::base64_slice))?;
    native.set("base64urlSlice", Func::from(decode::base64url_slice))?;
    native.set("compare", Func::from(compare))?;
    native.set("search", Func::from(search::search))?;
    native.set("swap", Func::from(swap))?;
    native.set("isUtf8", Func::from(is_utf8))?;
    native.set("isAscii", Func::from(is_ascii))
}

fn compare(one: Bytes<'_>, other: Bytes<'_>) -> i32 {
    bytes_of(&one).cmp(bytes_of(&other)) as i32
}

/// Reverses each group of `width` bytes.
fn swap(view: Bytes<'_>, width: u32) {
    for group in bytes_of_mut(&view).chunks_exact_mut(width as usize) {
        group.reverse();
    }
}

fn is_utf8(view: Bytes<'_>) -> bool {
    std::str::from_utf8(bytes_of(&view)).is_ok()
}

fn is_ascii(view: Bytes<'_>) -> bool {
    bytes_of(&view).is_ascii()
}
