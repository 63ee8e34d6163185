//! Names and addresses: the system's resolver (`lookup`) and one that speaks DNS itself (`Resolver`).

mod native;

use crate::runtime::Module;

pub(super) const MODULE: Module =
    Module { name: "dns", public: &["dns", "dns/promises"], native: Some(native::native) };

/// Any bytes as an answer.
pub(crate) fn fuzz(data: &[u8]) {
    native::fuzz(data);
}
