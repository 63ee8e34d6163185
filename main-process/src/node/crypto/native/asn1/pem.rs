//! DER as text between two lines.

use super::super::text;

pub(in super::super) struct Block {
    pub(in super::super) label: String,
    /// `DEK-Info`, of keys encrypted in the old way: the cipher's name and the vector.
    pub(in super::super) cipher: Option<(String, Vec<u8>)>,
    pub(in super::super) data: Vec<u8>,
}

/// The first block whose label suits.
pub(in super::super) fn find(source: &[u8], suits: impl Fn(&str) -> bool) -> Option<Block> {
    let source = String::from_utf8_lossy(source);
    let mut rest = &*source;
    loop {
        let (_, begun) = rest.split_once("-----BEGIN ")?;
        let (label, body) = begun.split_once("-----")?;
        let end = format!("-----END {label}-----");
        let (body, after) = body.split_once(end.as_str())?;
        rest = after;
        if suits(label) {
            return block(label, body);
        }
    }
}

fn block(label: &str, body: &str) -> Option<Block> {
    let (mut cipher, mut text) = (None, String::new());
    for line in body.lines().map(str::trim) {
        match line.split_once(':') {
            Some(("DEK-Info", value)) => {
                let (name, vector) = value.trim().split_once(',')?;
                cipher = Some((name.to_ascii_lowercase(), text::from_hex(vector.trim())?));
            }
            Some(_) => {}
            None => text.push_str(line),
        }
    }
    Some(Block { label: label.into(), cipher, data: text::from_base64(&text)? })
}

pub(in super::super) fn write(label: &str, headers: &str, data: &[u8]) -> String {
    let text = text::base64(data);
    let mut output = format!("-----BEGIN {label}-----\n{headers}");
    for start in (0..text.len()).step_by(64) {
        output.push_str(&text[start..text.len().min(start + 64)]);
        output.push('\n');
    }
    output.push_str(&format!("-----END {label}-----\n"));
    output
}
