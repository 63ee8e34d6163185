//! Blocks of text armour.

use base64::{Engine, engine::general_purpose::STANDARD};

pub(crate) struct Block<'a> {
    pub(crate) label: &'a str,
    /// What stands before the bytes, such as how a key is encrypted.
    pub(crate) headers: Vec<(&'a str, &'a str)>,
    pub(crate) bytes: Vec<u8>,
}

/// All blocks that are whole; text between them is no matter.
pub(crate) fn blocks(text: &str) -> Vec<Block<'_>> {
    let mut found = Vec::new();
    let mut rest = text;
    while let Some(at) = rest.find("-----BEGIN ") {
        rest = &rest[at + 11..];
        let Some((label, body)) = rest.split_once("-----") else { break };
        let end = format!("-----END {label}-----");
        let Some((body, after)) = body.split_once(&*end) else { continue };
        found.extend(block(label, body));
        rest = after;
    }
    found
}

fn block<'a>(label: &'a str, body: &'a str) -> Option<Block<'a>> {
    let mut headers = Vec::new();
    let mut encoded = String::with_capacity(body.len());
    for line in body.lines() {
        match line.split_once(':') {
            Some((name, value)) if encoded.is_empty() => headers.push((name.trim(), value.trim())),
            _ => encoded.extend(line.chars().filter(|letter| !letter.is_ascii_whitespace())),
        }
    }
    let bytes = STANDARD.decode(encoded).ok()?;
    Some(Block { label, headers, bytes })
}
