use super::{Kind, method};

/// Why bytes are no message: the code and reason that Node reports, and how many bytes were fine.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Fault {
    pub(crate) code: &'static str,
    pub(crate) reason: &'static str,
    pub(crate) at: usize,
}

impl Fault {
    pub(super) fn new(code: &'static str, reason: &'static str, at: usize) -> Self {
        Self { code, reason, at }
    }
}

pub(super) fn is_token(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&byte)
}

/// The first fault of a head, or of the beginning of one; none if all of it could be right.
pub(super) fn find(kind: Kind, bytes: &[u8]) -> Option<Fault> {
    let mut scan = Scan { bytes, at: 0 };
    let line = match kind {
        Kind::Request => scan.request_line(),
        Kind::Response => scan.status_line(),
    };
    line.and_then(|()| scan.fields(true)).err().flatten()
}

/// As [`find`], for the lines of trailers.
pub(super) fn find_in_trailers(bytes: &[u8]) -> Option<Fault> {
    Scan { bytes, at: 0 }.fields(false).err().flatten()
}

struct Scan<'a> {
    bytes: &'a [u8],
    at: usize,
}

/// `Err(None)`: the bytes end here.
type Outcome<T = ()> = Result<T, Option<Fault>>;

impl Scan<'_> {
    fn peek(&self) -> Outcome<u8> {
        self.bytes.get(self.at).copied().ok_or(None)
    }

    fn fault<T>(&self, code: &'static str, reason: &'static str) -> Outcome<T> {
        Err(Some(Fault::new(code, reason, self.at)))
    }

    fn expect(&mut self, byte: u8, code: &'static str, reason: &'static str) -> Outcome {
        if self.peek()? != byte {
            return self.fault(code, reason);
        }
        self.at += 1;
        Ok(())
    }

    fn request_line(&mut self) -> Outcome {
        self.method()?;
        let start = self.at;
        while self.peek()? != b' ' {
            let byte = self.peek()?;
            if self.at == start
                && !matches!(byte, b'/' | b'*')
                && !byte.is_ascii_alphanumeric()
                && byte != b'['
            {
                return self.fault("HPE_INVALID_URL", "Invalid characters in url");
            }
            match byte {
                b'\r' | b'\n' | b'\t' => return self.fault("HPE_INVALID_URL", "Invalid characters in url"),
                0x21..=0x7e => self.at += 1,
                _ => return self.fault("HPE_INVALID_URL", "Invalid char in url path"),
            }
        }
        self.at += 1;
        self.version("Expected HTTP/, RTSP/ or ICE/")?;
        if self.peek()? != b'\r' {
            return self.fault("HPE_INVALID_VERSION", "Expected CRLF after version");
        }
        self.at += 1;
        self.expect(b'\n', "HPE_STRICT", "Expected CRLF after version")
    }

    fn method(&mut self) -> Outcome {
        loop {
            let byte = self.peek()?;
            let so_far = &self.bytes[..self.at];
            if method::is_beginning(&self.bytes[..=self.at]) {
                self.at += 1;
            } else if method::number_of(so_far).is_none() {
                return self.fault("HPE_INVALID_METHOD", "Invalid method encountered");
            } else if byte != b' ' {
                return self.fault("HPE_INVALID_METHOD", "Expected space after method");
            } else {
                self.at += 1;
                return Ok(());
            }
        }
    }

    fn version(&mut self, reason: &'static str) -> Outcome {
        for &byte in b"HTTP/" {
            self.expect(byte, "HPE_INVALID_CONSTANT", reason)?;
        }
        let major = self.digit("Invalid major version")?;
        self.expect(b'.', "HPE_INVALID_VERSION", "Expected dot")?;
        let minor = self.digit("Invalid minor version")?;
        if major != b'1' || minor > b'1' {
            return self.fault("HPE_INVALID_VERSION", "Invalid HTTP version");
        }
        Ok(())
    }

    fn digit(&mut self, reason: &'static str) -> Outcome<u8> {
        let byte = self.peek()?;
        if !byte.is_ascii_digit() {
            return self.fault("HPE_INVALID_VERSION", reason);
        }
        self.at += 1;
        Ok(byte)
    }

    fn status_line(&mut self) -> Outcome {
        self.version("Expected HTTP/")?;
        self.expect(b' ', "HPE_INVALID_VERSION", "Expected space after version")?;
        for _ in 0..3 {
            if !self.peek()?.is_ascii_digit() {
                return self.fault("HPE_INVALID_STATUS", "Invalid status code");
            }
            self.at += 1;
        }
        if !matches!(self.peek()?, b' ' | b'\r') {
            return self.fault("HPE_INVALID_STATUS", "Invalid response status");
        }
        loop {
            match self.peek()? {
                b'\r' => break,
                b'\n' => return self.fault("HPE_CR_EXPECTED", "Missing expected CR after response line"),
                _ => self.at += 1,
            }
        }
        self.at += 1;
        self.expect(b'\n', "HPE_STRICT", "Expected LF after CR")
    }

    fn fields(&mut self, follows_line: bool) -> Outcome {
        let mut first = follows_line;
        loop {
            match self.peek()? {
                b'\r' => {
                    self.at += 1;
                    return self.expect(b'\n', "HPE_STRICT", "Expected LF after headers");
                }
                b'\n' => return self.fault("HPE_INVALID_HEADER_TOKEN", "Invalid header field char"),
                b' ' if first => {
                    return self.fault("HPE_UNEXPECTED_SPACE", "Unexpected space after start line");
                }
                b' ' | b'\t' if !first && self.at > 0 => {
                    return self
                        .fault("HPE_INVALID_HEADER_TOKEN", "Unexpected whitespace after header value");
                }
                _ => self.field()?,
            }
            first = false;
        }
    }

    fn field(&mut self) -> Outcome {
        let start = self.at;
        while is_token(self.peek()?) {
            self.at += 1;
        }
        if self.at == start || self.peek()? != b':' {
            return self.fault("HPE_INVALID_HEADER_TOKEN", "Invalid header token");
        }
        loop {
            self.at += 1;
            match self.peek()? {
                b'\r' => break,
                b'\n' => return self.fault("HPE_CR_EXPECTED", "Missing expected CR after header value"),
                b'\t' | 0x20..=0x7e | 0x80.. => {}
                _ => return self.fault("HPE_INVALID_HEADER_TOKEN", "Invalid header value char"),
            }
        }
        self.at += 1;
        self.expect(b'\n', "HPE_LF_EXPECTED", "Missing expected LF after header value")
    }
}
