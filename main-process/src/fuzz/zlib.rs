/// Compressed data of any format, broken or not.
pub fn zlib(data: &[u8]) {
    crate::node::zlib::fuzz(data);
}
