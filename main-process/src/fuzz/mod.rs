//! Entrances for the fuzzer: each takes any bytes and must come back.

mod dns;
mod http;
mod ipc;
mod url;
mod x509;
mod zlib;

pub use dns::dns_message;
pub use http::http_framing;
pub use ipc::{clone, wire};
pub use url::url;
pub use x509::certificates;
pub use zlib::zlib;
