//! Distinguished encoding rules, as much as keys and certificates need.

use super::super::numbers::trimmed;

pub(in super::super) const INTEGER: u8 = 2;
pub(in super::super) const BITS: u8 = 3;
pub(in super::super) const OCTETS: u8 = 4;
pub(in super::super) const NULL: u8 = 5;
pub(in super::super) const OID: u8 = 6;
pub(in super::super) const SEQUENCE: u8 = 0x30;

/// The tag `[number]` around other values.
pub(in super::super) const fn context(number: u8) -> u8 {
    0xa0 | number
}

/// Reads one value after another. `None` means that the data is not what was asked for.
#[derive(Clone, Copy)]
pub(in super::super) struct Reader<'a>(pub(in super::super) &'a [u8]);

impl<'a> Reader<'a> {
    pub(in super::super) fn is_empty(self) -> bool {
        self.0.is_empty()
    }

    pub(in super::super) fn tag(self) -> Option<u8> {
        self.0.first().copied()
    }

    /// The next value's tag, contents, and all of it.
    pub(in super::super) fn any(&mut self) -> Option<(u8, &'a [u8], &'a [u8])> {
        let (&tag, rest) = self.0.split_first()?;
        let (&first, rest) = rest.split_first()?;
        let (length, rest) = match first {
            ..0x80 => (usize::from(first), rest),
            0x80 | 0x85.. => return None,
            _ => {
                let (digits, rest) = rest.split_at_checked(usize::from(first & 0x7f))?;
                (digits.iter().fold(0, |length, digit| length << 8 | usize::from(*digit)), rest)
            }
        };
        let (contents, rest) = rest.split_at_checked(length)?;
        let all = &self.0[..self.0.len() - rest.len()];
        self.0 = rest;
        Some((tag, contents, all))
    }

    pub(in super::super) fn expect(&mut self, tag: u8) -> Option<&'a [u8]> {
        let mut ahead = *self;
        let (found, contents, _) = ahead.any()?;
        (found == tag).then(|| *self = ahead)?;
        Some(contents)
    }

    pub(in super::super) fn sequence(&mut self) -> Option<Self> {
        self.expect(SEQUENCE).map(Reader)
    }

    /// A sequence and nothing after it.
    pub(in super::super) fn only_sequence(mut self) -> Option<Self> {
        let inner = self.sequence()?;
        self.is_empty().then_some(inner)
    }

    /// A whole number from zero up, without leading zeros.
    pub(in super::super) fn integer(&mut self) -> Option<&'a [u8]> {
        self.expect(INTEGER).map(trimmed)
    }

    pub(in super::super) fn small(&mut self) -> Option<u32> {
        let digits = self.integer()?;
        (digits.len() <= 4).then(|| digits.iter().fold(0, |number, digit| number << 8 | u32::from(*digit)))
    }

    /// A string of whole bytes of bits.
    pub(in super::super) fn bits(&mut self) -> Option<&'a [u8]> {
        let (&unused, bits) = self.expect(BITS)?.split_first()?;
        (unused == 0).then_some(bits)
    }

    pub(in super::super) fn explicit(&mut self, number: u8) -> Option<Self> {
        self.expect(context(number)).map(Reader)
    }
}

pub(in super::super) fn value(tag: u8, contents: &[u8]) -> Vec<u8> {
    let length = contents.len();
    let mut output = vec![tag];
    if length < 0x80 {
        output.push(length as u8);
    } else {
        let digits = length.to_be_bytes();
        let digits = trimmed(&digits);
        output.push(0x80 | digits.len() as u8);
        output.extend_from_slice(digits);
    }
    output.extend_from_slice(contents);
    output
}

pub(in super::super) fn sequence(parts: &[&[u8]]) -> Vec<u8> {
    value(SEQUENCE, &parts.concat())
}

/// A whole number from zero up.
pub(in super::super) fn integer(number: &[u8]) -> Vec<u8> {
    let number = trimmed(number);
    match number.first() {
        None => value(INTEGER, &[0]),
        Some(first) if first & 0x80 != 0 => value(INTEGER, &[&[0], number].concat()),
        Some(_) => value(INTEGER, number),
    }
}

pub(in super::super) fn small(number: u32) -> Vec<u8> {
    integer(&number.to_be_bytes())
}

pub(in super::super) fn octets(bytes: &[u8]) -> Vec<u8> {
    value(OCTETS, bytes)
}

pub(in super::super) fn bits(bytes: &[u8]) -> Vec<u8> {
    value(BITS, &[&[0], bytes].concat())
}

pub(in super::super) fn oid(id: &[u8]) -> Vec<u8> {
    value(OID, id)
}

pub(in super::super) fn null() -> Vec<u8> {
    vec![NULL, 0]
}

pub(in super::super) fn explicit(number: u8, contents: &[u8]) -> Vec<u8> {
    value(context(number), contents)
}
