/// The methods that are known, in the order of their numbers.
pub(crate) const METHODS: [&str; 35] = [
    "DELETE",
    "GET",
    "HEAD",
    "POST",
    "PUT",
    "CONNECT",
    "OPTIONS",
    "TRACE",
    "COPY",
    "LOCK",
    "MKCOL",
    "MOVE",
    "PROPFIND",
    "PROPPATCH",
    "SEARCH",
    "UNLOCK",
    "BIND",
    "REBIND",
    "UNBIND",
    "ACL",
    "REPORT",
    "MKACTIVITY",
    "CHECKOUT",
    "MERGE",
    "M-SEARCH",
    "NOTIFY",
    "SUBSCRIBE",
    "UNSUBSCRIBE",
    "PATCH",
    "PURGE",
    "MKCALENDAR",
    "LINK",
    "UNLINK",
    "SOURCE",
    "QUERY",
];

pub(super) const CONNECT: usize = 5;

pub(super) fn number_of(name: &[u8]) -> Option<usize> {
    METHODS.iter().position(|method| method.as_bytes() == name)
}

/// Whether some method begins like this; also those of RTSP, of which only one begins like none of HTTP's.
pub(super) fn is_beginning(bytes: &[u8]) -> bool {
    bytes == b"F" || METHODS.iter().any(|method| method.as_bytes().starts_with(bytes))
}
