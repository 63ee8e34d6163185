use super::{ErrorKind, Id, MAX_DEPTH, Text, VERSION, ViewKind};
use crate::bytes::{put_bytes, put_varint};
use crate::{Code, Error, MAX_MESSAGE, Result};

/// Writes one value, driven by a walker that knows its engine.
///
/// The walker keeps a map from object to [`Id`], which every method that starts an object returns; meeting an object
/// again it calls [`Self::reference`]. Methods that return a `Result` open something: what is inside follows, then
/// [`Self::end`]. The result is well formed if the walker writes what it announced.
#[derive(Debug)]
pub struct Writer {
    out: Vec<u8>,
    objects: Id,
    /// What is open; true where the format wants a closing mark.
    open: Vec<bool>,
    too_large: bool,
    local: bool,
}

impl Default for Writer {
    fn default() -> Self {
        Self { out: vec![VERSION], objects: 0, open: Vec::new(), too_large: false, local: false }
    }
}

impl Writer {
    pub fn new() -> Self {
        Self::default()
    }

    /// For values that stay in this program: they may hold host objects, and have no bounds but the caller's stack.
    pub fn local() -> Self {
        Self { local: true, ..Self::default() }
    }

    /// Then the value that the object is made from, and [`Self::end`]. Only for a [`Self::local`] writer.
    pub fn host(&mut self) -> Result<Id> {
        debug_assert!(self.local);
        self.begin(b'H', false)
    }

    pub fn undefined(&mut self) {
        self.tag(b'_');
    }

    pub fn null(&mut self) {
        self.tag(b'0');
    }

    pub fn bool(&mut self, value: bool) {
        self.tag(if value { b'T' } else { b'F' });
    }

    pub fn number(&mut self, value: f64) {
        let int = value as i32;
        if f64::from(int).to_bits() == value.to_bits() {
            self.tag(b'I');
            put_varint(&mut self.out, u64::from(((int << 1) ^ (int >> 31)) as u32));
        } else {
            self.tag(b'N');
            self.f64(value);
        }
    }

    /// `magnitude` has its little end first; zeros at its big end are dropped.
    pub fn bigint(&mut self, negative: bool, magnitude: &[u8]) {
        let used = magnitude.iter().rposition(|byte| *byte != 0).map_or(0, |last| last + 1);
        self.tag(b'G');
        self.out.push(u8::from(negative && used > 0));
        self.sized(&magnitude[..used]);
    }

    pub fn string<'t>(&mut self, text: impl Into<Text<'t>>) {
        match text.into() {
            Text::Utf8(text) => {
                self.tag(b's');
                self.sized(text.as_bytes());
            }
            Text::Utf16(units) => {
                if !self.has_room(units.len() * 2) {
                    return;
                }
                self.tag(b'w');
                put_varint(&mut self.out, units.len() as u64);
                self.out.extend(units.iter().flat_map(|unit| unit.to_le_bytes()));
            }
        }
    }

    /// An object that was written before, whole or in part.
    pub fn reference(&mut self, id: Id) {
        debug_assert!(id < self.objects);
        self.tag(b'^');
        put_varint(&mut self.out, u64::from(id));
    }

    pub fn date(&mut self, milliseconds: f64) -> Id {
        self.tag(b'D');
        self.f64(milliseconds);
        self.numbered()
    }

    pub fn regexp<'t>(&mut self, source: impl Into<Text<'t>>, flags: &str) -> Id {
        self.tag(b'R');
        self.string(source);
        self.string(flags);
        self.numbered()
    }

    pub fn array_buffer(&mut self, bytes: &[u8]) -> Id {
        self.tag(b'X');
        self.sized(bytes);
        self.numbered()
    }

    /// Then one primitive and [`Self::end`].
    pub fn boxed(&mut self) -> Result<Id> {
        self.begin(b'B', false)
    }

    /// Then the cause, if there is one, and [`Self::end`].
    pub fn error(
        &mut self,
        kind: ErrorKind,
        message: Option<Text>,
        stack: Option<Text>,
        cause: bool,
    ) -> Result<Id> {
        let id = self.begin(b'E', false)?;
        self.out.push(kind as u8);
        self.out.push(u8::from(message.is_some()) | u8::from(stack.is_some()) << 1 | u8::from(cause) << 2);
        for text in [message, stack].into_iter().flatten() {
            self.string(text);
        }
        Ok(id)
    }

    /// Then `length` values or holes and [`Self::end`].
    pub fn array(&mut self, length: u32) -> Result<Id> {
        self.begin_sized(b'A', length)
    }

    pub fn hole(&mut self) {
        self.tag(b'h');
    }

    /// For arrays that are mostly holes or have named properties: then keys and values as in an object.
    pub fn sparse_array(&mut self, length: u32) -> Result<Id> {
        let id = self.begin(b'a', true)?;
        put_varint(&mut self.out, u64::from(length));
        Ok(id)
    }

    /// Then any number of [`Self::key`] and value, each key once, and [`Self::end`].
    pub fn object(&mut self) -> Result<Id> {
        self.begin(b'O', true)
    }

    pub fn key<'t>(&mut self, key: impl Into<Text<'t>>) {
        self.string(key);
    }

    /// Then `size` times a key and a value and [`Self::end`].
    pub fn map(&mut self, size: u32) -> Result<Id> {
        self.begin_sized(b'M', size)
    }

    /// Then `size` values and [`Self::end`].
    pub fn set(&mut self, size: u32) -> Result<Id> {
        self.begin_sized(b'S', size)
    }

    /// Then the buffer ([`Self::array_buffer`] or [`Self::reference`]) and [`Self::end`]. `length` counts elements.
    pub fn view(&mut self, kind: ViewKind, offset: u64, length: u64) -> Result<Id> {
        let id = self.begin(b'V', false)?;
        self.out.push(kind as u8);
        put_varint(&mut self.out, offset);
        put_varint(&mut self.out, length);
        Ok(id)
    }

    pub fn end(&mut self) {
        if self.open.pop() == Some(true) {
            self.tag(b'.');
        }
    }

    pub fn finish(self) -> Result<Vec<u8>> {
        debug_assert!(self.open.is_empty());
        if self.too_large { Err(too_large()) } else { Ok(self.out) }
    }

    fn tag(&mut self, tag: u8) {
        if self.has_room(1) {
            self.out.push(tag);
        }
    }

    fn numbered(&mut self) -> Id {
        self.objects += 1;
        self.objects - 1
    }

    fn begin(&mut self, tag: u8, marked: bool) -> Result<Id> {
        if !self.local && self.open.len() >= MAX_DEPTH {
            let why = format!("An object could not be cloned: it nests deeper than {MAX_DEPTH} levels");
            return Err(Error::new(Code::DataClone, why));
        }
        self.open.push(marked);
        self.tag(tag);
        if self.too_large { Err(too_large()) } else { Ok(self.numbered()) }
    }

    fn begin_sized(&mut self, tag: u8, count: u32) -> Result<Id> {
        let id = self.begin(tag, false)?;
        put_varint(&mut self.out, u64::from(count));
        Ok(id)
    }

    fn f64(&mut self, value: f64) {
        let value = if value.is_nan() { f64::NAN } else { value };
        self.out.extend_from_slice(&value.to_bits().to_le_bytes());
    }

    fn sized(&mut self, bytes: &[u8]) {
        if self.has_room(bytes.len()) {
            put_bytes(&mut self.out, bytes);
        }
    }

    /// Past the limit nothing more is kept, so that a hostile value costs no memory before it is refused.
    fn has_room(&mut self, more: usize) -> bool {
        let fits = self.local || self.out.len() + more <= MAX_MESSAGE;
        self.too_large |= !fits || (more > LARGE && self.out.try_reserve(more).is_err());
        !self.too_large
    }
}

/// A piece of this size may be more than there is memory for, which is no reason to end the program.
const LARGE: usize = 1 << 20;

fn too_large() -> Error {
    Error::new(Code::MessageTooLarge, format!("A message may have {MAX_MESSAGE} bytes at most"))
}
