//! What rquickjs has no safe call for.
#![allow(unsafe_code)]

use std::{ffi::CString, mem::MaybeUninit};

use rquickjs::{Ctx, Error, Function, Result, Value, qjs};

/// Reads a function that `build.rs` wrote with the same engine.
pub(super) fn read_bytecode<'js>(ctx: &Ctx<'js>, bytecode: &'static [u8]) -> Result<Function<'js>> {
    let flags = qjs::JS_READ_OBJ_BYTECODE as i32;
    // SAFETY: the bytes were written by this engine version and are part of this program; the values are owned.
    let value = unsafe {
        let raw = ctx.as_raw().as_ptr();
        let script = qjs::JS_ReadObject(raw, bytecode.as_ptr(), bytecode.len() as _, flags);
        if qjs::JS_IsException(script) {
            return Err(Error::Exception);
        }
        owned(ctx, qjs::JS_EvalFunction(raw, script))?
    };
    value.into_function().ok_or_else(|| Error::new_from_js("script", "function"))
}

/// Evaluates classic script text whose first line has the number `line`. Sloppy unless it says otherwise; `file` is what
/// stacks and `import()` see.
pub(crate) fn evaluate<'js>(ctx: &Ctx<'js>, source: &str, file: &str, line: i32) -> Result<Value<'js>> {
    let source = CString::new(source)?;
    let file = CString::new(file)?;
    let length = source.as_bytes().len();
    let mut options = qjs::JSEvalOptions {
        version: qjs::JS_EVAL_OPTIONS_VERSION as i32,
        eval_flags: qjs::JS_EVAL_TYPE_GLOBAL as i32,
        filename: file.as_ptr(),
        line_num: line,
    };
    // SAFETY: both strings are terminated and outlive the call; the value is owned.
    unsafe { owned(ctx, qjs::JS_Eval2(ctx.as_raw().as_ptr(), source.as_ptr(), length as _, &mut options)) }
}

/// Runs one promise job: false when there was none, an exception when it threw.
pub(crate) fn run_job(ctx: &Ctx<'_>) -> Result<bool> {
    let state = super::Loop::of(ctx);
    let outer = state.context.begin_job();
    state.context.tell(ctx, "before", None)?;
    let mut ran_in = MaybeUninit::uninit();
    // SAFETY: the runtime is locked by `ctx`; the engine fills `ran_in` and does not keep it.
    let outcome = unsafe {
        let runtime = qjs::JS_GetRuntime(ctx.as_raw().as_ptr());
        qjs::JS_ExecutePendingJob(runtime, ran_in.as_mut_ptr())
    };
    if outcome < 0 {
        return Err(Error::Exception);
    }
    state.context.tell(ctx, "after", None)?;
    state.context.enter(outer);
    Ok(outcome > 0)
}

/// Throws what no `catch` and no `finally` sees: the script simply ends.
pub(super) fn throw_uncatchable(ctx: &Ctx<'_>) -> Error {
    let error = ctx.throw(match rquickjs::Exception::from_message(ctx.clone(), "the process is exiting") {
        Ok(exception) => exception.into_value(),
        Err(error) => return error,
    });
    let value = ctx.catch();
    // SAFETY: the value is alive, and an error object.
    unsafe { qjs::JS_SetUncatchableError(ctx.as_raw().as_ptr(), value.as_raw()) };
    ctx.throw(value);
    error
}

/// # Safety
/// `value` must be owned by the caller and belong to `ctx`.
unsafe fn owned<'js>(ctx: &Ctx<'js>, value: qjs::JSValue) -> Result<Value<'js>> {
    // SAFETY: passed on to the caller.
    let value = unsafe { Value::from_raw(ctx.clone(), value) };
    if value.is_exception() { Err(Error::Exception) } else { Ok(value) }
}

/// Tells objects apart while they are held.
pub(super) fn address(value: &Value<'_>) -> usize {
    // SAFETY: the pointer is only compared, never followed.
    unsafe { qjs::JS_VALUE_GET_PTR(value.as_raw()) as usize }
}

pub(super) fn is_proxy(value: &Value<'_>) -> bool {
    // SAFETY: only the value's class is looked at.
    unsafe { qjs::JS_IsProxy(value.as_raw()) }
}

/// Where on this thread's stack we are, roughly.
pub(super) fn stack_position() -> usize {
    let here = 0_u8;
    std::ptr::from_ref(&here) as usize
}

/// Whether it is what the engine throws when there is no memory left; that may be too little for an error.
pub(super) fn is_out_of_memory(error: &Value<'_>) -> bool {
    let text = |name| error.as_object().and_then(|error| error.get::<_, String>(name).ok());
    error.is_null()
        || (text("name").as_deref() == Some("InternalError")
            && text("message").is_none_or(|message| message.is_empty() || message == "out of memory"))
}

pub(super) fn class_of(value: &Value<'_>) -> qjs::JSClassID {
    // SAFETY: only the value's class is looked at.
    unsafe { qjs::JS_GetClassID(value.as_raw()) }
}

/// Takes a buffer's memory away, as a transfer does.
pub(crate) fn detach(buffer: &Value<'_>) {
    // SAFETY: the value is alive; the engine ignores what is no buffer.
    unsafe { qjs::JS_DetachArrayBuffer(buffer.ctx().as_raw().as_ptr(), buffer.as_raw()) };
}

/// Whether it is an object of no special class: a literal, or an instance of a script's class.
pub(super) fn is_plain(value: &Value<'_>) -> bool {
    const OBJECT: qjs::JSClassID = 1;
    // SAFETY: only the value's class is looked at; 1 is the engine's first class, for plain objects.
    unsafe { qjs::JS_GetClassID(value.as_raw()) == OBJECT }
}

/// A buffer's bytes; `None` when it was detached. Not to be held while JavaScript runs.
pub(super) fn buffer_bytes<'a>(buffer: &'a rquickjs::ArrayBuffer<'_>) -> Option<&'a [u8]> {
    // SAFETY: pointer and length come from the engine, the buffer is borrowed, and callers run no script meanwhile.
    buffer.as_raw().map(|raw| unsafe { &*raw.as_ptr() })
}

/// A string's code units.
pub(super) fn utf16_of(string: &rquickjs::String<'_>) -> Result<Vec<u16>> {
    let mut length = 0;
    let raw = string.ctx().as_raw().as_ptr();
    // SAFETY: the engine owns what it returns until it is freed, after the copy.
    unsafe {
        let units = qjs::JS_ToCStringLenUTF16(raw, &mut length, string.as_value().as_raw());
        if units.is_null() {
            return Err(Error::Exception);
        }
        let copy = std::slice::from_raw_parts(units, length as usize).to_vec();
        qjs::JS_FreeCStringUTF16(raw, units);
        Ok(copy)
    }
}

pub(super) fn string_from_utf16<'js>(ctx: &Ctx<'js>, units: &[u16]) -> Result<Value<'js>> {
    // SAFETY: the engine copies the units; the value is owned.
    unsafe { owned(ctx, qjs::JS_NewStringUTF16(ctx.as_raw().as_ptr(), units.as_ptr(), units.len() as _)) }
}

/// The engine's own version.
pub(crate) fn engine_version() -> String {
    // SAFETY: a constant, terminated string.
    let version = unsafe { std::ffi::CStr::from_ptr(qjs::JS_GetVersion()) };
    version.to_string_lossy().into_owned()
}

/// Bytes the engine has allocated, of these in use, and of these in array buffers. Walks the whole heap.
pub(crate) fn memory_usage(ctx: &Ctx<'_>) -> [f64; 3] {
    let mut usage = MaybeUninit::uninit();
    // SAFETY: the runtime is locked by `ctx`; the engine fills all of `usage`.
    let usage = unsafe {
        qjs::JS_ComputeMemoryUsage(qjs::JS_GetRuntime(ctx.as_raw().as_ptr()), usage.as_mut_ptr());
        usage.assume_init()
    };
    [usage.malloc_size as f64, usage.memory_used_size as f64, usage.binary_object_size as f64]
}
