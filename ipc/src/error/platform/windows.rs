use crate::Code;

/// What a `GetLastError()` or Winsock number means to an application that knows POSIX names.
pub(in crate::error) fn code(raw_os_error: i32) -> Option<Code> {
    Some(match raw_os_error {
        740 | 998 | 1920 | 10013 => Code::AccessDenied,
        1227 | 10048 => Code::AddressInUse,
        10049 => Code::AddressNotAvailable,
        10047 => Code::AddressFamilyNotSupported,
        10035 => Code::TryAgain,
        10037 => Code::AlreadyInProgress,
        6 | 1004 => Code::BadFile,
        32 | 33 | 231 => Code::Busy,
        995 | 10004 => Code::Canceled,
        1113 => Code::InvalidUnicode,
        1236 | 10053 => Code::ConnectionAborted,
        1225 | 10061 => Code::ConnectionRefused,
        64 | 10054 => Code::ConnectionReset,
        80 | 183 => Code::AlreadyExists,
        111 | 10014 => Code::BadAddress,
        1232 | 10065 => Code::HostUnreachable,
        13 | 87 | 122 | 1464 | 10022 | 10046 => Code::InvalidArgument,
        23 | 31 | 110 | 156 | 205 | 1101 | 1102 | 1103 | 1104 | 1106 | 1111 | 1117 | 1129 | 1165 | 1166
        | 1393 => Code::Io,
        10056 => Code::IsConnected,
        1921 => Code::TooManyLinksFollowed,
        4 | 10024 => Code::TooManyOpenFiles,
        10040 => Code::MessageTooLong,
        206 => Code::NameTooLong,
        1231 | 10051 => Code::NetworkUnreachable,
        10055 => Code::NoBufferSpace,
        2 | 3 | 15 | 123 | 126 | 161 | 203 | 267 | 4392 | 11001 | 11004 => Code::NoSuchEntry,
        8 | 14 => Code::OutOfMemory,
        39 | 82 | 112 | 277 | 1100 => Code::NoSpace,
        2250 | 10057 => Code::NotConnected,
        145 => Code::DirectoryNotEmpty,
        10038 => Code::NotASocket,
        50 => Code::OperationNotSupported,
        109 => Code::EndOfFile,
        5 | 1314 => Code::NotPermitted,
        230 | 232 | 233 | 10058 => Code::BrokenPipe,
        10043 => Code::ProtocolNotSupported,
        19 => Code::ReadOnlyFileSystem,
        121 | 10060 => Code::TimedOut,
        17 => Code::CrossDevice,
        1 => Code::IsADirectory,
        208 => Code::ArgumentListTooLong,
        10044 => Code::SocketTypeNotSupported,
        193 => Code::ExecFormat,
        _ => return None,
    })
}

/// The number Node gives for `code` on this system, which has no `errno` of its own.
pub(in crate::error) fn errno(code: Code) -> Option<i32> {
    code.fallback_errno()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_those_node_gives() {
        assert_eq!(code(2), Some(Code::NoSuchEntry));
        assert_eq!(code(32), Some(Code::Busy));
        assert_eq!(errno(Code::NoSuchEntry), Some(-4058));
    }
}
