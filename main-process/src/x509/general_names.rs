//! Alternative names and where information is, worded as Node words them.

use std::net::Ipv4Addr;

use super::{
    certificate::{Certificate, INFO_ACCESS, SUBJECT_ALT_NAME},
    der::{self, Field, Reader},
    name::{Name, latin1},
};

const UTF8_STRING: u8 = 0x0c;
const IA5_STRING: u8 = 0x16;

/// Names of kinds that OpenSSL can read: identifier, word, tag.
const OTHER_NAMES: [(&str, &str, u8); 5] = [
    ("1.3.6.1.5.5.7.8.5", "XmppAddr", UTF8_STRING),
    ("1.3.6.1.5.5.7.8.7", "SRVName", IA5_STRING),
    ("1.3.6.1.5.5.7.8.8", "NAIRealm", UTF8_STRING),
    ("1.3.6.1.5.5.7.8.9", "SmtpUTF8Mailbox", UTF8_STRING),
    ("1.3.6.1.4.1.311.20.2.3", "UPN", UTF8_STRING),
];

const ACCESS_METHODS: [(&str, &str); 4] = [
    ("1.3.6.1.5.5.7.48.1", "OCSP"),
    ("1.3.6.1.5.5.7.48.2", "CA Issuers"),
    ("1.3.6.1.5.5.7.48.3", "AD Time Stamping"),
    ("1.3.6.1.5.5.7.48.5", "CA Repository"),
];

impl Certificate<'_> {
    /// `DNS:a.example, IP Address:1.2.3.4`
    pub(crate) fn subject_alt_name(&self) -> Option<String> {
        let names = Reader::new(self.extension(SUBJECT_ALT_NAME)?).inside(der::SEQUENCE)?;
        Some(names.map(describe).collect::<Vec<_>>().join(", "))
    }

    /// `OCSP - URI:http://a.example/`, a line each.
    pub(crate) fn info_access(&self) -> Option<String> {
        let descriptions = Reader::new(self.extension(INFO_ACCESS)?).inside(der::SEQUENCE)?;
        let line = |field: Field<'_>| {
            let mut body = Reader::new(field.value);
            let method = der::dotted(body.value(der::OID)?);
            let word = ACCESS_METHODS.iter().find(|(id, _)| *id == method).map_or(&*method, |(_, word)| word);
            Some(format!("{word} - {}", describe(body.field()?)))
        };
        Some(descriptions.filter_map(line).collect::<Vec<_>>().join("\n"))
    }
}

fn describe(field: Field<'_>) -> String {
    match field.tag {
        0xa0 => format!("othername:{}", other(field.value).unwrap_or_else(|| "<unsupported>".into())),
        0x81 => format!("email:{}", quoted(&latin1(field.value), false)),
        0x82 => format!("DNS:{}", quoted(&latin1(field.value), false)),
        0xa3 => "X400Name:<unsupported>".into(),
        0xa4 => {
            let name = Reader::new(field.value).expect(der::SEQUENCE).map(|name| Name::new(name).reversed());
            format!("DirName:{}", quoted(&name.unwrap_or_default(), true))
        }
        0xa5 => "EdiPartyName:<unsupported>".into(),
        0x86 => format!("URI:{}", quoted(&latin1(field.value), false)),
        0x87 => format!("IP Address:{}", address(field.value)),
        0x88 => format!("Registered ID:{}", der::dotted(field.value)),
        _ => "<unsupported>".into(),
    }
}

fn other(value: &[u8]) -> Option<String> {
    let mut body = Reader::new(value);
    let id = der::dotted(body.value(der::OID)?);
    let text = Reader::new(body.value(0xa0)?).field()?;
    let (_, word, _) = OTHER_NAMES.iter().find(|(known, _, tag)| *known == id && *tag == text.tag)?;
    let utf8 = text.tag == UTF8_STRING;
    let name = if utf8 { String::from_utf8_lossy(text.value).into_owned() } else { latin1(text.value) };
    Some(quoted(&format!("{word}:{name}"), utf8))
}

fn address(bytes: &[u8]) -> String {
    match bytes.len() {
        4 => Ipv4Addr::new(bytes[0], bytes[1], bytes[2], bytes[3]).to_string(),
        16 => {
            let groups =
                bytes.chunks_exact(2).map(|pair| format!("{:X}", u16::from_be_bytes([pair[0], pair[1]])));
            groups.collect::<Vec<_>>().join(":")
        }
        length => format!("<invalid length={length}>"),
    }
}

/// As it is when no reader of the list could mistake it, else as a string of JSON's.
fn quoted(text: &str, utf8: bool) -> String {
    let plain =
        |letter: char| if utf8 { letter >= ' ' && letter != '\x7f' } else { (' '..='~').contains(&letter) };
    if text.chars().all(|letter| plain(letter) && !matches!(letter, '"' | '\\' | ',' | '\'')) {
        return text.to_owned();
    }
    let mut all = String::from("\"");
    for letter in text.chars() {
        match letter {
            '"' | '\\' => all.extend(['\\', letter]),
            _ if plain(letter) && letter != ',' => all.push(letter),
            _ => all.push_str(&format!("\\u{:04x}", letter as u32)),
        }
    }
    all.push('"');
    all
}
