//! The encoding that keys and certificates are written in.

pub(super) mod der;
pub(super) mod oid;
pub(super) mod pem;
