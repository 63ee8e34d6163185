//! What scripts of the main process come to.

use ipc::{
    Code, Error,
    clone::{Reader, Token},
    wire,
};
use main_process::host::Answer;

use crate::answer::Done;

/// The page forbids to evaluate text.
pub(crate) fn is_forbidden(outcome: &str) -> bool {
    outcome == "F"
}

/// `V` and a value, or `E` and an error, as the page's codec wrote it.
pub(crate) fn read(outcome: &str) -> Done {
    match outcome.split_at_checked(1) {
        Some(("V", value)) => Ok(Answer::Bytes(wire::from_text(value)?)),
        Some(("E", error)) => Err(thrown(&wire::from_text(error)?)),
        _ => Err(Error::new(Code::OperationFailed, "The page's policy forbids to evaluate this script")),
    }
}

fn thrown(bytes: &[u8]) -> Error {
    let message = match Reader::new(bytes).and_then(|mut reader| reader.next().map(words)) {
        Ok(message) => message,
        Err(error) => error.message,
    };
    Error::new(Code::OperationFailed, message)
}

fn words(thrown: Token) -> String {
    match thrown {
        Token::Error { message: Some(message), .. } | Token::String(message) => {
            message.to_string_lossy().into_owned()
        }
        _ => "The script threw something that is no error".into(),
    }
}
