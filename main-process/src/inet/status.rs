use std::io;

use ipc::Code;

const UNKNOWN: i32 = -4094;

/// 0, or the negative number that Node gives with this error.
pub(crate) fn status<T>(outcome: io::Result<T>) -> i32 {
    match outcome {
        Ok(_) => 0,
        Err(error) => status_of(&error),
    }
}

pub(crate) fn status_of(error: &io::Error) -> i32 {
    ipc::Error::io(error, "").errno.unwrap_or(UNKNOWN)
}

pub(crate) fn errno(code: Code) -> i32 {
    code.errno().unwrap_or(UNKNOWN)
}
