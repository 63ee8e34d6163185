use std::borrow::Cow;

use rquickjs::{CString, Result, String as JsString};

use super::{Bytes, base64};
use crate::runtime::bytes_of_mut;

/// The engine's text is UTF-8 in which a lone surrogate stands as its three bytes `ED A0..BF xx`.
fn with_text<T>(text: JsString<'_>, use_it: impl FnOnce(&[u8]) -> T) -> Result<T> {
    let text: CString<'_> = text.to_cstring()?;
    Ok(use_it(text.as_ref()))
}

/// The part of the view from `offset` on, of at most `max` bytes.
fn room<'a>(view: &'a Bytes<'_>, offset: u32, max: u32) -> &'a mut [u8] {
    let bytes = bytes_of_mut(view);
    let start = bytes.len().min(offset as usize);
    let end = bytes.len().min(start + max as usize);
    &mut bytes[start..end]
}

pub(super) fn utf8_length(text: JsString<'_>) -> Result<usize> {
    with_text(text, <[u8]>::len)
}

/// Never writes a part of a character; lone surrogates become U+FFFD, which is as long.
pub(super) fn utf8_write(view: Bytes<'_>, text: JsString<'_>, offset: u32, max: u32) -> Result<usize> {
    let target = room(&view, offset, max);
    with_text(text, |text| {
        let mut length = target.len().min(text.len());
        while length < text.len() && length > 0 && text[length] & 0xc0 == 0x80 {
            length -= 1;
        }
        let target = &mut target[..length];
        target.copy_from_slice(&text[..length]);
        if !text.is_ascii() {
            replace_surrogates(target);
        }
        length
    })
}

fn replace_surrogates(bytes: &mut [u8]) {
    let mut index = 0;
    while index + 2 < bytes.len() {
        if bytes[index] == 0xed && bytes[index + 1] >= 0xa0 {
            bytes[index..index + 3].copy_from_slice("\u{fffd}".as_bytes());
        }
        index += 1;
    }
}

/// UTF-16 code units of the engine's text.
fn units(text: &[u8]) -> impl Iterator<Item = u16> {
    let mut rest = text;
    let mut pending = None;
    std::iter::from_fn(move || {
        if let Some(unit) = pending.take() {
            return Some(unit);
        }
        let (point, length) = first_point(rest)?;
        rest = &rest[length..];
        if point < 0x10000 {
            return Some(point as u16);
        }
        let high = point - 0x10000;
        pending = Some(0xdc00 | (high & 0x3ff) as u16);
        Some(0xd800 | (high >> 10) as u16)
    })
}

fn first_point(text: &[u8]) -> Option<(u32, usize)> {
    let bits = |index: usize| text.get(index).map_or(0, |byte| u32::from(byte & 0x3f));
    Some(match *text.first()? {
        first @ ..0x80 => (u32::from(first), 1),
        first @ ..0xe0 => (u32::from(first & 0x1f) << 6 | bits(1), 2),
        first @ ..0xf0 => (u32::from(first & 0xf) << 12 | bits(1) << 6 | bits(2), 3.min(text.len())),
        first => (u32::from(first & 7) << 18 | bits(1) << 12 | bits(2) << 6 | bits(3), 4.min(text.len())),
    })
}

/// Each code unit's low byte, which is how Node reads text that should have been ASCII.
fn low_bytes(text: &[u8]) -> Cow<'_, [u8]> {
    if text.is_ascii() { Cow::Borrowed(text) } else { units(text).map(|unit| unit as u8).collect() }
}

pub(super) fn latin1_write(view: Bytes<'_>, text: JsString<'_>, offset: u32, max: u32) -> Result<usize> {
    let target = room(&view, offset, max);
    with_text(text, |text| {
        let bytes = low_bytes(text);
        let length = target.len().min(bytes.len());
        target[..length].copy_from_slice(&bytes[..length]);
        length
    })
}

pub(super) fn ucs2_write(view: Bytes<'_>, text: JsString<'_>, offset: u32, max: u32) -> Result<usize> {
    let target = room(&view, offset, max);
    with_text(text, |text| {
        let pairs = target.chunks_exact_mut(2).zip(units(text));
        pairs.map(|(pair, unit)| pair.copy_from_slice(&unit.to_le_bytes())).count() * 2
    })
}

/// Stops at the first pair that is not two digits.
pub(super) fn hex_write(view: Bytes<'_>, text: JsString<'_>, offset: u32, max: u32) -> Result<usize> {
    let target = room(&view, offset, max);
    with_text(text, |text| {
        let text = low_bytes(text);
        let digit = |byte: u8| char::from(byte).to_digit(16);
        let pairs = text.chunks_exact(2).map_while(|pair| Some(digit(pair[0])? << 4 | digit(pair[1])?));
        target.iter_mut().zip(pairs).map(|(slot, value)| *slot = value as u8).count()
    })
}

pub(super) fn base64_write(view: Bytes<'_>, text: JsString<'_>, offset: u32, max: u32) -> Result<usize> {
    let target = room(&view, offset, max);
    with_text(text, |text| base64::decode(&low_bytes(text), target))
}
