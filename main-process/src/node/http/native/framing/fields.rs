use super::{Kind, fault::Fault};

/// What a message's fields say about its framing and its connection.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub(super) struct Facts {
    /// `chunked` is the last of the codings.
    pub(super) chunked: bool,
    /// There is a `Transfer-Encoding`.
    pub(super) coded: bool,
    pub(super) length: Option<u64>,
    pub(super) close: bool,
    pub(super) keep_alive: bool,
    pub(super) connection_upgrade: bool,
    pub(super) upgrade: bool,
    pub(super) host: bool,
    pub(super) expect: bool,
}

/// Whether two lengths, or a length and codings, may be read differently by others is refused here.
pub(super) struct Reader {
    pub(super) facts: Facts,
    kind: Kind,
    lenient: bool,
}

impl Reader {
    pub(super) fn new(kind: Kind, lenient: bool) -> Self {
        Self { facts: Facts::default(), kind, lenient }
    }

    /// Trailers may not say anything about framing any more.
    pub(super) fn of_trailers(kind: Kind, lenient: bool) -> Self {
        Self { facts: Facts { chunked: true, coded: true, ..Facts::default() }, kind, lenient }
    }

    /// `at` is where the value begins.
    pub(super) fn field(&mut self, name: &[u8], value: &[u8], at: usize) -> Result<(), Fault> {
        match name.len() {
            4 if name.eq_ignore_ascii_case(b"host") => self.facts.host = true,
            6 if name.eq_ignore_ascii_case(b"expect") => self.facts.expect = true,
            7 if name.eq_ignore_ascii_case(b"upgrade") => self.facts.upgrade = true,
            10 if name.eq_ignore_ascii_case(b"connection") => self.connection(value),
            16 if name.eq_ignore_ascii_case(b"proxy-connection") => self.connection(value),
            14 if name.eq_ignore_ascii_case(b"content-length") => return self.content_length(value, at),
            17 if name.eq_ignore_ascii_case(b"transfer-encoding") => {
                return self.transfer_encoding(value, at);
            }
            _ => {}
        }
        Ok(())
    }

    fn connection(&mut self, value: &[u8]) {
        for token in value.split(|&byte| byte == b',').map(<[u8]>::trim_ascii) {
            if token.eq_ignore_ascii_case(b"close") {
                self.facts.close = true;
            } else if token.eq_ignore_ascii_case(b"keep-alive") {
                self.facts.keep_alive = true;
            } else if token.eq_ignore_ascii_case(b"upgrade") {
                self.facts.connection_upgrade = true;
            }
        }
    }

    fn content_length(&mut self, value: &[u8], at: usize) -> Result<(), Fault> {
        let invalid = |reason, at| Err(Fault::new("HPE_INVALID_CONTENT_LENGTH", reason, at));
        if self.facts.length.is_some() {
            return Err(Fault::new("HPE_UNEXPECTED_CONTENT_LENGTH", "Duplicate Content-Length", at));
        }
        if self.facts.coded && !self.lenient {
            return invalid("Content-Length can't be present with Transfer-Encoding", at);
        }
        if value.is_empty() {
            return invalid("Empty Content-Length", at);
        }
        let mut length: u64 = 0;
        for (index, &byte) in value.iter().enumerate() {
            if !byte.is_ascii_digit() {
                return invalid("Invalid character in Content-Length", at + index);
            }
            let next = length.checked_mul(10).and_then(|length| length.checked_add(u64::from(byte - b'0')));
            match next {
                Some(next) => length = next,
                None => return invalid("Content-Length overflow", at + index),
            }
        }
        self.facts.length = Some(length);
        Ok(())
    }

    fn transfer_encoding(&mut self, value: &[u8], at: usize) -> Result<(), Fault> {
        let invalid = |reason| Err(Fault::new("HPE_INVALID_TRANSFER_ENCODING", reason, at));
        if self.facts.length.is_some() && !self.lenient {
            return invalid("Transfer-Encoding can't be present with Content-Length");
        }
        let mut codings = value.split(|&byte| byte == b',').map(<[u8]>::trim_ascii);
        let chunked_before = codings.by_ref().any(|coding| coding.eq_ignore_ascii_case(b"chunked"));
        let more_behind = chunked_before && codings.next().is_some();
        // What is chunked has to be so outermost, and once.
        if self.kind == Kind::Request && !self.lenient && (more_behind || self.facts.chunked) {
            return invalid("Invalid `Transfer-Encoding` header value");
        }
        self.facts.coded = true;
        self.facts.chunked = chunked_before && !more_behind;
        Ok(())
    }
}
