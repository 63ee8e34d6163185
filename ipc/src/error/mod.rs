mod code;
mod platform;

pub use code::{Class, Code};

pub type Result<T> = std::result::Result<T, Error>;

/// The one error of this project's own code. Codes are there to branch on, text is there to be read.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[error("{message}")]
pub struct Error {
    pub code: Code,
    pub message: String,
    /// The negative number that Node gives with system errors, e.g. -2 for `ENOENT` on Linux.
    pub errno: Option<i32>,
    pub syscall: Option<String>,
    pub path: Option<String>,
    pub dest: Option<String>,
}

impl Error {
    pub fn new(code: Code, message: impl Into<String>) -> Self {
        Self { code, message: message.into(), errno: None, syscall: None, path: None, dest: None }
    }

    /// A failed system call, worded as Node words it: `ENOENT: no such file or directory, open '/nope'`.
    pub fn io(error: &std::io::Error, syscall: &str) -> Self {
        match error.raw_os_error() {
            Some(raw) => Self::system(raw, syscall),
            None => Self::of_code(of_kind(error.kind()), syscall),
        }
    }

    /// A failed system call by the number the system gave: `errno` on Unix, `GetLastError()` on Windows.
    pub fn system(raw_os_error: i32, syscall: &str) -> Self {
        match platform::code(raw_os_error) {
            Some(code) => Self::of_code(code, syscall),
            None => {
                let unknown = format!("Unknown system error {}", -raw_os_error);
                let message = format!("{unknown}: {unknown}, {syscall}");
                let named = Self { syscall: Some(syscall.into()), ..Self::new(Code::Unknown, message) };
                Self { errno: Some(-raw_os_error), ..named }
            }
        }
    }

    /// A system error that no system call reported, e.g. an address that a resolver did not find.
    pub fn of_code(code: Code, syscall: &str) -> Self {
        let text = code.system_message().unwrap_or("unknown error");
        let message = format!("{}: {text}, {syscall}", code.as_str());
        Self { syscall: Some(syscall.into()), errno: platform::errno(code), ..Self::new(code, message) }
    }

    pub fn with_path(mut self, path: impl Into<String>) -> Self {
        let path = path.into();
        self.message.push_str(&format!(" '{path}'"));
        self.path = Some(path);
        self
    }

    /// The second path of a call that has two (`rename`, `link`, `copyfile`); comes after [`Self::with_path`].
    pub fn with_dest(mut self, dest: impl Into<String>) -> Self {
        let dest = dest.into();
        self.message.push_str(&format!(" -> '{dest}'"));
        self.dest = Some(dest);
        self
    }
}

impl Code {
    /// This code's negative number on this system, as `error.errno` and `os.constants` give it.
    pub fn errno(self) -> Option<i32> {
        platform::errno(self)
    }
}

/// Every system error as `(errno, name, message)`, the rows of Node's `util.getSystemErrorMap()` in its order.
pub fn system_errors() -> impl Iterator<Item = (i32, &'static str, &'static str)> {
    Code::SYSTEM.iter().filter_map(|&code| Some((code.errno()?, code.as_str(), code.system_message()?)))
}

/// The standard library's own failures carry no number.
fn of_kind(kind: std::io::ErrorKind) -> Code {
    use std::io::ErrorKind as K;
    match kind {
        K::NotFound => Code::NoSuchEntry,
        K::PermissionDenied => Code::AccessDenied,
        K::AlreadyExists => Code::AlreadyExists,
        K::ConnectionRefused => Code::ConnectionRefused,
        K::ConnectionReset => Code::ConnectionReset,
        K::ConnectionAborted => Code::ConnectionAborted,
        K::NotConnected => Code::NotConnected,
        K::AddrInUse => Code::AddressInUse,
        K::AddrNotAvailable => Code::AddressNotAvailable,
        K::BrokenPipe | K::WriteZero => Code::BrokenPipe,
        K::WouldBlock => Code::TryAgain,
        K::TimedOut => Code::TimedOut,
        K::Interrupted => Code::Interrupted,
        K::InvalidInput | K::InvalidData => Code::InvalidArgument,
        K::NotADirectory => Code::NotADirectory,
        K::IsADirectory => Code::IsADirectory,
        K::DirectoryNotEmpty => Code::DirectoryNotEmpty,
        K::Unsupported => Code::NotImplemented,
        K::OutOfMemory => Code::OutOfMemory,
        K::UnexpectedEof => Code::EndOfFile,
        _ => Code::Io,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_failed_call_reads_as_in_node() {
        let error = std::fs::File::open("/no/such/file").expect_err("it is not there");
        let error = Error::io(&error, "open").with_path("/no/such/file");
        assert_eq!(error.message, "ENOENT: no such file or directory, open '/no/such/file'");
        assert_eq!(error.code, Code::NoSuchEntry);
        assert_eq!(error.errno, Code::NoSuchEntry.errno());
        assert_eq!(error.syscall.as_deref(), Some("open"));
        let error = Error::of_code(Code::AlreadyExists, "rename").with_path("a").with_dest("b");
        assert_eq!(error.message, "EEXIST: file already exists, rename 'a' -> 'b'");
    }

    #[test]
    fn an_unknown_number_is_kept() {
        let error = Error::system(99_999, "read");
        assert_eq!(error.message, "Unknown system error -99999: Unknown system error -99999, read");
        assert_eq!((error.code, error.errno), (Code::Unknown, Some(-99_999)));
    }

    #[test]
    fn every_system_code_has_one_number_and_a_text() {
        let rows: Vec<_> = system_errors().collect();
        assert_eq!(rows.len(), Code::SYSTEM.len());
        let mut numbers: Vec<_> = rows.iter().map(|row| row.0).collect();
        numbers.sort_unstable();
        numbers.dedup();
        assert_eq!(numbers.len(), rows.len());
        assert!(numbers.iter().all(|number| *number < 0));
        assert!(rows.contains(&(-3008, "EAI_NONAME", "unknown node or service")));
    }

    #[test]
    fn a_failure_without_a_number_gets_its_codes_number() {
        let error = Error::io(&std::io::ErrorKind::NotFound.into(), "stat");
        assert_eq!((error.code, error.errno), (Code::NoSuchEntry, Code::NoSuchEntry.errno()));
    }
}
