use super::fault::{Fault, is_token};

/// The most bytes that the extensions of one chunk may have together.
const EXTENSIONS_LIMIT: usize = 16 * 1024;

#[derive(Debug, Default)]
pub(super) struct Chunks {
    state: State,
    size: u64,
    /// Whether the size has a digit yet.
    has_digit: bool,
    extensions: usize,
}

#[derive(Debug, Default, Clone, Copy, PartialEq)]
enum State {
    #[default]
    Size,
    Extension(Extension),
    SizeLineFeed,
    Data,
    DataReturn,
    DataLineFeed,
}

#[derive(Debug, Clone, Copy, PartialEq)]
enum Extension {
    /// Behind a `;`, before any name.
    Start,
    Name,
    ValueStart,
    Value,
    Quoted,
    Escaped,
    QuotedEnd,
}

pub(super) enum Step<'a> {
    More,
    Data(&'a [u8]),
    /// The chunk of size zero: trailers follow.
    Last,
}

impl Chunks {
    pub(super) fn step<'a>(&mut self, input: &mut &'a [u8], lenient: bool) -> Result<Step<'a>, Fault> {
        let before = input.len();
        loop {
            if self.state == State::Data {
                return Ok(self.data(input));
            }
            let [byte, rest @ ..] = *input else { return Ok(Step::More) };
            let ended = self
                .byte(*byte, lenient)
                .map_err(|(code, reason)| Fault::new(code, reason, before - input.len()))?;
            if self.state == State::Data && ended && self.size == 0 {
                *input = rest;
                return Ok(Step::Last);
            }
            *input = rest;
        }
    }

    fn data<'a>(&mut self, input: &mut &'a [u8]) -> Step<'a> {
        let (bytes, rest) = input.split_at(input.len().min(usize::try_from(self.size).unwrap_or(usize::MAX)));
        *input = rest;
        self.size -= bytes.len() as u64;
        if self.size == 0 {
            self.state = State::DataReturn;
        }
        if bytes.is_empty() { Step::More } else { Step::Data(bytes) }
    }

    /// Takes one byte outside of data; true if it ended a size's line.
    fn byte(&mut self, byte: u8, lenient: bool) -> Result<bool, (&'static str, &'static str)> {
        self.state = match (self.state, byte) {
            (State::Size, _) => return self.size_byte(byte, lenient).map(|()| self.state == State::Data),
            (State::SizeLineFeed, b'\n') => {
                self.has_digit = false;
                State::Data
            }
            (State::SizeLineFeed, _) => return Err(("HPE_STRICT", "Expected LF after chunk size")),
            (State::DataReturn, b'\r') => State::DataLineFeed,
            (State::DataReturn, b'\n') if lenient => State::Size,
            (State::DataReturn, b'\n') => {
                return Err(("HPE_CR_EXPECTED", "Missing expected CR after chunk data"));
            }
            (State::DataReturn, _) | (State::DataLineFeed, _) if byte != b'\n' => {
                return Err(("HPE_STRICT", "Expected LF after chunk data"));
            }
            (State::DataLineFeed, _) => {
                self.extensions = 0;
                State::Size
            }
            (State::Extension(extension), _) => self.extension_byte(extension, byte, lenient)?,
            (State::Data | State::DataReturn, _) => self.state,
        };
        Ok(self.state == State::Data)
    }

    fn size_byte(&mut self, byte: u8, lenient: bool) -> Result<(), (&'static str, &'static str)> {
        let invalid = Err(("HPE_INVALID_CHUNK_SIZE", "Invalid character in chunk size"));
        if let Some(digit) = (byte as char).to_digit(16) {
            if self.size >> 60 != 0 {
                return Err(("HPE_INVALID_CHUNK_SIZE", "Chunk size overflow"));
            }
            self.size = self.size << 4 | u64::from(digit);
            self.has_digit = true;
            return Ok(());
        }
        if !self.has_digit {
            return invalid;
        }
        self.state = match byte {
            b'\r' => State::SizeLineFeed,
            b';' => State::Extension(Extension::Start),
            b'\n' if lenient => {
                self.has_digit = false;
                State::Data
            }
            b'\n' => return Err(("HPE_CR_EXPECTED", "Missing expected CR after chunk size")),
            b' ' if lenient => State::Size,
            _ => return invalid,
        };
        Ok(())
    }

    fn extension_byte(
        &mut self,
        at: Extension,
        byte: u8,
        lenient: bool,
    ) -> Result<State, (&'static str, &'static str)> {
        use Extension::{Escaped, Name, Quoted, QuotedEnd, Start, Value, ValueStart};
        self.extensions += 1;
        if self.extensions > EXTENSIONS_LIMIT {
            return Err(("HPE_CHUNK_EXTENSIONS_OVERFLOW", "Chunk extensions overflow"));
        }
        Ok(match (at, byte) {
            (Quoted, b'"') => State::Extension(QuotedEnd),
            (Quoted, b'\\') => State::Extension(Escaped),
            (Quoted | Escaped, b'\t' | 0x20..=0x7e | 0x80..) => State::Extension(Quoted),
            (Quoted | Escaped, _) => {
                return Err(("HPE_STRICT", "Invalid character in chunk extensions quoted value"));
            }
            (Name | Value | QuotedEnd, b'\r') => State::SizeLineFeed,
            (Name | Value | QuotedEnd, b';') => State::Extension(Start),
            (Name | ValueStart | Start | Value | QuotedEnd, b'\n') if !lenient => {
                return Err(("HPE_CR_EXPECTED", "Missing expected CR after chunk extension name"));
            }
            (Name, b'=') => State::Extension(ValueStart),
            (ValueStart, b'"') => State::Extension(Quoted),
            (Start | Name, _) if is_token(byte) => State::Extension(Name),
            (ValueStart | Value, _) if is_token(byte) => State::Extension(Value),
            (Start | Name, _) => return Err(("HPE_STRICT", "Invalid character in chunk extensions")),
            (QuotedEnd, _) => {
                return Err(("HPE_STRICT", "Invalid character in chunk extensions quote value"));
            }
            (ValueStart | Value, _) => {
                return Err(("HPE_STRICT", "Invalid character in chunk extensions value"));
            }
        })
    }
}
