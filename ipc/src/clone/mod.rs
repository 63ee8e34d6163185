//! The structured clone of one JavaScript value, as bytes. This page is the format's only description;
//! `preload/src/codec.js` is its second implementation, and `tests/golden/` holds what both must agree on.
//!
//! ```text
//! message  = version:u8 (1)  value
//! varint   = unsigned LEB128, at most 2^53 - 1
//! text     = 's' bytes:varint UTF-8                  any string without lone surrogates
//!          | 'w' units:varint UTF-16LE               a string with lone surrogates
//!
//! value    = '_' undefined | '0' null | 'T' true | 'F' false
//!          | 'I' varint                              zigzag of an int32 (never -0)
//!          | 'N' f64le                               every other number; NaN is 7ff8000000000000
//!          | 'G' negative:u8 (0|1) bytes:varint magnitude      bigint, little end first, last byte not 0
//!          | text
//!          | '^' id:varint                           an object that came before
//!          | object
//!
//! object   = 'B' value                               boxed primitive: true, false, number, bigint or text
//!          | 'D' f64le                               Date (NaN: invalid)
//!          | 'R' source:text flags:text              RegExp
//!          | 'E' kind:u8 flags:u8 [message:text] [stack:text] [cause:value]
//!                kind: Error 0, EvalError 1, RangeError 2, ReferenceError 3, SyntaxError 4, TypeError 5, URIError 6
//!                flags: 1 has message, 2 has stack, 4 has cause
//!          | 'A' length:varint (value | 'h')*        Array, 'h' is a hole
//!          | 'a' length:varint (key:text value)* '.' Array with few elements or with named properties
//!          | 'O' (key:text value)* '.'               plain object; no key comes twice
//!          | 'M' size:varint (key:value value)*      Map
//!          | 'S' size:varint value*                  Set
//!          | 'X' bytes:varint byte*                  ArrayBuffer
//!          | 'V' kind:u8 offset:varint length:varint (an 'X' object, or '^' to one)
//!                offset in bytes, length in elements; kind: Int8 0, Uint8 1, Uint8Clamped 2, Int16 3, Uint16 4,
//!                Int32 5, Uint32 6, Float32 7, Float64 8, BigInt64 9, BigUint64 10, DataView 11, Float16 12
//!          | 'H' value                               host object, made from the value by whoever reads it; only in
//!                what never leaves its program, and allowed where an 'X' is
//! ```
//!
//! Objects are numbered from 0 in the order in which their first byte appears, so that shared and circular references
//! survive. Values nest at most [`MAX_DEPTH`] deep. Function, symbol and host objects have no form: the writer's owner
//! refuses them.

mod json;
mod reader;
mod text;
mod writer;

pub use json::{from_json, to_json};
pub use reader::{Reader, Token};
pub use text::Text;
pub use writer::Writer;

/// How deep values may nest, both ways; low enough for a recursive builder on a small stack.
pub const MAX_DEPTH: usize = 512;

const VERSION: u8 = 1;

/// The number an object gets when it first appears; a later `^` names it.
pub type Id = u32;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ErrorKind {
    Error,
    EvalError,
    RangeError,
    ReferenceError,
    SyntaxError,
    TypeError,
    UriError,
}

impl ErrorKind {
    const ALL: [(Self, &'static str); 7] = [
        (Self::Error, "Error"),
        (Self::EvalError, "EvalError"),
        (Self::RangeError, "RangeError"),
        (Self::ReferenceError, "ReferenceError"),
        (Self::SyntaxError, "SyntaxError"),
        (Self::TypeError, "TypeError"),
        (Self::UriError, "URIError"),
    ];

    /// The kind for an error's `name`; names of one's own become a plain `Error`, as in every structured clone.
    pub fn of_name(name: &str) -> Self {
        Self::ALL.iter().find(|row| row.1 == name).map_or(Self::Error, |row| row.0)
    }

    /// The name of the JavaScript constructor.
    pub fn name(self) -> &'static str {
        Self::ALL[self as usize].1
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ViewKind {
    Int8,
    Uint8,
    Uint8Clamped,
    Int16,
    Uint16,
    Int32,
    Uint32,
    Float32,
    Float64,
    BigInt64,
    BigUint64,
    DataView,
    Float16,
}

impl ViewKind {
    const ALL: [(Self, &'static str, u64); 13] = [
        (Self::Int8, "Int8Array", 1),
        (Self::Uint8, "Uint8Array", 1),
        (Self::Uint8Clamped, "Uint8ClampedArray", 1),
        (Self::Int16, "Int16Array", 2),
        (Self::Uint16, "Uint16Array", 2),
        (Self::Int32, "Int32Array", 4),
        (Self::Uint32, "Uint32Array", 4),
        (Self::Float32, "Float32Array", 4),
        (Self::Float64, "Float64Array", 8),
        (Self::BigInt64, "BigInt64Array", 8),
        (Self::BigUint64, "BigUint64Array", 8),
        (Self::DataView, "DataView", 1),
        (Self::Float16, "Float16Array", 2),
    ];

    pub fn of_name(name: &str) -> Option<Self> {
        Self::ALL.iter().find(|row| row.1 == name).map(|row| row.0)
    }

    /// The name of the JavaScript constructor.
    pub fn name(self) -> &'static str {
        Self::ALL[self as usize].1
    }

    /// Bytes per element.
    pub fn width(self) -> u64 {
        Self::ALL[self as usize].2
    }
}

/// Whether `bytes` are one well-formed value.
pub fn check(bytes: &[u8]) -> crate::Result<()> {
    let mut reader = Reader::new(bytes)?;
    while !reader.is_complete() {
        reader.next()?;
    }
    reader.finish()
}
