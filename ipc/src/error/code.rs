use serde::{Deserialize, Serialize};

/// Which JavaScript constructor an error is thrown with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Class {
    Error,
    TypeError,
    RangeError,
    SyntaxError,
}

macro_rules! codes {
    (
        errors { $($error:ident $error_text:literal $class:ident,)* }
        system { $($system:ident $system_text:literal $number:literal $message:literal,)* }
    ) => {
        /// Every `error.code` there is. Add one here and nowhere else.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
        pub enum Code {
            $(#[serde(rename = $error_text)] $error,)*
            $(#[serde(rename = $system_text)] $system,)*
        }

        impl Code {
            pub const ALL: &[Self] = &[$(Self::$error,)* $(Self::$system,)*];
            pub(super) const SYSTEM: &[Self] = &[$(Self::$system,)*];

            pub fn as_str(self) -> &'static str {
                match self { $(Self::$error => $error_text,)* $(Self::$system => $system_text,)* }
            }

            pub fn class(self) -> Class {
                match self { $(Self::$error => Class::$class,)* $(Self::$system => Class::Error,)* }
            }

            /// The code with this text, if it is one of ours.
            pub fn of_text(text: &str) -> Option<Self> {
                match text { $($error_text => Some(Self::$error),)* $($system_text => Some(Self::$system),)* _ => None }
            }

            /// The number for a system that has none of its own: all of Windows, some of Unix.
            pub(super) fn fallback_errno(self) -> Option<i32> {
                match self { $(Self::$system => Some($number),)* _ => None }
            }

            /// The text of a system error, the same on every system: `no such file or directory`.
            pub fn system_message(self) -> Option<&'static str> {
                match self { $(Self::$system => Some($message),)* _ => None }
            }
        }
    };
}

codes! {
    errors {
        InvalidArgType             "ERR_INVALID_ARG_TYPE"                 TypeError,
        InvalidArgValue            "ERR_INVALID_ARG_VALUE"                TypeError,
        MissingArgs                "ERR_MISSING_ARGS"                     TypeError,
        OutOfRange                 "ERR_OUT_OF_RANGE"                     RangeError,
        InvalidState               "ERR_INVALID_STATE"                    Error,
        InvalidReturnValue         "ERR_INVALID_RETURN_VALUE"             TypeError,
        NotSupported               "ERR_NOT_SUPPORTED"                    Error,
        OperationFailed            "ERR_OPERATION_FAILED"                 Error,
        Internal                   "ERR_INTERNAL_ASSERTION"               Error,
        Aborted                    "ABORT_ERR"                            Error,
        BufferTooLarge             "ERR_BUFFER_TOO_LARGE"                 RangeError,
        BufferOutOfBounds          "ERR_BUFFER_OUT_OF_BOUNDS"             RangeError,
        StringTooLong              "ERR_STRING_TOO_LONG"                  Error,
        EncodingNotSupported       "ERR_ENCODING_NOT_SUPPORTED"           RangeError,
        EncodingInvalidData        "ERR_ENCODING_INVALID_ENCODED_DATA"    TypeError,
        UnknownEncoding            "ERR_UNKNOWN_ENCODING"                 TypeError,
        Syntax                     "ERR_SYNTAX"                           SyntaxError,
        ModuleNotFound             "ERR_MODULE_NOT_FOUND"                 Error,
        RequireNotFound            "MODULE_NOT_FOUND"                     Error,
        UnknownBuiltinModule       "ERR_UNKNOWN_BUILTIN_MODULE"           Error,
        UnknownFileExtension       "ERR_UNKNOWN_FILE_EXTENSION"           TypeError,
        UnsupportedDirImport       "ERR_UNSUPPORTED_DIR_IMPORT"           Error,
        UnsupportedUrlScheme       "ERR_UNSUPPORTED_ESM_URL_SCHEME"       Error,
        RequireEsm                 "ERR_REQUIRE_ESM"                      Error,
        RequireAsyncModule         "ERR_REQUIRE_ASYNC_MODULE"             Error,
        InvalidModuleSpecifier     "ERR_INVALID_MODULE_SPECIFIER"         TypeError,
        InvalidPackageConfig       "ERR_INVALID_PACKAGE_CONFIG"           Error,
        InvalidPackageTarget       "ERR_INVALID_PACKAGE_TARGET"           Error,
        PackagePathNotExported     "ERR_PACKAGE_PATH_NOT_EXPORTED"        Error,
        PackageImportNotDefined    "ERR_PACKAGE_IMPORT_NOT_DEFINED"       TypeError,
        DlopenFailed               "ERR_DLOPEN_FAILED"                    Error,
        InvalidUrl                 "ERR_INVALID_URL"                      TypeError,
        InvalidUrlScheme           "ERR_INVALID_URL_SCHEME"               TypeError,
        InvalidFileUrlPath         "ERR_INVALID_FILE_URL_PATH"            TypeError,
        InvalidFileUrlHost         "ERR_INVALID_FILE_URL_HOST"            TypeError,
        InvalidAddress             "ERR_INVALID_IP_ADDRESS"               TypeError,
        FileIsDirectory            "ERR_FS_EISDIR"                        Error,
        FileOverTwoGiB             "ERR_FS_FILE_TOO_LARGE"                RangeError,
        DirectoryClosed            "ERR_DIR_CLOSED"                       Error,
        SocketClosed               "ERR_SOCKET_CLOSED"                    Error,
        SocketBadPort              "ERR_SOCKET_BAD_PORT"                  RangeError,
        ServerNotRunning           "ERR_SERVER_NOT_RUNNING"               Error,
        CryptoInvalidDigest        "ERR_CRYPTO_INVALID_DIGEST"            TypeError,
        CryptoUnknownCipher        "ERR_CRYPTO_UNKNOWN_CIPHER"            Error,
        CryptoInvalidKeyLength     "ERR_CRYPTO_INVALID_KEYLEN"            RangeError,
        CryptoInvalidIv            "ERR_CRYPTO_INVALID_IV"                TypeError,
        CryptoOperationFailed      "ERR_CRYPTO_OPERATION_FAILED"          Error,
        ZlibInitialization         "ERR_ZLIB_INITIALIZATION_FAILED"       Error,
        CertificateName            "ERR_TLS_CERT_ALTNAME_INVALID"         Error,
        CertificateExpired         "CERT_HAS_EXPIRED"                     Error,
        CertificateUntrusted       "UNABLE_TO_VERIFY_LEAF_SIGNATURE"      Error,
        CertificateSelfSigned      "DEPTH_ZERO_SELF_SIGNED_CERT"          Error,
        ScriptTimedOut             "ERR_SCRIPT_EXECUTION_TIMEOUT"         Error,
        DataClone                  "ERR_DATA_CLONE"                       Error,
        MessageTooLarge            "ERR_MESSAGE_TOO_LARGE"                RangeError,
        BadMessage                 "ERR_BAD_MESSAGE"                      Error,
        QueueFull                  "ERR_QUEUE_FULL"                       Error,
        WindowClosed               "ERR_WINDOW_CLOSED"                    Error,
        NavigationFailed           "ERR_FAILED"                           Error,
        NoDisplay                  "ERR_NO_DISPLAY"                       Error,
        BadManifest                "ERR_BAD_MANIFEST"                     Error,
    }
    system {
        ArgumentListTooLong        "E2BIG"            -4093  "argument list too long",
        AccessDenied               "EACCES"           -4092  "permission denied",
        AddressInUse               "EADDRINUSE"       -4091  "address already in use",
        AddressNotAvailable        "EADDRNOTAVAIL"    -4090  "address not available",
        AddressFamilyNotSupported  "EAFNOSUPPORT"     -4089  "address family not supported",
        TryAgain                   "EAGAIN"           -4088  "resource temporarily unavailable",
        LookupAddressFamily        "EAI_ADDRFAMILY"   -3000  "address family not supported",
        LookupTryAgain             "EAI_AGAIN"        -3001  "temporary failure",
        LookupBadFlags             "EAI_BADFLAGS"     -3002  "bad ai_flags value",
        LookupBadHints             "EAI_BADHINTS"     -3013  "invalid value for hints",
        LookupCanceled             "EAI_CANCELED"     -3003  "request canceled",
        LookupFailed               "EAI_FAIL"         -3004  "permanent failure",
        LookupFamily               "EAI_FAMILY"       -3005  "ai_family not supported",
        LookupOutOfMemory          "EAI_MEMORY"       -3006  "out of memory",
        LookupNoData               "EAI_NODATA"       -3007  "no address",
        LookupNotFound             "EAI_NONAME"       -3008  "unknown node or service",
        LookupOverflow             "EAI_OVERFLOW"     -3009  "argument buffer overflow",
        LookupProtocol             "EAI_PROTOCOL"     -3014  "resolved protocol is unknown",
        LookupService              "EAI_SERVICE"      -3010  "service not available for socket type",
        LookupSocketType           "EAI_SOCKTYPE"     -3011  "socket type not supported",
        AlreadyInProgress          "EALREADY"         -4084  "connection already in progress",
        BadFile                    "EBADF"            -4083  "bad file descriptor",
        Busy                       "EBUSY"            -4082  "resource busy or locked",
        Canceled                   "ECANCELED"        -4081  "operation canceled",
        InvalidUnicode             "ECHARSET"         -4080  "invalid Unicode character",
        ConnectionAborted          "ECONNABORTED"     -4079  "software caused connection abort",
        ConnectionRefused          "ECONNREFUSED"     -4078  "connection refused",
        ConnectionReset            "ECONNRESET"       -4077  "connection reset by peer",
        DestinationRequired        "EDESTADDRREQ"     -4076  "destination address required",
        AlreadyExists              "EEXIST"           -4075  "file already exists",
        BadAddress                 "EFAULT"           -4074  "bad address in system call argument",
        FileTooLarge               "EFBIG"            -4036  "file too large",
        HostUnreachable            "EHOSTUNREACH"     -4073  "host is unreachable",
        Interrupted                "EINTR"            -4072  "interrupted system call",
        InvalidArgument            "EINVAL"           -4071  "invalid argument",
        Io                         "EIO"              -4070  "i/o error",
        IsConnected                "EISCONN"          -4069  "socket is already connected",
        IsADirectory               "EISDIR"           -4068  "illegal operation on a directory",
        TooManyLinksFollowed       "ELOOP"            -4067  "too many symbolic links encountered",
        TooManyOpenFiles           "EMFILE"           -4066  "too many open files",
        MessageTooLong             "EMSGSIZE"         -4065  "message too long",
        NameTooLong                "ENAMETOOLONG"     -4064  "name too long",
        NetworkDown                "ENETDOWN"         -4063  "network is down",
        NetworkUnreachable         "ENETUNREACH"      -4062  "network is unreachable",
        FileTableFull              "ENFILE"           -4061  "file table overflow",
        NoBufferSpace              "ENOBUFS"          -4060  "no buffer space available",
        NoSuchDevice               "ENODEV"           -4059  "no such device",
        NoSuchEntry                "ENOENT"           -4058  "no such file or directory",
        OutOfMemory                "ENOMEM"           -4057  "not enough memory",
        NotOnNetwork               "ENONET"           -4056  "machine is not on the network",
        ProtocolNotAvailable       "ENOPROTOOPT"      -4035  "protocol not available",
        NoSpace                    "ENOSPC"           -4055  "no space left on device",
        NotImplemented             "ENOSYS"           -4054  "function not implemented",
        NotConnected               "ENOTCONN"         -4053  "socket is not connected",
        NotADirectory              "ENOTDIR"          -4052  "not a directory",
        DirectoryNotEmpty          "ENOTEMPTY"        -4051  "directory not empty",
        NotASocket                 "ENOTSOCK"         -4050  "socket operation on non-socket",
        OperationNotSupported      "ENOTSUP"          -4049  "operation not supported on socket",
        Overflow                   "EOVERFLOW"        -4026  "value too large for defined data type",
        NotPermitted               "EPERM"            -4048  "operation not permitted",
        BrokenPipe                 "EPIPE"            -4047  "broken pipe",
        ProtocolError              "EPROTO"           -4046  "protocol error",
        ProtocolNotSupported       "EPROTONOSUPPORT"  -4045  "protocol not supported",
        ProtocolWrongType          "EPROTOTYPE"       -4044  "protocol wrong type for socket",
        ResultTooLarge             "ERANGE"           -4034  "result too large",
        ReadOnlyFileSystem         "EROFS"            -4043  "read-only file system",
        ShutDown                   "ESHUTDOWN"        -4042  "cannot send after transport endpoint shutdown",
        InvalidSeek                "ESPIPE"           -4041  "invalid seek",
        NoSuchProcess              "ESRCH"            -4040  "no such process",
        TimedOut                   "ETIMEDOUT"        -4039  "connection timed out",
        TextFileBusy               "ETXTBSY"          -4038  "text file is busy",
        CrossDevice                "EXDEV"            -4037  "cross-device link not permitted",
        Unknown                    "UNKNOWN"          -4094  "unknown error",
        EndOfFile                  "EOF"              -4095  "end of file",
        NoSuchDeviceOrAddress      "ENXIO"            -4033  "no such device or address",
        TooManyLinks               "EMLINK"           -4032  "too many links",
        HostDown                   "EHOSTDOWN"        -4031  "host is down",
        RemoteIo                   "EREMOTEIO"        -4030  "remote I/O error",
        NotATerminal               "ENOTTY"           -4029  "inappropriate ioctl for device",
        WrongFileType              "EFTYPE"           -4028  "inappropriate file type or format",
        IllegalSequence            "EILSEQ"           -4027  "illegal byte sequence",
        SocketTypeNotSupported     "ESOCKTNOSUPPORT"  -4025  "socket type not supported",
        NoData                     "ENODATA"          -4024  "no data available",
        DriverNotAttached          "EUNATCH"          -4023  "protocol driver not attached",
        ExecFormat                 "ENOEXEC"          -4022  "exec format error",
    }
}
