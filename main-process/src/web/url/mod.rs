mod native;

use crate::runtime::Module;

pub(super) const MODULE: Module = Module { name: "url", public: &[], native: Some(native::native) };

/// Any bytes as URLs.
pub(crate) fn fuzz(data: &[u8]) {
    native::fuzz(data);
}
