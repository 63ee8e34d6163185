//! The one place that looks into a `Uint8Array`'s memory.
#![allow(unsafe_code)]

use rquickjs::TypedArray;

/// The array's bytes; empty when its buffer was detached.
///
/// The slice must not be held while JavaScript runs: the engine is single-threaded, so nothing changes it before.
pub(crate) fn bytes_of<'a>(array: &'a TypedArray<'_, u8>) -> &'a [u8] {
    // SAFETY: the pointer and length come from the engine, the array is borrowed, and callers run no script meanwhile.
    array.as_raw().map_or(&[], |raw| unsafe { raw.as_ref() })
}

/// The array's bytes to write to; empty when its buffer was detached. See [`bytes_of`].
#[allow(clippy::mut_from_ref)]
pub(crate) fn bytes_of_mut<'a>(array: &'a TypedArray<'_, u8>) -> &'a mut [u8] {
    // SAFETY: as in `bytes_of`; no other slice into the array lives, since natives take one at a time.
    array.as_raw().map_or(&mut [], |mut raw| unsafe { raw.as_mut() })
}
