const STANDARD: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
const URL_SAFE: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

const SKIPPED: u8 = 0xff;

/// The six bits of a letter of either alphabet, [`SKIPPED`] for anything else.
const VALUES: [u8; 256] = {
    let mut values = [SKIPPED; 256];
    let mut index = 0;
    while index < 64 {
        values[STANDARD[index] as usize] = index as u8;
        values[URL_SAFE[index] as usize] = index as u8;
        index += 1;
    }
    values
};

pub(super) fn encode(bytes: &[u8], url_safe: bool) -> String {
    let alphabet = if url_safe { URL_SAFE } else { STANDARD };
    let mut text = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for group in bytes.chunks(3) {
        let bits =
            group.iter().fold(0u32, |bits, byte| bits << 8 | u32::from(*byte)) << (8 * (3 - group.len()));
        for place in 0..=group.len() {
            text.push(char::from(alphabet[(bits >> (18 - 6 * place)) as usize & 63]));
        }
        if !url_safe {
            text.extend(std::iter::repeat_n('=', 3 - group.len()));
        }
    }
    text
}

/// Decodes as much as `target` takes: up to the first `=`, skipping whatever belongs to neither alphabet.
pub(super) fn decode(text: &[u8], target: &mut [u8]) -> usize {
    let mut written = 0;
    let (mut bits, mut count) = (0u32, 0);
    for letter in text.iter().take_while(|letter| **letter != b'=') {
        let value = VALUES[usize::from(*letter)];
        if value == SKIPPED {
            continue;
        }
        bits = bits << 6 | u32::from(value);
        count += 6;
        if count >= 8 {
            count -= 8;
            let Some(slot) = target.get_mut(written) else { break };
            *slot = (bits >> count) as u8;
            written += 1;
        }
    }
    written
}
