//! Text and bytes into each other, where a detour through a script would cost more than the work.

const STANDARD: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
const URL_SAFE: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// The engine's text has a lone surrogate as its three bytes; as UTF-8 it is U+FFFD, which is as long.
pub(super) fn well_formed(text: &[u8], use_it: impl FnOnce(&[u8])) {
    if text.is_ascii() || std::str::from_utf8(text).is_ok() {
        return use_it(text);
    }
    let mut copy = text.to_vec();
    for index in 0..copy.len().saturating_sub(2) {
        if copy[index] == 0xed && copy[index + 1] >= 0xa0 {
            copy[index..index + 3].copy_from_slice("\u{fffd}".as_bytes());
        }
    }
    use_it(&copy);
}

/// `None` for an encoding that is not made here.
pub(super) fn encode(bytes: &[u8], encoding: &str) -> Option<String> {
    match encoding {
        "hex" => Some(hex(bytes)),
        "base64" => Some(base64(bytes)),
        "base64url" => Some(base64_with(bytes, URL_SAFE, false)),
        _ => None,
    }
}

pub(super) fn hex(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    let digits = bytes.iter().flat_map(|byte| [byte >> 4, byte & 15]);
    digits.map(|digit| char::from(DIGITS[usize::from(digit)])).collect()
}

pub(super) fn base64(bytes: &[u8]) -> String {
    base64_with(bytes, STANDARD, true)
}

fn base64_with(bytes: &[u8], alphabet: &[u8; 64], pad: bool) -> String {
    let mut text = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for group in bytes.chunks(3) {
        let bits =
            group.iter().fold(0u32, |bits, byte| bits << 8 | u32::from(*byte)) << (8 * (3 - group.len()));
        for place in 0..=group.len() {
            text.push(char::from(alphabet[(bits >> (18 - 6 * place)) as usize & 63]));
        }
        if pad {
            text.extend(std::iter::repeat_n('=', 3 - group.len()));
        }
    }
    text
}

/// Strict but for white space: `None` when a letter belongs to no base64.
pub(super) fn from_base64(text: &str) -> Option<Vec<u8>> {
    let mut bytes = Vec::with_capacity(text.len() / 4 * 3);
    let (mut bits, mut count) = (0u32, 0);
    for letter in text.bytes().filter(|letter| !letter.is_ascii_whitespace()) {
        if letter == b'=' {
            break;
        }
        let value = STANDARD.iter().position(|known| *known == letter)?;
        bits = bits << 6 | value as u32;
        count += 6;
        if count >= 8 {
            count -= 8;
            bytes.push((bits >> count) as u8);
        }
    }
    Some(bytes)
}

pub(super) fn from_hex(text: &str) -> Option<Vec<u8>> {
    let digit = |byte: u8| char::from(byte).to_digit(16);
    text.as_bytes().chunks(2).map(|pair| Some((digit(pair[0])? << 4 | digit(*pair.get(1)?)?) as u8)).collect()
}
