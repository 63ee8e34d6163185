use std::borrow::Cow;

use super::{
    Fault, Kind, Settings,
    fields::Reader,
    head::{Parsed, lines},
    method,
};

/// Reads a head as `insecureHTTPParser` wants it: lines may end in a bare LF and be folded, values may be anything.
pub(super) fn parse(settings: Settings, bytes: &[u8]) -> Result<Option<(Parsed<'_>, usize)>, Fault> {
    let Some(length) = end(bytes) else {
        if bytes.len() > settings.head_limit + 4096 {
            return Err(Fault::new("HPE_HEADER_OVERFLOW", "Header overflow", bytes.len()));
        }
        return match first_fault(settings.kind, bytes) {
            Some(fault) => Err(fault),
            None => Ok(None),
        };
    };
    let line_length = bytes.iter().position(|&byte| byte == b'\n').unwrap_or(length);
    let line = without_return(&bytes[..line_length]);
    let fields = unfolded(&bytes[(line_length + 1).min(length)..length]);
    if fields.len() + line.len() >= settings.head_limit {
        return Err(Fault::new("HPE_HEADER_OVERFLOW", "Header overflow", length));
    }
    let mut reader = Reader::new(settings.kind, true);
    for (name, value) in lines(&fields) {
        if name.is_empty() || name.iter().any(|&byte| !super::fault::is_token(byte)) {
            return Err(Fault::new("HPE_INVALID_HEADER_TOKEN", "Invalid header token", line_length));
        }
        reader.field(name, value, line_length)?;
    }
    let facts = reader.facts;
    let mut parsed = match settings.kind {
        Kind::Request => request_line(line)?,
        Kind::Response => status_line(line)?,
    };
    parsed.fields = Cow::Owned(fields);
    parsed.facts = facts;
    Ok(Some((parsed, length)))
}

/// What cannot become a head any more should not be waited for.
fn first_fault(kind: Kind, bytes: &[u8]) -> Option<Fault> {
    super::fault::find(kind, bytes).filter(|fault| {
        matches!(fault.code, "HPE_INVALID_METHOD") || kind == Kind::Response && fault.at < "HTTP/".len()
    })
}

/// Behind the first empty line.
fn end(bytes: &[u8]) -> Option<usize> {
    let mut start = 0;
    for (index, _) in bytes.iter().enumerate().filter(|(_, byte)| **byte == b'\n') {
        if without_return(&bytes[start..index]).is_empty() {
            return Some(index + 1);
        }
        start = index + 1;
    }
    None
}

fn without_return(line: &[u8]) -> &[u8] {
    line.strip_suffix(b"\r").unwrap_or(line)
}

/// The fields, each on one line that ends in CRLF.
fn unfolded(bytes: &[u8]) -> Vec<u8> {
    let mut out: Vec<u8> = Vec::with_capacity(bytes.len());
    for line in bytes.split(|&byte| byte == b'\n').map(without_return).filter(|line| !line.is_empty()) {
        if matches!(line[0], b' ' | b'\t') && out.ends_with(b"\r\n") {
            out.truncate(out.len() - 2);
            out.push(b' ');
            out.extend_from_slice(line.trim_ascii_start());
        } else {
            out.extend_from_slice(line);
        }
        out.extend_from_slice(b"\r\n");
    }
    out
}

fn minor_of(version: &[u8], at: usize) -> Result<u8, Fault> {
    match version {
        b"HTTP/1.1" => Ok(1),
        b"HTTP/1.0" => Ok(0),
        _ => Err(Fault::new("HPE_INVALID_VERSION", "Invalid HTTP version", at)),
    }
}

fn request_line(line: &[u8]) -> Result<Parsed<'_>, Fault> {
    if line.starts_with(b" ") {
        return Err(Fault::new("HPE_INVALID_METHOD", "Invalid method encountered", 0));
    }
    let mut words = line.split(|&byte| byte == b' ').filter(|word| !word.is_empty());
    let method = words.next().and_then(method::number_of);
    let Some(method) = method else {
        return Err(Fault::new("HPE_INVALID_METHOD", "Invalid method encountered", 0));
    };
    let (Some(target), Some(version)) = (words.next(), words.next()) else {
        return Err(Fault::new("HPE_INVALID_URL", "Invalid characters in url", line.len()));
    };
    Ok(Parsed { method, target: Cow::Borrowed(target), ..empty(minor_of(version, line.len())?) })
}

fn status_line(line: &[u8]) -> Result<Parsed<'_>, Fault> {
    let version = line.get(..8).unwrap_or(line);
    let minor = minor_of(version, line.len())?;
    let code = line
        .get(9..12)
        .and_then(|digits| std::str::from_utf8(digits).ok())
        .and_then(|digits| digits.parse().ok());
    let Some(status) = code else { return Err(Fault::new("HPE_INVALID_STATUS", "Invalid status code", 9)) };
    Ok(Parsed { status, reason: Cow::Borrowed(line.get(13..).unwrap_or_default()), ..empty(minor) })
}

fn empty<'a>(minor: u8) -> Parsed<'a> {
    let none = || Cow::Borrowed(&[][..]);
    Parsed {
        method: 0,
        target: none(),
        minor,
        status: 0,
        reason: none(),
        fields: none(),
        facts: Default::default(),
    }
}
