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

/// Evaluates classic script text. Sloppy unless it says otherwise; `file` is what stacks and `import()` see.
pub(crate) fn evaluate<'js>(ctx: &Ctx<'js>, source: &str, file: &str) -> Result<Value<'js>> {
    let source = CString::new(source)?;
    let file = CString::new(file)?;
    let length = source.as_bytes().len();
    // SAFETY: both strings are terminated and outlive the call; the value is owned.
    unsafe {
        let raw = ctx.as_raw().as_ptr();
        owned(ctx, qjs::JS_Eval(raw, source.as_ptr(), length as _, file.as_ptr(), qjs::JS_EVAL_TYPE_GLOBAL as i32))
    }
}

/// Runs one promise job: false when there was none, an exception when it threw.
pub(crate) fn run_job(ctx: &Ctx<'_>) -> Result<bool> {
    let mut ran_in = MaybeUninit::uninit();
    // SAFETY: the runtime is locked by `ctx`; the engine fills `ran_in` and does not keep it.
    let outcome = unsafe {
        let runtime = qjs::JS_GetRuntime(ctx.as_raw().as_ptr());
        qjs::JS_ExecutePendingJob(runtime, ran_in.as_mut_ptr())
    };
    if outcome < 0 { Err(Error::Exception) } else { Ok(outcome > 0) }
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
