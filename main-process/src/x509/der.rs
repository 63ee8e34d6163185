//! As much of ASN.1's distinguished encoding as certificates and keys need.

pub(crate) const BOOLEAN: u8 = 0x01;
pub(crate) const INTEGER: u8 = 0x02;
pub(crate) const BIT_STRING: u8 = 0x03;
pub(crate) const OCTET_STRING: u8 = 0x04;
pub(crate) const OID: u8 = 0x06;
pub(crate) const SEQUENCE: u8 = 0x30;

/// A field: its tag, what is in it, and all of it.
#[derive(Clone, Copy)]
pub(crate) struct Field<'a> {
    pub(crate) tag: u8,
    pub(crate) value: &'a [u8],
    pub(crate) whole: &'a [u8],
}

/// Reads one field after the other. Nothing it is given can make it panic.
#[derive(Clone, Copy)]
pub(crate) struct Reader<'a>(&'a [u8]);

impl<'a> Reader<'a> {
    pub(crate) fn new(bytes: &'a [u8]) -> Self {
        Self(bytes)
    }

    pub(crate) fn peek(&self) -> Option<u8> {
        self.0.first().copied()
    }

    pub(crate) fn field(&mut self) -> Option<Field<'a>> {
        let (&tag, rest) = self.0.split_first()?;
        let (&first, rest) = rest.split_first()?;
        // Tags above 30 occur in nothing that is read here.
        if tag & 0x1f == 0x1f {
            return None;
        }
        let (length, rest) = match first {
            0..=0x7f => (usize::from(first), rest),
            0x81..=0x84 => {
                let (bytes, rest) = rest.split_at_checked(usize::from(first & 0x7f))?;
                let length = bytes
                    .iter()
                    .try_fold(0_usize, |sum, &byte| sum.checked_mul(256)?.checked_add(byte.into()))?;
                (length, rest)
            }
            _ => return None,
        };
        let (value, after) = rest.split_at_checked(length)?;
        let whole = &self.0[..self.0.len() - after.len()];
        self.0 = after;
        Some(Field { tag, value, whole })
    }

    pub(crate) fn expect(&mut self, tag: u8) -> Option<Field<'a>> {
        if self.peek()? == tag { self.field() } else { None }
    }

    pub(crate) fn value(&mut self, tag: u8) -> Option<&'a [u8]> {
        self.expect(tag).map(|field| field.value)
    }

    pub(crate) fn inside(&mut self, tag: u8) -> Option<Reader<'a>> {
        self.value(tag).map(Reader)
    }

    /// Skips a field that may be there or not.
    pub(crate) fn optional(&mut self, tag: u8) -> Option<&'a [u8]> {
        if self.peek() == Some(tag) { self.value(tag) } else { None }
    }
}

/// The fields in some bytes, up to the first malformed one.
impl<'a> Iterator for Reader<'a> {
    type Item = Field<'a>;

    fn next(&mut self) -> Option<Field<'a>> {
        self.field()
    }
}

/// The fields of a sequence; nothing when one of them is malformed, or something follows.
pub(crate) fn list(bytes: &[u8]) -> Option<Vec<Field<'_>>> {
    let mut outer = Reader::new(bytes);
    let inner = outer.value(SEQUENCE)?;
    if outer.peek().is_some() { None } else { fields(inner) }
}

/// All of them; nothing when one is malformed.
pub(crate) fn fields(bytes: &[u8]) -> Option<Vec<Field<'_>>> {
    let mut rest = Reader::new(bytes);
    let mut found = Vec::new();
    while rest.peek().is_some() {
        found.push(rest.field()?);
    }
    Some(found)
}

/// The content of a string of whole octets.
pub(crate) fn octets_of_bits(value: &[u8]) -> Option<&[u8]> {
    match value.split_first()? {
        (0, octets) => Some(octets),
        _ => None,
    }
}

/// `1.2.840.113549` of an object identifier's content.
pub(crate) fn dotted(oid: &[u8]) -> String {
    let mut arcs: Vec<u64> = Vec::new();
    let mut arc = 0_u64;
    for byte in oid {
        // One that is too large must not look like another.
        arc = if arc >> 57 == 0 { arc << 7 | u64::from(byte & 0x7f) } else { u64::MAX };
        if byte & 0x80 == 0 {
            arcs.push(arc);
            arc = 0;
        }
    }
    if let Some(&first) = arcs.first() {
        let top = (first / 40).min(2);
        arcs.splice(..1, [top, first - top * 40]);
    }
    arcs.iter().map(ToString::to_string).collect::<Vec<_>>().join(".")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn identifiers_are_dotted() {
        assert_eq!(dotted(&[0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 1, 1, 11]), "1.2.840.113549.1.1.11");
        assert_eq!(dotted(&[0x55, 4, 3]), "2.5.4.3");
        assert_eq!(dotted(&[]), "");
    }

    #[test]
    fn what_is_cut_short_is_no_field() {
        for bytes in
            [&[][..], &[0x30], &[0x30, 2, 0], &[0x30, 0x82, 1], &[0x30, 0x84, 255, 255, 255, 255], &[0x1f, 0]]
        {
            assert!(Reader::new(bytes).field().is_none(), "{bytes:?}");
        }
        let mut reader = Reader::new(&[4, 1, 9, 5, 0]);
        assert_eq!(reader.value(OCTET_STRING), Some(&[9][..]));
        assert_eq!(reader.field().map(|field| field.whole), Some(&[5, 0][..]));
    }
}
