//! Memory that several engines see at once: what is behind a `SharedArrayBuffer`.
#![allow(unsafe_code)]

use std::{
    alloc::{Layout, alloc_zeroed, dealloc},
    ffi::c_void,
    ptr::NonNull,
    sync::atomic::{AtomicUsize, Ordering, fence},
};

use rquickjs::{Ctx, Error, Result, Value, qjs};

/// Lies in front of the bytes.
#[repr(C, align(16))]
struct Header {
    owners: AtomicUsize,
    layout: Layout,
}

const HEADER: usize = size_of::<Header>();

/// A share in the memory, which lives as long as somebody has one.
pub(crate) struct Shared {
    bytes: NonNull<u8>,
    length: usize,
}

// SAFETY: the memory is meant to be seen by several threads, and its owners are counted atomically.
unsafe impl Send for Shared {}

impl Shared {
    /// The memory of a `SharedArrayBuffer`; nothing for another value.
    pub(super) fn of(value: &Value<'_>, class: qjs::JSClassID) -> Option<Self> {
        let mut length = 0;
        // SAFETY: the value is alive, and of the class of buffers that `allocate` made.
        unsafe {
            if qjs::JS_GetClassID(value.as_raw()) != class {
                return None;
            }
            let bytes = qjs::JS_GetArrayBuffer(value.ctx().as_raw().as_ptr(), &mut length, value.as_raw());
            let bytes = NonNull::new(bytes)?;
            duplicate(std::ptr::null_mut(), bytes.as_ptr().cast());
            Some(Self { bytes, length: length as usize })
        }
    }

    pub(super) fn to_js<'js>(&self, ctx: &Ctx<'js>) -> Result<Value<'js>> {
        // SAFETY: the bytes come from `allocate`; the engine takes a share of its own.
        let value = unsafe {
            let raw = qjs::JS_NewArrayBuffer(
                ctx.as_raw().as_ptr(),
                self.bytes.as_ptr(),
                self.length as _,
                0,
                None,
                std::ptr::null_mut(),
                true,
            );
            Value::from_raw(ctx.clone(), raw)
        };
        if value.is_exception() { Err(Error::Exception) } else { Ok(value) }
    }
}

impl Clone for Shared {
    fn clone(&self) -> Self {
        // SAFETY: whoever has a share may make another one.
        unsafe { duplicate(std::ptr::null_mut(), self.bytes.as_ptr().cast()) };
        Self { bytes: self.bytes, length: self.length }
    }
}

impl Drop for Shared {
    fn drop(&mut self) {
        // SAFETY: this share was counted when it was made.
        unsafe { release(std::ptr::null_mut(), self.bytes.as_ptr().cast()) }
    }
}

/// Tells an engine to take the memory of its shared buffers from here.
pub(super) fn install(ctx: &Ctx<'_>) {
    let functions = qjs::JSSharedArrayBufferFunctions {
        sab_alloc: Some(allocate),
        sab_free: Some(release),
        sab_dup: Some(duplicate),
        sab_opaque: std::ptr::null_mut(),
    };
    // SAFETY: the runtime is locked by `ctx`; the engine copies the table, and the functions are there for ever.
    unsafe {
        let runtime = qjs::JS_GetRuntime(ctx.as_raw().as_ptr());
        qjs::JS_SetSharedArrayBufferFunctions(runtime, &functions);
        qjs::JS_SetCanBlock(runtime, true);
    }
}

unsafe extern "C" fn allocate(_: *mut c_void, size: qjs::size_t) -> *mut c_void {
    let Some(size) = (size as usize).checked_add(HEADER) else { return std::ptr::null_mut() };
    let Ok(layout) = Layout::from_size_align(size, align_of::<Header>()) else { return std::ptr::null_mut() };
    // SAFETY: the size is not 0; the header fits and is aligned.
    unsafe {
        let start = alloc_zeroed(layout);
        if start.is_null() {
            return std::ptr::null_mut();
        }
        start.cast::<Header>().write(Header { owners: AtomicUsize::new(1), layout });
        start.add(HEADER).cast()
    }
}

/// # Safety
/// `bytes` must come from [`allocate`] and be owned still.
unsafe fn header(bytes: *mut c_void) -> *mut Header {
    // SAFETY: the header lies in front of the bytes.
    unsafe { bytes.cast::<u8>().sub(HEADER).cast() }
}

unsafe extern "C" fn duplicate(_: *mut c_void, bytes: *mut c_void) {
    // SAFETY: whoever has a share may make another one.
    unsafe { (*header(bytes)).owners.fetch_add(1, Ordering::Relaxed) };
}

unsafe extern "C" fn release(_: *mut c_void, bytes: *mut c_void) {
    // SAFETY: the caller gives up its share; the last one frees what was allocated.
    unsafe {
        let header = header(bytes);
        if (*header).owners.fetch_sub(1, Ordering::Release) == 1 {
            fence(Ordering::Acquire);
            let layout = (*header).layout;
            dealloc(header.cast(), layout);
        }
    }
}
