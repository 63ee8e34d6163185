//! Entrances for the fuzzer: each takes any bytes and must come back.

mod http;
mod zlib;

pub use http::http_framing;
pub use zlib::zlib;
