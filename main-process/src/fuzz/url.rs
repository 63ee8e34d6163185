/// A URL, relative to another, with a part of it changed.
pub fn url(data: &[u8]) {
    crate::web::url::fuzz(data);
}
