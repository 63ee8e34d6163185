//! The Encoding Standard by `encoding_rs`, and forgiving base64.

use std::cell::RefCell;

use encoding_rs::{Decoder, DecoderResult, Encoding, UTF_8};
use rquickjs::{CString, Ctx, Function, Object, Result, String as JsString, TypedArray, prelude::Func};

use crate::runtime::{Bytes, bytes_of, bytes_of_mut};

pub(super) fn native(_: &Ctx<'_>, native: &Object<'_>) -> Result<()> {
    native.set("encode", Func::from(encode))?;
    native.set("encodeInto", Func::from(encode_into))?;
    native.set("encodingOf", Func::from(encoding_of))?;
    native.set("decode", Func::from(decode))?;
    native.set("decoder", Func::from(decoder))?;
    native.set("atob", Func::from(atob))?;
    native.set("btoa", Func::from(btoa))
}

/// UTF-8 of the engine's text, whose lone surrogates stand as `ED A0..BF xx`.
fn well_formed(text: JsString<'_>) -> Result<Vec<u8>> {
    let text: CString<'_> = text.to_cstring()?;
    let mut bytes = AsRef::<[u8]>::as_ref(&text).to_vec();
    for index in 0..bytes.len().saturating_sub(2) {
        if bytes[index] == 0xed && bytes[index + 1] >= 0xa0 {
            bytes[index..index + 3].copy_from_slice("\u{fffd}".as_bytes());
        }
    }
    Ok(bytes)
}

fn encode(text: JsString<'_>) -> Result<Bytes> {
    well_formed(text).map(Bytes)
}

/// How many code units were read and how many bytes written.
fn encode_into(text: JsString<'_>, view: TypedArray<'_, u8>) -> Result<Vec<usize>> {
    let text = well_formed(text)?;
    let target = bytes_of_mut(&view);
    let mut length = text.len().min(target.len());
    while length < text.len() && text[length] & 0xc0 == 0x80 {
        length -= 1;
    }
    target[..length].copy_from_slice(&text[..length]);
    let read =
        text[..length].iter().map(|byte| usize::from(byte & 0xc0 != 0x80) + usize::from(*byte >= 0xf0)).sum();
    Ok(vec![read, length])
}

fn encoding_of(label: String) -> Option<String> {
    Encoding::for_label_no_replacement(label.as_bytes()).map(|found| found.name().to_ascii_lowercase())
}

/// A whole text, or nothing when it is malformed and that is fatal.
fn decode(name: String, view: TypedArray<'_, u8>, fatal: bool, keep_bom: bool) -> Option<String> {
    let mut decoder = new_decoder(&name, keep_bom);
    let bytes = bytes_of(&view);
    run(&mut decoder, bytes, fatal, true)
}

/// The function `(view, last)` that decodes a stream piece by piece.
fn decoder<'js>(ctx: Ctx<'js>, name: String, fatal: bool, keep_bom: bool) -> Result<Function<'js>> {
    let state = RefCell::new(new_decoder(&name, keep_bom));
    Function::new(ctx, move |view: TypedArray<'js, u8>, last: bool| {
        run(&mut state.borrow_mut(), bytes_of(&view), fatal, last)
    })
}

fn new_decoder(name: &str, keep_bom: bool) -> Decoder {
    let encoding = Encoding::for_label(name.as_bytes()).unwrap_or(UTF_8);
    if keep_bom {
        encoding.new_decoder_without_bom_handling()
    } else {
        encoding.new_decoder_with_bom_removal()
    }
}

fn run(decoder: &mut Decoder, bytes: &[u8], fatal: bool, last: bool) -> Option<String> {
    let mut text = String::new();
    if fatal {
        text.reserve(decoder.max_utf8_buffer_length_without_replacement(bytes.len())?);
        let (result, _) = decoder.decode_to_string_without_replacement(bytes, &mut text, last);
        return matches!(result, DecoderResult::InputEmpty).then_some(text);
    }
    text.reserve(decoder.max_utf8_buffer_length(bytes.len())?);
    let _ = decoder.decode_to_string(bytes, &mut text, last);
    Some(text)
}

const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

fn six_bits(letter: u8) -> Option<u32> {
    Some(
        match letter {
            b'A'..=b'Z' => letter - b'A',
            b'a'..=b'z' => letter - b'a' + 26,
            b'0'..=b'9' => letter - b'0' + 52,
            b'+' => 62,
            b'/' => 63,
            _ => return None,
        }
        .into(),
    )
}

/// The Infra Standard's forgiving decode, one character for each byte; nothing when the text is not base64.
fn atob(text: JsString<'_>) -> Result<Option<String>> {
    let text: CString<'_> = text.to_cstring()?;
    let bytes: &[u8] = text.as_ref();
    let mut letters: Vec<u8> = bytes.iter().copied().filter(|byte| !b" \t\n\x0c\r".contains(byte)).collect();
    if letters.len().is_multiple_of(4) {
        let padding = letters.iter().rev().take(2).take_while(|letter| **letter == b'=').count();
        letters.truncate(letters.len() - padding);
    }
    if letters.len() % 4 == 1 {
        return Ok(None);
    }
    let mut decoded = String::with_capacity(letters.len());
    for group in letters.chunks(4) {
        let mut bits = 0;
        for letter in group {
            let Some(value) = six_bits(*letter) else { return Ok(None) };
            bits = bits << 6 | value;
        }
        bits <<= 6 * (4 - group.len());
        decoded.extend((1..group.len()).map(|place| char::from((bits >> (24 - 8 * place)) as u8)));
    }
    Ok(Some(decoded))
}

/// Nothing when a character does not fit a byte.
fn btoa(text: JsString<'_>) -> Result<Option<String>> {
    let text: CString<'_> = text.to_cstring()?;
    let Ok(text) = std::str::from_utf8(text.as_ref()) else { return Ok(None) };
    let Some(bytes) = text.chars().map(|letter| u8::try_from(letter).ok()).collect::<Option<Vec<u8>>>()
    else {
        return Ok(None);
    };
    let mut encoded = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for group in bytes.chunks(3) {
        let bits =
            group.iter().fold(0u32, |bits, byte| bits << 8 | u32::from(*byte)) << (8 * (3 - group.len()));
        for place in 0..4 {
            let letter = ALPHABET[(bits >> (18 - 6 * place)) as usize & 63];
            encoded.push(if place > group.len() { '=' } else { char::from(letter) });
        }
    }
    Ok(Some(encoded))
}
