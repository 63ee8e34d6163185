use std::borrow::Cow;
use std::collections::{HashMap, HashSet};

use super::{ErrorKind, Id, MAX_DEPTH, Text, VERSION, ViewKind};
use crate::Result;
use crate::bytes::Input;

/// One step of a value. A builder recurses: after `Array { length }` it reads `length` values, and so on.
/// Objects take the ids 0, 1, 2 … as their tokens come, so a builder pushes each new object onto one list.
#[derive(Debug, Clone, PartialEq)]
pub enum Token<'a> {
    Undefined,
    Null,
    Bool(bool),
    Int(i32),
    Number(f64),
    /// Little end first.
    BigInt {
        negative: bool,
        magnitude: &'a [u8],
    },
    String(Text<'a>),
    /// An object that came before and may still be incomplete.
    Reference(Id),
    Date(f64),
    RegExp {
        source: Text<'a>,
        flags: Text<'a>,
    },
    ArrayBuffer(&'a [u8]),
    /// Then one primitive.
    Boxed,
    /// Then the cause, if there is one.
    Error {
        kind: ErrorKind,
        message: Option<Text<'a>>,
        stack: Option<Text<'a>>,
        cause: bool,
    },
    /// Then `length` values or holes.
    Array {
        length: u32,
    },
    Hole,
    /// Then `Key` and value pairs up to `End`.
    SparseArray {
        length: u32,
    },
    /// Then `Key` and value pairs up to `End`.
    Object,
    Key(Text<'a>),
    End,
    /// Then `size` times key and value.
    Map {
        size: u32,
    },
    /// Then `size` values.
    Set {
        size: u32,
    },
    /// Then an `ArrayBuffer`, or a `Reference` to one; that the view fits it is checked there.
    View {
        kind: ViewKind,
        offset: u64,
        length: u64,
    },
    /// Then the value it is made from. Only a [`Reader::local`] meets it.
    Host,
}

/// Reads one value from bytes that may be anything: every length is checked against what is left, every reference
/// against what came before. Reading needs no recursion and allocates in proportion to the input at most.
#[derive(Debug)]
pub struct Reader<'a> {
    input: Input<'a>,
    open: Vec<Open<'a>>,
    objects: Id,
    buffers: HashMap<Id, u64>,
    local: bool,
}

#[derive(Debug)]
enum Open<'a> {
    Values(u64),
    Elements(u64),
    Fields { keys: Keys<'a>, value_is_next: bool },
    Primitive,
    Buffer { needs: u64 },
}

/// What the value about to be read may be.
#[derive(Clone, Copy, PartialEq)]
enum Slot {
    Any,
    Element,
    Primitive,
    Buffer { needs: u64 },
}

impl<'a> Reader<'a> {
    pub fn new(bytes: &'a [u8]) -> Result<Self> {
        let mut input = Input::new(bytes);
        if input.u8()? != VERSION {
            return input.fail("this version of the format is not known");
        }
        Ok(Self { input, open: vec![Open::Values(1)], objects: 0, buffers: HashMap::new(), local: false })
    }

    /// For what a [`super::Writer::local`] wrote: with host objects, and as deep as the caller's stack allows.
    pub fn local(bytes: &'a [u8]) -> Result<Self> {
        Self::new(bytes).map(|reader| Self { local: true, ..reader })
    }

    /// Whether the whole value has been read.
    pub fn is_complete(&mut self) -> bool {
        self.drop_finished();
        self.open.is_empty()
    }

    /// After the last token: that nothing is missing and nothing follows.
    pub fn finish(mut self) -> Result<()> {
        if !self.is_complete() {
            return self.input.fail("the value is not complete");
        }
        if self.input.left() > 0 { self.input.fail("something follows the value") } else { Ok(()) }
    }

    #[allow(clippy::should_implement_trait, reason = "a reader's errors end it, an iterator's would not")]
    pub fn next(&mut self) -> Result<Token<'a>> {
        self.drop_finished();
        if let Some(Open::Fields { value_is_next: false, .. }) = self.open.last() {
            return self.key_or_end();
        }
        let slot = match self.open.last_mut() {
            None => return self.input.fail("the value is complete"),
            Some(Open::Values(left)) => {
                *left -= 1;
                Slot::Any
            }
            Some(Open::Elements(left)) => {
                *left -= 1;
                Slot::Element
            }
            Some(Open::Fields { value_is_next, .. }) => {
                *value_is_next = false;
                Slot::Any
            }
            Some(Open::Primitive) => {
                self.open.pop();
                Slot::Primitive
            }
            Some(Open::Buffer { needs }) => {
                let needs = *needs;
                self.open.pop();
                Slot::Buffer { needs }
            }
        };
        self.value(slot)
    }

    fn drop_finished(&mut self) {
        while let Some(Open::Values(0) | Open::Elements(0)) = self.open.last() {
            self.open.pop();
        }
    }

    fn key_or_end(&mut self) -> Result<Token<'a>> {
        let start = self.input.position();
        let tag = self.input.u8()?;
        if tag == b'.' {
            self.open.pop();
            return Ok(Token::End);
        }
        let Some(key) = self.text(tag)? else { return self.input.fail("a key is not a text") };
        let raw = self.input.since(start);
        if let Some(Open::Fields { keys, value_is_next }) = self.open.last_mut() {
            *value_is_next = true;
            if !keys.insert(raw) {
                return self.input.fail("a key comes twice");
            }
        }
        Ok(Token::Key(key))
    }

    fn value(&mut self, slot: Slot) -> Result<Token<'a>> {
        let tag = self.input.u8()?;
        if let Slot::Buffer { needs } = slot {
            return self.buffer(tag, needs);
        }
        if let Some(token) = self.primitive(tag)? {
            let refused = slot == Slot::Primitive && matches!(token, Token::Undefined | Token::Null);
            return if refused { self.input.fail("this cannot be boxed") } else { Ok(token) };
        }
        match tag {
            _ if slot == Slot::Primitive => self.input.fail("only a primitive can be boxed"),
            b'h' if slot == Slot::Element => Ok(Token::Hole),
            b'^' => self.reference().map(Token::Reference),
            _ => {
                let token = self.object(tag)?;
                self.objects += 1;
                Ok(token)
            }
        }
    }

    fn primitive(&mut self, tag: u8) -> Result<Option<Token<'a>>> {
        Ok(Some(match tag {
            b'_' => Token::Undefined,
            b'0' => Token::Null,
            b'T' => Token::Bool(true),
            b'F' => Token::Bool(false),
            b'I' => {
                let Ok(zigzag) = u32::try_from(self.input.varint()?) else {
                    return self.input.fail("an int32 has more than 32 bits");
                };
                Token::Int((zigzag >> 1) as i32 ^ -((zigzag & 1) as i32))
            }
            b'N' => Token::Number(self.input.f64()?),
            b'G' => {
                let sign = self.input.u8()?;
                let magnitude = self.input.bytes()?;
                if sign > 1 || magnitude.last() == Some(&0) || (sign == 1 && magnitude.is_empty()) {
                    return self.input.fail("a bigint is not in its shortest form");
                }
                Token::BigInt { negative: sign == 1, magnitude }
            }
            _ => match self.text(tag)? {
                Some(text) => Token::String(text),
                None => return Ok(None),
            },
        }))
    }

    fn text(&mut self, tag: u8) -> Result<Option<Text<'a>>> {
        Ok(Some(match tag {
            b's' => Text::Utf8(Cow::Borrowed(self.input.str()?)),
            b'w' => {
                let units = self.input.varint()?;
                let bytes = self.input.take(units.saturating_mul(2))?;
                Text::Utf16(
                    bytes.chunks_exact(2).map(|pair| u16::from_le_bytes([pair[0], pair[1]])).collect(),
                )
            }
            _ => return Ok(None),
        }))
    }

    fn object(&mut self, tag: u8) -> Result<Token<'a>> {
        match tag {
            b'B' => self.opened(Open::Primitive, Token::Boxed),
            b'D' => Ok(Token::Date(self.input.f64()?)),
            b'R' => Ok(Token::RegExp { source: self.required_text()?, flags: self.required_text()? }),
            b'E' => self.error(),
            b'A' => {
                let length = self.count(1)?;
                self.opened(Open::Elements(u64::from(length)), Token::Array { length })
            }
            b'a' => {
                let Ok(length) = u32::try_from(self.input.varint()?) else {
                    return self.input.fail("an array is too long");
                };
                let mut keys = Keys::default();
                keys.insert(ARRAY_LENGTH);
                self.opened(Open::Fields { keys, value_is_next: false }, Token::SparseArray { length })
            }
            b'O' => self.opened(Open::Fields { keys: Keys::default(), value_is_next: false }, Token::Object),
            b'M' => {
                let size = self.count(2)?;
                self.opened(Open::Values(u64::from(size) * 2), Token::Map { size })
            }
            b'S' => {
                let size = self.count(1)?;
                self.opened(Open::Values(u64::from(size)), Token::Set { size })
            }
            b'X' => {
                let bytes = self.input.bytes()?;
                self.buffers.insert(self.objects, bytes.len() as u64);
                Ok(Token::ArrayBuffer(bytes))
            }
            b'V' => self.view(),
            b'H' if self.local => {
                // It may be a buffer, whose size only its maker knows.
                self.buffers.insert(self.objects, u64::MAX);
                self.opened(Open::Values(1), Token::Host)
            }
            _ => self.input.fail("a tag is not known"),
        }
    }

    fn opened(&mut self, open: Open<'a>, token: Token<'a>) -> Result<Token<'a>> {
        // The lowest entry is the value itself.
        if !self.local && self.open.len() > MAX_DEPTH {
            return self.input.fail("it nests too deep");
        }
        self.open.push(open);
        Ok(token)
    }

    fn required_text(&mut self) -> Result<Text<'a>> {
        let tag = self.input.u8()?;
        match self.text(tag)? {
            Some(text) => Ok(text),
            None => self.input.fail("a text is missing"),
        }
    }

    /// A number of things of which each takes at least `least` bytes.
    fn count(&mut self, least: u64) -> Result<u32> {
        let count = self.input.varint()?;
        if count > self.input.left() / least {
            return self.input.fail("a count exceeds the message");
        }
        u32::try_from(count).or_else(|_| self.input.fail("a count exceeds the message"))
    }

    fn error(&mut self) -> Result<Token<'a>> {
        let kind = self.input.u8()?;
        let flags = self.input.u8()?;
        let Some(&(kind, _)) = ErrorKind::ALL.get(usize::from(kind)) else {
            return self.input.fail("a kind of error is not known");
        };
        if flags > 7 {
            return self.input.fail("an error has unknown parts");
        }
        let message = if flags & 1 != 0 { Some(self.required_text()?) } else { None };
        let stack = if flags & 2 != 0 { Some(self.required_text()?) } else { None };
        let cause = flags & 4 != 0;
        self.opened(Open::Values(u64::from(cause)), Token::Error { kind, message, stack, cause })
    }

    fn view(&mut self) -> Result<Token<'a>> {
        let kind = self.input.u8()?;
        let Some(&(kind, _, width)) = ViewKind::ALL.get(usize::from(kind)) else {
            return self.input.fail("a kind of view is not known");
        };
        let offset = self.input.varint()?;
        let length = self.input.varint()?;
        if offset % width != 0 {
            return self.input.fail("a view is not aligned");
        }
        // Both are below 2^53 and widths below 9, so this cannot overflow.
        let needs = offset + length * width;
        self.opened(Open::Buffer { needs }, Token::View { kind, offset, length })
    }

    fn buffer(&mut self, tag: u8, needs: u64) -> Result<Token<'a>> {
        let (token, size) = match tag {
            b'X' | b'H' => {
                let token = self.object(tag)?;
                self.objects += 1;
                (token, self.buffers.get(&(self.objects - 1)))
            }
            b'^' => {
                let id = self.reference()?;
                (Token::Reference(id), self.buffers.get(&id))
            }
            _ => return self.input.fail("a view has no buffer"),
        };
        match size {
            Some(size) if *size >= needs => Ok(token),
            _ => self.input.fail("a view does not fit its buffer"),
        }
    }

    fn reference(&mut self) -> Result<Id> {
        let id = self.input.varint()?;
        match Id::try_from(id) {
            Ok(id) if id < self.objects => Ok(id),
            _ => self.input.fail("a reference names nothing that came before"),
        }
    }
}

/// As it stands in a message: the property that every array has already.
const ARRAY_LENGTH: &[u8] = b"s\x06length";

/// The keys an object has so far. Most objects are small: no hashing for those.
#[derive(Debug, Default)]
struct Keys<'a> {
    few: Vec<&'a [u8]>,
    many: HashSet<&'a [u8]>,
}

impl<'a> Keys<'a> {
    fn insert(&mut self, key: &'a [u8]) -> bool {
        if self.few.contains(&key) {
            return false;
        }
        if self.few.len() < 8 {
            self.few.push(key);
            return true;
        }
        self.many.insert(key)
    }
}
