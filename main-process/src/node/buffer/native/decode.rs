use rquickjs::{Ctx, Result, String as JsString};

use super::{Bytes, base64};
use crate::runtime::bytes_of;

fn part<'a>(view: &'a Bytes<'_>, start: u32, end: u32) -> &'a [u8] {
    let bytes = bytes_of(view);
    let end = bytes.len().min(end as usize);
    &bytes[end.min(start as usize)..end]
}

/// Each malformed sequence becomes one U+FFFD, as the Encoding Standard has it.
pub(super) fn utf8_slice<'js>(
    ctx: Ctx<'js>,
    view: Bytes<'js>,
    start: u32,
    end: u32,
) -> Result<JsString<'js>> {
    let bytes = part(&view, start, end);
    match std::str::from_utf8(bytes) {
        Ok(text) => JsString::from_str(ctx, text),
        Err(_) => JsString::from_str(ctx, &String::from_utf8_lossy(bytes)),
    }
}

pub(super) fn latin1_slice<'js>(
    ctx: Ctx<'js>,
    view: Bytes<'js>,
    start: u32,
    end: u32,
) -> Result<JsString<'js>> {
    let bytes = part(&view, start, end);
    match std::str::from_utf8(bytes) {
        Ok(text) if text.is_ascii() => JsString::from_str(ctx, text),
        _ => JsString::from_str(ctx, &bytes.iter().map(|byte| char::from(*byte)).collect::<String>()),
    }
}

pub(super) fn ascii_slice(view: Bytes<'_>, start: u32, end: u32) -> String {
    part(&view, start, end).iter().map(|byte| char::from(byte & 0x7f)).collect()
}

/// Nothing when there is a lone surrogate, which the script then deals with. An odd last byte is left out.
pub(super) fn ucs2_slice(view: Bytes<'_>, start: u32, end: u32) -> Option<String> {
    let units = part(&view, start, end).chunks_exact(2).map(|pair| u16::from_le_bytes([pair[0], pair[1]]));
    char::decode_utf16(units).collect::<std::result::Result<String, _>>().ok()
}

pub(super) fn hex_slice(view: Bytes<'_>, start: u32, end: u32) -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    let bytes = part(&view, start, end);
    let mut text = String::with_capacity(bytes.len() * 2);
    for byte in bytes {
        text.push(char::from(DIGITS[usize::from(byte >> 4)]));
        text.push(char::from(DIGITS[usize::from(byte & 15)]));
    }
    text
}

pub(super) fn base64_slice(view: Bytes<'_>, start: u32, end: u32) -> String {
    base64::encode(part(&view, start, end), false)
}

pub(super) fn base64url_slice(view: Bytes<'_>, start: u32, end: u32) -> String {
    base64::encode(part(&view, start, end), true)
}
