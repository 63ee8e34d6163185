//! Names of subjects and issuers.

use super::der::{self, Field, Reader};

#[derive(Clone, Copy)]
pub(crate) struct Name<'a> {
    pub(crate) raw: &'a [u8],
    parts: Reader<'a>,
}

/// A part of a name: what it is called, its text, and whether it belongs to the part before it.
pub(crate) struct Part {
    pub(crate) key: String,
    pub(crate) text: String,
    joined: bool,
}

/// Object identifier and OpenSSL's short name.
const NAMES: [(&str, &str); 30] = [
    ("2.5.4.3", "CN"),
    ("2.5.4.4", "SN"),
    ("2.5.4.5", "serialNumber"),
    ("2.5.4.6", "C"),
    ("2.5.4.7", "L"),
    ("2.5.4.8", "ST"),
    ("2.5.4.9", "street"),
    ("2.5.4.10", "O"),
    ("2.5.4.11", "OU"),
    ("2.5.4.12", "title"),
    ("2.5.4.13", "description"),
    ("2.5.4.15", "businessCategory"),
    ("2.5.4.16", "postalAddress"),
    ("2.5.4.17", "postalCode"),
    ("2.5.4.20", "telephoneNumber"),
    ("2.5.4.41", "name"),
    ("2.5.4.42", "GN"),
    ("2.5.4.43", "initials"),
    ("2.5.4.44", "generationQualifier"),
    ("2.5.4.46", "dnQualifier"),
    ("2.5.4.65", "pseudonym"),
    ("2.5.4.97", "organizationIdentifier"),
    ("1.2.840.113549.1.9.1", "emailAddress"),
    ("1.2.840.113549.1.9.2", "unstructuredName"),
    ("1.2.840.113549.1.9.8", "unstructuredAddress"),
    ("0.9.2342.19200300.100.1.1", "UID"),
    ("0.9.2342.19200300.100.1.25", "DC"),
    ("1.3.6.1.4.1.311.60.2.1.1", "jurisdictionL"),
    ("1.3.6.1.4.1.311.60.2.1.2", "jurisdictionST"),
    ("1.3.6.1.4.1.311.60.2.1.3", "jurisdictionC"),
];

impl<'a> Name<'a> {
    pub(crate) fn new(field: Field<'a>) -> Self {
        Self { raw: field.whole, parts: Reader::new(field.value) }
    }

    pub(crate) fn parts(&self) -> Vec<Part> {
        let mut found = Vec::new();
        for set in self.parts {
            for (index, pair) in Reader::new(set.value).enumerate() {
                let mut pair = Reader::new(pair.value);
                let (Some(id), Some(value)) = (pair.value(der::OID), pair.field()) else { continue };
                let id = der::dotted(id);
                let key =
                    NAMES.iter().find(|(known, _)| *known == id).map_or(id, |(_, short)| (*short).to_owned());
                found.push(Part { key, text: text(value), joined: index > 0 });
            }
        }
        found
    }

    /// The last part first, on one line: <https://www.rfc-editor.org/rfc/rfc2253>
    pub(crate) fn reversed(&self) -> String {
        let mut groups: Vec<String> = Vec::new();
        for part in self.parts() {
            let text = format!("{}={}", part.key, escaped(&part.text));
            match groups.last_mut() {
                Some(group) if part.joined => group.push_str(&format!("+{text}")),
                _ => groups.push(text),
            }
        }
        groups.reverse();
        groups.join(",")
    }
}

fn escaped(text: &str) -> String {
    let mut all = String::with_capacity(text.len());
    let last = text.chars().count().saturating_sub(1);
    for (index, letter) in text.chars().enumerate() {
        match letter {
            ',' | '+' | '"' | '\\' | '<' | '>' | ';' => all.extend(['\\', letter]),
            '#' if index == 0 => all.push_str("\\#"),
            ' ' if index == 0 || index == last => all.push_str("\\ "),
            _ => all.push(letter),
        }
    }
    all
}

/// The text of a string of any of ASN.1's kinds.
pub(super) fn text(field: Field<'_>) -> String {
    let wide = |bytes: &[u8]| {
        bytes.chunks_exact(2).map(|pair| u16::from_be_bytes([pair[0], pair[1]])).collect::<Vec<_>>()
    };
    match field.tag {
        // T61String, which everybody takes for Latin-1.
        0x14 => latin1(field.value),
        // BMPString
        0x1e => String::from_utf16_lossy(&wide(field.value)),
        // UniversalString
        0x1c => {
            let letters = field
                .value
                .chunks_exact(4)
                .map(|four| u32::from_be_bytes([four[0], four[1], four[2], four[3]]));
            letters.map(|letter| char::from_u32(letter).unwrap_or(char::REPLACEMENT_CHARACTER)).collect()
        }
        _ => String::from_utf8_lossy(field.value).into_owned(),
    }
}

pub(super) fn latin1(bytes: &[u8]) -> String {
    bytes.iter().map(|&byte| char::from(byte)).collect()
}
