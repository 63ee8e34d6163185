//! Pictures for icons: files, or `data:` URLs.

mod platform;

use base64::{Engine as _, engine::general_purpose::STANDARD};
use ipc::{Code, Error};

pub(crate) use platform::*;

/// Red, green, blue and alpha of every pixel, row by row.
pub(crate) struct Pixels {
    pub(crate) rgba: Vec<u8>,
    pub(crate) width: u32,
    pub(crate) height: u32,
}

/// The bytes of the picture's file format.
fn bytes(source: &str) -> ipc::Result<Vec<u8>> {
    if let Some(data) = source.strip_prefix("data:") {
        let encoded = data.split_once(";base64,").map(|(_, encoded)| encoded);
        let decoded = encoded.and_then(|encoded| STANDARD.decode(encoded).ok());
        return decoded.ok_or_else(|| refused("a data: URL", "it is not in base64"));
    }
    std::fs::read(source).map_err(|error| Error::io(&error, "open").with_path(source))
}

fn refused(source: &str, why: &str) -> Error {
    let source = if source.starts_with("data:") { "a data: URL" } else { source };
    Error::new(Code::InvalidArgValue, format!("{source} is no picture: {why}"))
}
