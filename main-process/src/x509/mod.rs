//! X.509 certificates: read, described as Node describes them, and verified as OpenSSL verifies them.
//!
//! Certificates are kept as they came. Whoever reads one borrows from its bytes, and what is malformed is no certificate.

#[cfg(test)]
mod attacks;
mod certificate;
mod constraints;
mod dates;
pub(crate) mod der;
#[cfg(test)]
mod forge;
mod fuzz;
mod general_names;
mod key;
mod name;
mod object;
pub(crate) mod pem;
mod revocation;
mod signature;
mod verify;

pub(crate) use certificate::Certificate;
pub(crate) use fuzz::fuzz;
pub(crate) use object::legacy;
pub(crate) use revocation::RevocationList;
pub(crate) use signature::algorithm_for;
pub(crate) use verify::{Purpose, Trust, verify};
