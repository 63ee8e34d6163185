//! How HTTP/1 messages lie in a stream of bytes: heads, bodies, chunks and trailers, as they come in.
//!
//! Knows no engine. A [`Parser`] is asked for one [`Step`] after the other until it needs more bytes. It is strict where
//! laxness lets one message pass for two (request smuggling): whatever two parsers could read differently is a [`Fault`].

mod chunk;
mod fault;
mod fields;
mod fuzz;
mod head;
mod lenient;
mod method;
#[cfg(test)]
mod tests;

use std::borrow::Cow;

use self::{chunk::Chunks, fields::Facts};

pub(crate) use self::{fault::Fault, fuzz::fuzz, method::METHODS};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    Request,
    Response,
}

#[derive(Debug, Clone, Copy)]
pub(crate) struct Settings {
    pub(crate) kind: Kind,
    /// The most bytes that a head's target, names and values, or a trailer's, may have together.
    pub(crate) head_limit: usize,
    /// Takes what is only nearly HTTP, as `insecureHTTPParser` asks for.
    pub(crate) lenient: bool,
}

/// The start of a message. Texts are Latin-1, as they came.
#[derive(Debug)]
pub(crate) struct Head<'a> {
    /// An index into [`METHODS`]; of requests only.
    pub(crate) method: usize,
    pub(crate) target: Cow<'a, [u8]>,
    pub(crate) minor: u8,
    pub(crate) status: u16,
    pub(crate) reason: Cow<'a, [u8]>,
    /// The lines of all fields, each ended by CRLF.
    pub(crate) fields: Cow<'a, [u8]>,
    pub(crate) keep_alive: bool,
    pub(crate) upgrade: bool,
    /// There is a `Host`, an `Expect`.
    pub(crate) host: bool,
    pub(crate) expect: bool,
    /// Nothing belongs to the message but this head, unless the answer says otherwise.
    pub(crate) complete: bool,
}

/// What comes next in the stream.
#[derive(Debug)]
pub(crate) enum Step<'a> {
    /// All bytes are used up.
    More,
    /// To be answered by [`Parser::proceed`]. One that is complete is not followed by `Complete`.
    Head(Head<'a>),
    Body(&'a [u8]),
    /// The lines of the trailing fields.
    Trailers(Cow<'a, [u8]>),
    Complete,
    /// From here on the bytes are of another protocol.
    Upgraded,
    Fault(Fault),
}

/// What to make of a message, its head having been seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Answer {
    Normal,
    /// It answers a HEAD request.
    NoBody,
    Upgrade,
}

/// How far a message's body reaches.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Body {
    None,
    Length(u64),
    Chunked,
    UntilEnd,
    /// Nobody can say: a request in a coding that has no end of its own.
    Unknown,
}

#[derive(Debug)]
enum State {
    Head,
    /// A head was given out and waits for its answer.
    Answer(Body),
    Length(u64),
    UntilEnd,
    Chunks(Chunks),
    Trailers,
    Complete,
    /// The message was the connection's last.
    Closed,
    Upgraded,
    Failed(Fault),
}

#[derive(Debug)]
pub(crate) struct Parser {
    settings: Settings,
    state: State,
    /// The part of a head, or of trailers, that is there so far.
    partial: Vec<u8>,
    /// Whether another message may follow this one.
    keep_alive: bool,
}

impl Parser {
    pub(crate) fn new(settings: Settings) -> Self {
        Self { settings, state: State::Head, partial: Vec::new(), keep_alive: true }
    }

    /// Takes what it can from the front of `input`.
    pub(crate) fn step<'a>(&mut self, input: &mut &'a [u8]) -> Step<'a> {
        match &mut self.state {
            State::Head => self.head(input),
            State::Answer(_) | State::Upgraded => Step::Upgraded,
            State::Length(left) => {
                let (bytes, rest) =
                    input.split_at(input.len().min(usize::try_from(*left).unwrap_or(usize::MAX)));
                *input = rest;
                *left -= bytes.len() as u64;
                if *left == 0 {
                    self.state = State::Complete;
                }
                if bytes.is_empty() { Step::More } else { Step::Body(bytes) }
            }
            State::UntilEnd => match std::mem::take(input) {
                [] => Step::More,
                bytes => Step::Body(bytes),
            },
            State::Chunks(_) => self.chunks(input),
            State::Trailers => self.trailers(input),
            State::Complete => {
                self.restart();
                Step::Complete
            }
            State::Closed => self.after_last(input),
            State::Failed(fault) => Step::Fault(*fault),
        }
    }

    /// Goes on behind a head.
    pub(crate) fn proceed(&mut self, answer: Answer) {
        let State::Answer(body) = self.state else { return };
        self.state = match (answer, body) {
            (Answer::Upgrade, _) => State::Upgraded,
            (Answer::NoBody, Body::None) | (Answer::Normal, Body::None) => return self.restart(),
            (Answer::NoBody, _) => State::Complete,
            (Answer::Normal, Body::Length(length)) => State::Length(length),
            (Answer::Normal, Body::Chunked) => State::Chunks(Chunks::default()),
            (Answer::Normal, Body::UntilEnd) => State::UntilEnd,
            (Answer::Normal, Body::Unknown) => State::Failed(unknown_coding()),
        };
    }

    /// The stream has ended: true if that ended a message, too.
    pub(crate) fn finish(&mut self) -> Result<bool, Fault> {
        match self.state {
            State::UntilEnd => {
                self.state = State::Closed;
                Ok(true)
            }
            State::Head if self.partial.is_empty() => Ok(false),
            State::Closed | State::Upgraded | State::Complete | State::Answer(_) => Ok(false),
            // That was told already.
            State::Failed(_) => Ok(false),
            _ => Err(Fault::new("HPE_INVALID_EOF_STATE", "Invalid EOF state", 0)),
        }
    }

    /// Whether a part of a message has come, but not the whole of it.
    pub(crate) fn is_within_message(&self) -> bool {
        match self.state {
            State::Head => !self.partial.is_empty(),
            State::Closed | State::Upgraded | State::Failed(_) => false,
            _ => true,
        }
    }

    fn restart(&mut self) {
        let goes_on = self.keep_alive || self.settings.lenient;
        self.state = if goes_on { State::Head } else { State::Closed };
    }

    fn fail<'a>(&mut self, fault: Fault) -> Step<'a> {
        self.state = State::Failed(fault);
        Step::Fault(fault)
    }

    fn after_last<'a>(&mut self, input: &mut &'a [u8]) -> Step<'a> {
        *input = skip_line_ends(input);
        if input.is_empty() {
            return Step::More;
        }
        self.fail(Fault::new("HPE_CLOSED_CONNECTION", "Data after `Connection: close`", 1))
    }

    fn head<'a>(&mut self, input: &mut &'a [u8]) -> Step<'a> {
        if self.partial.is_empty() {
            *input = skip_line_ends(input);
            if input.is_empty() {
                return Step::More;
            }
        }
        if !self.partial.is_empty() {
            return self.head_in_parts(input);
        }
        match head::parse(self.settings, input) {
            Ok(Some((parsed, length))) => {
                *input = &input[length..];
                Step::Head(self.understood(parsed))
            }
            Ok(None) => {
                self.partial.extend_from_slice(std::mem::take(input));
                Step::More
            }
            Err(fault) => self.fail(fault),
        }
    }

    fn head_in_parts<'a>(&mut self, input: &mut &'a [u8]) -> Step<'a> {
        let before = self.partial.len();
        self.partial.extend_from_slice(input);
        if !self.is_worth_a_look(input) {
            *input = &[];
            return Step::More;
        }
        let gathered = std::mem::take(&mut self.partial);
        match head::parse(self.settings, &gathered) {
            Ok(Some((parsed, length))) => {
                *input = &input[length - before..];
                Step::Head(self.understood(parsed).into_owned())
            }
            Ok(None) => {
                self.partial = gathered;
                *input = &[];
                Step::More
            }
            Err(fault) => self.fail(Fault { at: fault.at.saturating_sub(before), ..fault }),
        }
    }

    /// A head that comes in crumbs is not read again for each of them: only for a line's end, at its very start, where
    /// what is no HTTP shows itself, and when it gets too long.
    fn is_worth_a_look(&self, added: &[u8]) -> bool {
        let length = self.partial.len();
        added.contains(&b'\n') || length < 64 || length >= self.settings.head_limit
    }

    fn understood<'h>(&mut self, parsed: head::Parsed<'h>) -> Head<'h> {
        let Settings { kind, .. } = self.settings;
        let body = body_of(self.settings, &parsed);
        self.state = State::Answer(body);
        self.keep_alive = parsed.keep_alive(kind, body);
        parsed.into_head(kind, self.keep_alive, body == Body::None)
    }

    fn chunks<'a>(&mut self, input: &mut &'a [u8]) -> Step<'a> {
        let State::Chunks(chunks) = &mut self.state else { return Step::More };
        match chunks.step(input, self.settings.lenient) {
            Ok(chunk::Step::More) => Step::More,
            Ok(chunk::Step::Data(bytes)) => Step::Body(bytes),
            Ok(chunk::Step::Last) => {
                self.state = State::Trailers;
                self.trailers(input)
            }
            Err(fault) => self.fail(fault),
        }
    }

    fn trailers<'a>(&mut self, input: &mut &'a [u8]) -> Step<'a> {
        // Mostly there are none.
        if self.partial.is_empty() && input.starts_with(b"\r\n") {
            *input = &input[2..];
            self.restart();
            return Step::Complete;
        }
        let before = self.partial.len();
        self.partial.extend_from_slice(input);
        if before > 0 && !self.is_worth_a_look(input) {
            *input = &[];
            return Step::More;
        }
        match head::parse_trailers(self.settings, &self.partial) {
            Ok(Some(length)) => {
                *input = &input[length - before..];
                let mut lines = std::mem::take(&mut self.partial);
                lines.truncate(length - 2);
                self.state = State::Complete;
                if lines.is_empty() { self.step_complete() } else { Step::Trailers(Cow::Owned(lines)) }
            }
            Ok(None) => {
                *input = &[];
                Step::More
            }
            Err(fault) => self.fail(Fault { at: fault.at.saturating_sub(before), ..fault }),
        }
    }

    fn step_complete<'a>(&mut self) -> Step<'a> {
        self.restart();
        Step::Complete
    }
}

impl Head<'_> {
    fn into_owned<'a>(self) -> Head<'a> {
        Head {
            target: Cow::Owned(self.target.into_owned()),
            reason: Cow::Owned(self.reason.into_owned()),
            fields: Cow::Owned(self.fields.into_owned()),
            ..Head {
                target: Cow::Borrowed(&[]),
                reason: Cow::Borrowed(&[]),
                fields: Cow::Borrowed(&[]),
                ..self
            }
        }
    }
}

fn skip_line_ends(input: &[u8]) -> &[u8] {
    let count = input.iter().take_while(|byte| matches!(byte, b'\r' | b'\n')).count();
    &input[count..]
}

fn unknown_coding() -> Fault {
    Fault::new("HPE_INVALID_TRANSFER_ENCODING", "Request has invalid `Transfer-Encoding`", 0)
}

fn body_of(Settings { kind, lenient, .. }: Settings, parsed: &head::Parsed<'_>) -> Body {
    let Facts { chunked, coded, length, .. } = parsed.facts;
    let bodiless = kind == Kind::Response && matches!(parsed.status, 100..=199 | 204 | 304);
    match length {
        _ if bodiless => Body::None,
        _ if chunked => Body::Chunked,
        _ if coded && kind == Kind::Request && !lenient => Body::Unknown,
        _ if coded => Body::UntilEnd,
        Some(0) => Body::None,
        Some(length) => Body::Length(length),
        None if kind == Kind::Request => Body::None,
        None => Body::UntilEnd,
    }
}
