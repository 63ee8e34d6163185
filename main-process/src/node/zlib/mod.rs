//! Node's `zlib`: deflate and gzip, brotli, zstd.

mod native;

use crate::runtime::Module;

pub(super) const MODULE: Module = Module { name: "zlib", public: &["zlib"], native: Some(native::native) };

/// Any bytes through every format, for the fuzzer.
pub(crate) fn fuzz(data: &[u8]) {
    native::fuzz(data);
}
