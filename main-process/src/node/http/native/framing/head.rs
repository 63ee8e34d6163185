use std::{borrow::Cow, mem::MaybeUninit};

use httparse::{Error, ParserConfig, Status};

use super::{
    Body, Fault, Head, Kind, Settings, fault,
    fields::{Facts, Reader},
    lenient, method,
};

/// Fields that are parsed without an allocation.
const FEW: usize = 64;

/// A head that was read and understood.
pub(super) struct Parsed<'a> {
    pub(super) method: usize,
    pub(super) target: Cow<'a, [u8]>,
    pub(super) minor: u8,
    pub(super) status: u16,
    pub(super) reason: Cow<'a, [u8]>,
    pub(super) fields: Cow<'a, [u8]>,
    pub(super) facts: Facts,
}

impl<'a> Parsed<'a> {
    pub(super) fn keep_alive(&self, kind: Kind, body: Body) -> bool {
        let Facts { close, keep_alive, .. } = self.facts;
        let asked = if self.minor == 0 { keep_alive && !close } else { !close };
        asked && !(kind == Kind::Response && body == Body::UntilEnd)
    }

    fn into_owned<'b>(self) -> Parsed<'b> {
        let Self { method, minor, status, facts, target, reason, fields } = self;
        let owned = |bytes: Cow<'_, [u8]>| Cow::Owned(bytes.into_owned());
        Parsed {
            method,
            minor,
            status,
            facts,
            target: owned(target),
            reason: owned(reason),
            fields: owned(fields),
        }
    }

    pub(super) fn into_head(self, kind: Kind, keep_alive: bool, complete: bool) -> Head<'a> {
        let asked = self.facts.upgrade && self.facts.connection_upgrade;
        let upgrade = match kind {
            Kind::Request => asked || self.method == method::CONNECT,
            Kind::Response => asked && self.status == 101,
        };
        let Self { method, target, minor, status, reason, fields, facts } = self;
        let Facts { host, expect, .. } = facts;
        Head { method, target, minor, status, reason, fields, keep_alive, upgrade, host, expect, complete }
    }
}

type Complete<'a> = Option<(Parsed<'a>, usize)>;

/// Reads a head from the front of `bytes`; `None` if it is not all there.
pub(super) fn parse(settings: Settings, bytes: &[u8]) -> Result<Complete<'_>, Fault> {
    if settings.lenient {
        return lenient::parse(settings, bytes);
    }
    if settings.kind == Kind::Response && bytes.starts_with(b"HTTP/0.9 ") {
        return ancient(settings, bytes);
    }
    let parsed = match settings.kind {
        Kind::Request => request(settings, bytes),
        Kind::Response => response(settings, bytes),
    };
    match parsed {
        Ok(Some(complete)) => Ok(Some(complete)),
        Ok(None) => match fault::find(settings.kind, bytes) {
            Some(fault) => Err(overflow_first(settings, bytes, fault)),
            None if is_over(settings, bytes) => Err(overflow(bytes.len())),
            None => Ok(None),
        },
        Err(Refusal::Fault(fault)) => Err(fault),
        // The parser only says that it is wrong.
        Err(Refusal::Syntax) => Err(fault::find(settings.kind, bytes)
            .unwrap_or_else(|| Fault::new("HPE_INVALID_URL", "Invalid characters in url", 0))),
    }
}

/// A response of the oldest version, which is read as of the second oldest.
fn ancient(settings: Settings, bytes: &[u8]) -> Result<Complete<'_>, Fault> {
    let mut newer = bytes.to_vec();
    newer[..8].copy_from_slice(b"HTTP/1.0");
    let parsed = parse(settings, &newer)?;
    Ok(parsed.map(|(parsed, length)| (parsed.into_owned(), length)))
}

enum Refusal {
    Syntax,
    Fault(Fault),
}

impl From<Fault> for Refusal {
    fn from(fault: Fault) -> Self {
        Self::Fault(fault)
    }
}

fn overflow(at: usize) -> Fault {
    Fault::new("HPE_HEADER_OVERFLOW", "Header overflow", at)
}

fn overflow_first(settings: Settings, bytes: &[u8], fault: Fault) -> Fault {
    if is_over(settings, &bytes[..fault.at.min(bytes.len())]) { overflow(fault.at) } else { fault }
}

/// Whether the beginning of a head has more than it may have, what separates its parts not counted.
fn is_over(settings: Settings, bytes: &[u8]) -> bool {
    if bytes.len() < settings.head_limit {
        return false;
    }
    let lines = bytes.iter().filter(|&&byte| byte == b'\n').count();
    let separators = "GET  HTTP/1.1".len() + lines * ": \r\n".len();
    bytes.len().saturating_sub(separators) >= settings.head_limit
}

fn request(settings: Settings, bytes: &[u8]) -> Result<Complete<'_>, Refusal> {
    with_headers(|headers| {
        let mut request = httparse::Request::new(&mut []);
        let status =
            ParserConfig::default().parse_request_with_uninit_headers(&mut request, bytes, headers)?;
        let Status::Complete(length) = status else { return Ok(None) };
        let (Some(name), Some(target)) = (request.method, request.path) else {
            return Ok(Some(Err(Refusal::Syntax)));
        };
        let Some(method) = method::number_of(name.as_bytes()) else { return Ok(Some(Err(Refusal::Syntax))) };
        if !is_target(method, target.as_bytes()) {
            let at = name.len() + 1;
            return Ok(Some(Err(Fault::new("HPE_INVALID_URL", "Invalid characters in url", at).into())));
        }
        let target = Cow::Borrowed(target.as_bytes());
        let start = Parsed {
            method,
            minor: request.version.unwrap_or(1),
            status: 0,
            reason: Cow::Borrowed(&[]),
            fields: Cow::Borrowed(&[]),
            facts: Facts::default(),
            target,
        };
        Ok(Some(understand(settings, bytes, length, start, request.headers)))
    })
}

fn response(settings: Settings, bytes: &[u8]) -> Result<Complete<'_>, Refusal> {
    with_headers(|headers| {
        let mut response = httparse::Response::new(&mut []);
        let status =
            ParserConfig::default().parse_response_with_uninit_headers(&mut response, bytes, headers)?;
        let Status::Complete(length) = status else { return Ok(None) };
        let line = &bytes[..line_end(bytes)];
        let start = Parsed {
            method: 0,
            target: Cow::Borrowed(&[]),
            minor: response.version.unwrap_or(1),
            status: response.code.unwrap_or(0),
            // httparse leaves out reasons that are not ASCII.
            reason: Cow::Borrowed(line.get("HTTP/1.1 200 ".len()..).unwrap_or_default()),
            fields: Cow::Borrowed(&[]),
            facts: Facts::default(),
        };
        Ok(Some(understand(settings, bytes, length, start, response.headers)))
    })
}

type Attempt<'a> = Result<Option<Result<(Parsed<'a>, usize), Refusal>>, Error>;

/// Parses with room for a few fields, and with plenty if those were not enough.
fn with_headers<'a>(
    mut parse: impl for<'h> FnMut(&'h mut [MaybeUninit<httparse::Header<'a>>]) -> Attempt<'a>,
) -> Result<Complete<'a>, Refusal> {
    let mut few = [const { MaybeUninit::uninit() }; FEW];
    let mut attempt = parse(&mut few);
    let mut room = FEW;
    while matches!(attempt, Err(Error::TooManyHeaders)) {
        room *= 8;
        attempt = parse(&mut vec![MaybeUninit::uninit(); room]);
    }
    match attempt {
        Ok(parsed) => parsed.transpose(),
        Err(_) => Err(Refusal::Syntax),
    }
}

/// A path, an asterisk or an absolute URL; of CONNECT also an authority.
fn is_target(method: usize, target: &[u8]) -> bool {
    let is_text = target.iter().all(|byte| matches!(byte, 0x21..=0x7e));
    let is_absolute = || {
        let scheme = target.iter().take_while(|byte| byte.is_ascii_alphabetic()).count();
        scheme > 0 && target[scheme..].starts_with(b"://")
    };
    is_text && (method == method::CONNECT || matches!(target.first(), Some(b'/' | b'*')) || is_absolute())
}

fn line_end(bytes: &[u8]) -> usize {
    bytes.iter().position(|&byte| byte == b'\r').unwrap_or(bytes.len())
}

fn understand<'a>(
    settings: Settings,
    bytes: &'a [u8],
    length: usize,
    start: Parsed<'a>,
    headers: &[httparse::Header<'a>],
) -> Result<(Parsed<'a>, usize), Refusal> {
    if has_bare_line_feed(&bytes[..length]) {
        return Err(Refusal::Syntax);
    }
    let mut reader = Reader::new(settings.kind, false);
    let mut size = start.target.len() + start.reason.len();
    for header in headers {
        size += header.name.len() + header.value.len();
        let at = header.value.as_ptr() as usize - bytes.as_ptr() as usize;
        reader.field(header.name.as_bytes(), header.value.trim_ascii(), at)?;
    }
    if size >= settings.head_limit {
        return Err(overflow(length).into());
    }
    let facts = reader.facts;
    let first_line = line_end(bytes) + 2;
    Ok((Parsed { fields: Cow::Borrowed(&bytes[first_line..length - 2]), facts, ..start }, length))
}

fn has_bare_line_feed(bytes: &[u8]) -> bool {
    let mut before = 0;
    bytes.iter().any(|&byte| {
        let bare = byte == b'\n' && before != b'\r';
        before = byte;
        bare
    })
}

/// The length of the trailing fields, with the empty line at their end; `None` if they are not all there.
pub(super) fn parse_trailers(settings: Settings, bytes: &[u8]) -> Result<Option<usize>, Fault> {
    if let Some(fault) = fault::find_in_trailers(bytes) {
        return Err(overflow_first(settings, bytes, fault));
    }
    let Some(length) = end_of_fields(bytes) else {
        return if is_over(settings, bytes) { Err(overflow(bytes.len())) } else { Ok(None) };
    };
    if is_over(settings, &bytes[..length]) {
        return Err(overflow(length));
    }
    let mut reader = Reader::of_trailers(settings.kind, settings.lenient);
    for (name, value) in lines(&bytes[..length]) {
        reader.field(name, value, 0)?;
    }
    Ok(Some(length))
}

fn end_of_fields(bytes: &[u8]) -> Option<usize> {
    if bytes.starts_with(b"\r\n") {
        return Some(2);
    }
    bytes.windows(4).position(|end| end == b"\r\n\r\n").map(|at| at + 4)
}

/// The names and values in lines of fields that are known to be right.
pub(super) fn lines(bytes: &[u8]) -> impl Iterator<Item = (&[u8], &[u8])> {
    bytes.split(|&byte| byte == b'\n').filter_map(|line| {
        let colon = line.iter().position(|&byte| byte == b':')?;
        Some((&line[..colon], line[colon + 1..].trim_ascii()))
    })
}
