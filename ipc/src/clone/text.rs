use std::borrow::Cow;

/// A JavaScript string: UTF-8 where it can be, UTF-16 where lone surrogates forbid that.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Text<'a> {
    Utf8(Cow<'a, str>),
    Utf16(Cow<'a, [u16]>),
}

impl Text<'_> {
    /// The text with every lone surrogate replaced, for readers rather than for programs.
    pub fn to_string_lossy(&self) -> Cow<'_, str> {
        match self {
            Self::Utf8(text) => Cow::Borrowed(text),
            Self::Utf16(units) => Cow::Owned(String::from_utf16_lossy(units)),
        }
    }
}

impl<'a> From<&'a str> for Text<'a> {
    fn from(text: &'a str) -> Self {
        Self::Utf8(Cow::Borrowed(text))
    }
}

impl From<String> for Text<'_> {
    fn from(text: String) -> Self {
        Self::Utf8(Cow::Owned(text))
    }
}

/// Well-formed UTF-16 becomes UTF-8: one string has one form.
impl<'a> From<&'a [u16]> for Text<'a> {
    fn from(units: &'a [u16]) -> Self {
        match String::from_utf16(units) {
            Ok(text) => Self::Utf8(Cow::Owned(text)),
            Err(_) => Self::Utf16(Cow::Borrowed(units)),
        }
    }
}
