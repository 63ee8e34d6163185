/// The bytes of an HTTP/1 connection, of either side.
pub fn http_framing(data: &[u8]) {
    crate::node::http::fuzz(data);
}
