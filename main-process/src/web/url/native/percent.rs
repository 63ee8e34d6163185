/// Which ASCII characters are written as `%XX`, besides controls and everything beyond ASCII.
#[derive(Clone, Copy)]
pub(super) struct Set(&'static [u8]);

pub(super) const CONTROL: Set = Set(b"");
pub(super) const FRAGMENT: Set = Set(b" \"<>`");
pub(super) const QUERY: Set = Set(b" \"#<>");
pub(super) const SPECIAL_QUERY: Set = Set(b" \"#<>'");
pub(super) const PATH: Set = Set(b" \"#<>?`{}");
pub(super) const USERINFO: Set = Set(b" \"#<>?`{}/:;=@[\\]^|");

pub(super) fn encode(text: &str, set: Set) -> String {
    const DIGITS: &[u8; 16] = b"0123456789ABCDEF";
    let mut encoded = String::with_capacity(text.len());
    for byte in text.bytes() {
        if (0x20..0x7f).contains(&byte) && !set.0.contains(&byte) {
            encoded.push(char::from(byte));
        } else {
            encoded.push('%');
            encoded.push(char::from(DIGITS[usize::from(byte >> 4)]));
            encoded.push(char::from(DIGITS[usize::from(byte & 15)]));
        }
    }
    encoded
}
