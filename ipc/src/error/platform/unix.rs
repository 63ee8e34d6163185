use crate::Code;

/// What the system's number means.
pub(in crate::error) fn code(raw_os_error: i32) -> Option<Code> {
    let mut rows = NUMBERS.iter().chain(OWN);
    rows.find(|row| row.0 == raw_os_error).map(|row| row.1)
}

/// The number Node gives for `code` on this system.
pub(in crate::error) fn errno(code: Code) -> Option<i32> {
    let mut rows = NUMBERS.iter().chain(OWN);
    rows.find(|row| row.1 == code).map(|row| -row.0).or_else(|| code.fallback_errno())
}

#[cfg(target_os = "linux")]
const OWN: &[(i32, Code)] = &[
    (libc::ENONET, Code::NotOnNetwork),
    (libc::EREMOTEIO, Code::RemoteIo),
    (libc::EUNATCH, Code::DriverNotAttached),
];

/// Apple's two "not supported" differ; callers know one.
#[cfg(target_vendor = "apple")]
const OWN: &[(i32, Code)] =
    &[(libc::EFTYPE, Code::WrongFileType), (libc::EOPNOTSUPP, Code::OperationNotSupported)];

#[cfg(not(any(target_os = "linux", target_vendor = "apple")))]
const OWN: &[(i32, Code)] = &[];

const NUMBERS: &[(i32, Code)] = &[
    (libc::E2BIG, Code::ArgumentListTooLong),
    (libc::EACCES, Code::AccessDenied),
    (libc::EADDRINUSE, Code::AddressInUse),
    (libc::EADDRNOTAVAIL, Code::AddressNotAvailable),
    (libc::EAFNOSUPPORT, Code::AddressFamilyNotSupported),
    (libc::EAGAIN, Code::TryAgain),
    (libc::EALREADY, Code::AlreadyInProgress),
    (libc::EBADF, Code::BadFile),
    (libc::EBUSY, Code::Busy),
    (libc::ECANCELED, Code::Canceled),
    (libc::ECONNABORTED, Code::ConnectionAborted),
    (libc::ECONNREFUSED, Code::ConnectionRefused),
    (libc::ECONNRESET, Code::ConnectionReset),
    (libc::EDESTADDRREQ, Code::DestinationRequired),
    (libc::EEXIST, Code::AlreadyExists),
    (libc::EFAULT, Code::BadAddress),
    (libc::EFBIG, Code::FileTooLarge),
    (libc::EHOSTUNREACH, Code::HostUnreachable),
    (libc::EINTR, Code::Interrupted),
    (libc::EINVAL, Code::InvalidArgument),
    (libc::EIO, Code::Io),
    (libc::EISCONN, Code::IsConnected),
    (libc::EISDIR, Code::IsADirectory),
    (libc::ELOOP, Code::TooManyLinksFollowed),
    (libc::EMFILE, Code::TooManyOpenFiles),
    (libc::EMSGSIZE, Code::MessageTooLong),
    (libc::ENAMETOOLONG, Code::NameTooLong),
    (libc::ENETDOWN, Code::NetworkDown),
    (libc::ENETUNREACH, Code::NetworkUnreachable),
    (libc::ENFILE, Code::FileTableFull),
    (libc::ENOBUFS, Code::NoBufferSpace),
    (libc::ENODEV, Code::NoSuchDevice),
    (libc::ENOENT, Code::NoSuchEntry),
    (libc::ENOMEM, Code::OutOfMemory),
    (libc::ENOPROTOOPT, Code::ProtocolNotAvailable),
    (libc::ENOSPC, Code::NoSpace),
    (libc::ENOSYS, Code::NotImplemented),
    (libc::ENOTCONN, Code::NotConnected),
    (libc::ENOTDIR, Code::NotADirectory),
    (libc::ENOTEMPTY, Code::DirectoryNotEmpty),
    (libc::ENOTSOCK, Code::NotASocket),
    (libc::ENOTSUP, Code::OperationNotSupported),
    (libc::EOVERFLOW, Code::Overflow),
    (libc::EPERM, Code::NotPermitted),
    (libc::EPIPE, Code::BrokenPipe),
    (libc::EPROTO, Code::ProtocolError),
    (libc::EPROTONOSUPPORT, Code::ProtocolNotSupported),
    (libc::EPROTOTYPE, Code::ProtocolWrongType),
    (libc::ERANGE, Code::ResultTooLarge),
    (libc::EROFS, Code::ReadOnlyFileSystem),
    (libc::ESHUTDOWN, Code::ShutDown),
    (libc::ESPIPE, Code::InvalidSeek),
    (libc::ESRCH, Code::NoSuchProcess),
    (libc::ETIMEDOUT, Code::TimedOut),
    (libc::ETXTBSY, Code::TextFileBusy),
    (libc::EXDEV, Code::CrossDevice),
    (libc::ENXIO, Code::NoSuchDeviceOrAddress),
    (libc::EMLINK, Code::TooManyLinks),
    (libc::EHOSTDOWN, Code::HostDown),
    (libc::ENOTTY, Code::NotATerminal),
    (libc::EILSEQ, Code::IllegalSequence),
    (libc::ESOCKTNOSUPPORT, Code::SocketTypeNotSupported),
    (libc::ENODATA, Code::NoData),
    (libc::ENOEXEC, Code::ExecFormat),
];

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_those_of_the_system() {
        assert_eq!(errno(Code::NoSuchEntry), Some(-2));
        assert_eq!(errno(Code::EndOfFile), Some(-4095));
        assert_eq!(code(98), Some(Code::AddressInUse));
        assert_eq!(code(64), Some(Code::NotOnNetwork));
        assert_eq!(code(4095), None);
    }
}
