//! Why a load failed, in Chromium's words; source: Chromium's list of net errors.

/// The number and the name of an error.
pub(super) type NetError = (i32, &'static str);

macro_rules! net_errors {
    ($($name:ident $number:literal $text:literal,)*) => {
        // Not every system tells all of them apart.
        $(#[allow(dead_code)] pub(super) const $name: NetError = ($number, $text);)*
    };
}

net_errors! {
    FAILED                   -2   "ERR_FAILED",
    ABORTED                  -3   "ERR_ABORTED",
    FILE_NOT_FOUND           -6   "ERR_FILE_NOT_FOUND",
    TIMED_OUT                -7   "ERR_TIMED_OUT",
    ACCESS_DENIED            -10  "ERR_ACCESS_DENIED",
    CONNECTION_CLOSED        -100 "ERR_CONNECTION_CLOSED",
    CONNECTION_RESET         -101 "ERR_CONNECTION_RESET",
    CONNECTION_REFUSED       -102 "ERR_CONNECTION_REFUSED",
    NAME_NOT_RESOLVED        -105 "ERR_NAME_NOT_RESOLVED",
    INTERNET_DISCONNECTED    -106 "ERR_INTERNET_DISCONNECTED",
    ADDRESS_UNREACHABLE      -109 "ERR_ADDRESS_UNREACHABLE",
    CERT_INVALID             -207 "ERR_CERT_INVALID",
    INVALID_URL              -300 "ERR_INVALID_URL",
    UNKNOWN_URL_SCHEME       -302 "ERR_UNKNOWN_URL_SCHEME",
    TOO_MANY_REDIRECTS       -310 "ERR_TOO_MANY_REDIRECTS",
    UNSAFE_PORT              -312 "ERR_UNSAFE_PORT",
    EMPTY_RESPONSE           -324 "ERR_EMPTY_RESPONSE",
}
