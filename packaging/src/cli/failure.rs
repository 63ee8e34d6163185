//! What a verb ends with when it does not succeed: a message, what to do about it, and the exit code.

use std::{fmt, io, path::Path};

use crate::{app, display, formats::deb, runtime};

#[derive(Debug)]
pub(super) struct Failure {
    pub(super) message: String,
    pub(super) hint: Option<String>,
    pub(super) code: i32,
}

impl Failure {
    pub(super) fn new(message: impl Into<String>) -> Self {
        Self { message: message.into(), hint: None, code: 1 }
    }

    /// Wrong use of the command line, which has a code of its own.
    pub(super) fn usage(message: impl Into<String>) -> Self {
        Self { code: 2, ..Self::new(message) }
    }

    pub(super) fn with_hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }

    /// For `map_err`: an operating system's error, with what was tried.
    pub(super) fn doing(what: impl fmt::Display, path: &Path) -> impl FnOnce(io::Error) -> Self {
        move |error| Self::new(format!("cannot {what} {}: {error}", path.display()))
    }
}

macro_rules! failures {
    ($($error:ty),*) => {$(
        impl From<$error> for Failure {
            fn from(error: $error) -> Self {
                Self { hint: error.hint(), ..Self::new(error.to_string()) }
            }
        }
    )*};
}

failures!(app::Error, runtime::Error, display::Error);

impl From<deb::Error> for Failure {
    fn from(error: deb::Error) -> Self {
        let code = if matches!(error, deb::Error::Interrupted) { 130 } else { 1 };
        Self { hint: error.hint(), code, ..Self::new(error.to_string()) }
    }
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        Self::new(error.to_string())
    }
}
