//! Further global scopes in the same engine, for `vm`.
//!
//! A scope's global object is emptied; its prototype is an object that looks everything up in the sandbox first and among
//! the language's built-ins then. So unknown names are still a `ReferenceError`, and assignments reach the sandbox.
#![allow(unsafe_code)]

use std::{
    cell::Cell,
    ffi::{CStr, CString, c_int},
    ptr::NonNull,
    slice::from_raw_parts,
    time::Duration,
};

use rquickjs::{Ctx, Error, Function, Object, Result, Value, prelude::This, qjs};

use super::{deadline, natives, run_job};

thread_local! {
    static LOOKUP: Cell<qjs::JSClassID> = const { Cell::new(qjs::JS_INVALID_CLASS_ID) };
}

/// A global scope as scripts of ours use it.
pub(crate) struct Realm<'js> {
    pub(crate) global: Object<'js>,
    /// `evaluate.call(self, source, file, line, milliseconds, late, drain)` in that scope; `late` is called to throw, and with `drain` promise jobs run as part of it.
    pub(crate) evaluate: Function<'js>,
}

/// The scope that `ctx` is in.
pub(crate) fn here<'js>(ctx: &Ctx<'js>) -> Result<Realm<'js>> {
    // SAFETY: the function is owned, and keeps its context alive by itself.
    let function = unsafe {
        let kind = qjs::JSCFunctionEnum_JS_CFUNC_generic;
        let raw = qjs::JS_NewCFunction2(ctx.as_raw().as_ptr(), Some(evaluate), c"".as_ptr(), 8, kind, 0);
        Value::from_raw(ctx.clone(), raw)
    };
    let evaluate = function.into_function().ok_or(Error::Exception)?;
    Ok(Realm { global: ctx.globals(), evaluate })
}

/// Makes a scope with built-ins of its own.
pub(crate) fn create<'js>(ctx: &Ctx<'js>) -> Result<Realm<'js>> {
    // SAFETY: the context is the engine's; it lives on through the functions made in it when this reference is gone.
    unsafe {
        let made = NonNull::new(qjs::JS_NewContext(qjs::JS_GetRuntime(ctx.as_raw().as_ptr())))
            .ok_or(Error::Allocation)?;
        let inside = Ctx::from_raw(made);
        qjs::JS_FreeContext(made.as_ptr());
        here(&inside)
    }
}

/// A script of ours that runs in the scope of `realm` rather than here: it gets functions of that scope.
pub(crate) fn load<'js>(evaluate: &Function<'js>, id: String) -> Result<Function<'js>> {
    evaluate.call((This(Value::new_undefined(evaluate.ctx().clone())), id))
}

/// An object that answers from `sandbox`, and from `builtins` what is not there.
pub(crate) fn lookup<'js>(ctx: &Ctx<'js>, sandbox: Object<'js>, builtins: Object<'js>) -> Result<Value<'js>> {
    // SAFETY: the class is registered once with callbacks of this file. The sandbox is kept alive by a property of the
    // object, and the opaque pointer is read by those callbacks only.
    unsafe {
        let raw = ctx.as_raw().as_ptr();
        register(qjs::JS_GetRuntime(raw));
        let object = qjs::JS_NewObjectProtoClass(raw, builtins.as_raw(), LOOKUP.get());
        qjs::JS_SetOpaque(object, qjs::JS_VALUE_GET_PTR(sandbox.as_raw()));
        Ok(Value::from_raw(ctx.clone(), object))
    }
}

static METHODS: qjs::JSClassExoticMethods = qjs::JSClassExoticMethods {
    get_own_property: Some(get_own_property),
    get_own_property_names: None,
    delete_property: None,
    define_own_property: None,
    has_property: Some(has_property),
    get_property: None,
    set_property: Some(set_property),
};

unsafe fn register(runtime: *mut qjs::JSRuntime) {
    let mut id = LOOKUP.get();
    // SAFETY: the definition is copied, and the methods are static.
    unsafe {
        qjs::JS_NewClassID(runtime, &mut id);
        LOOKUP.set(id);
        if !qjs::JS_IsRegisteredClass(runtime, id) {
            let definition = qjs::JSClassDef {
                class_name: c"Object".as_ptr(),
                finalizer: None,
                gc_mark: None,
                call: None,
                exotic: (&raw const METHODS).cast_mut(),
            };
            qjs::JS_NewClass(runtime, id, &definition);
        }
    }
}

/// # Safety
/// `object` is one that [`lookup`] made.
unsafe fn sandbox_of(object: qjs::JSValueConst) -> Option<qjs::JSValueConst> {
    // SAFETY: as the caller promises.
    let pointer = unsafe { qjs::JS_GetOpaque(object, LOOKUP.get()) };
    (!pointer.is_null()).then(|| qjs::JS_MKPTR(qjs::JS_TAG_OBJECT, pointer))
}

unsafe extern "C" fn get_own_property(
    ctx: *mut qjs::JSContext,
    descriptor: *mut qjs::JSPropertyDescriptor,
    object: qjs::JSValueConst,
    name: qjs::JSAtom,
) -> c_int {
    // SAFETY: called by the engine with its own values; the descriptor takes the value over.
    unsafe {
        let Some(sandbox) = sandbox_of(object) else { return 0 };
        let found = qjs::JS_HasProperty(ctx, sandbox, name);
        if found <= 0 || descriptor.is_null() {
            return found;
        }
        let mut value = qjs::JS_GetProperty(ctx, sandbox, name);
        if qjs::JS_IsException(value) {
            return -1;
        }
        if qjs::JS_IsObject(value) && qjs::JS_VALUE_GET_PTR(value) == qjs::JS_VALUE_GET_PTR(sandbox) {
            // From inside, the sandbox is the global object.
            qjs::JS_FreeValue(ctx, value);
            let builtins = qjs::JS_GetPrototype(ctx, object);
            value = qjs::JS_GetPropertyStr(ctx, builtins, c"globalThis".as_ptr());
            qjs::JS_FreeValue(ctx, builtins);
        }
        let (getter, setter) = (qjs::JS_UNDEFINED, qjs::JS_UNDEFINED);
        *descriptor = qjs::JSPropertyDescriptor { flags: qjs::JS_PROP_C_W_E as c_int, value, getter, setter };
        1
    }
}

unsafe extern "C" fn has_property(
    ctx: *mut qjs::JSContext,
    object: qjs::JSValueConst,
    name: qjs::JSAtom,
) -> c_int {
    // SAFETY: called by the engine with its own values; the prototype is owned and freed.
    unsafe {
        let found = sandbox_of(object).map_or(0, |sandbox| qjs::JS_HasProperty(ctx, sandbox, name));
        if found != 0 {
            return found;
        }
        let builtins = qjs::JS_GetPrototype(ctx, object);
        let found = qjs::JS_HasProperty(ctx, builtins, name);
        qjs::JS_FreeValue(ctx, builtins);
        found
    }
}

unsafe extern "C" fn set_property(
    ctx: *mut qjs::JSContext,
    object: qjs::JSValueConst,
    name: qjs::JSAtom,
    value: qjs::JSValueConst,
    _receiver: qjs::JSValueConst,
    _flags: c_int,
) -> c_int {
    // SAFETY: called by the engine with its own values; `JS_SetProperty` takes over the reference made for it.
    unsafe {
        match sandbox_of(object) {
            Some(sandbox) if is_fixed(ctx, sandbox, name) => 0,
            Some(sandbox) => qjs::JS_SetProperty(ctx, sandbox, name, qjs::JS_DupValue(ctx, value)),
            None => 0,
        }
    }
}

/// Whether it is a read-only property, to which sloppy code may assign in vain.
///
/// # Safety
/// The context and the object are the engine's, and alive.
unsafe fn is_fixed(ctx: *mut qjs::JSContext, object: qjs::JSValueConst, name: qjs::JSAtom) -> bool {
    let mut found = std::mem::MaybeUninit::<qjs::JSPropertyDescriptor>::uninit();
    // SAFETY: as the caller promises; the engine fills the descriptor when it answers 1, with values that are ours then.
    unsafe {
        if qjs::JS_GetOwnProperty(ctx, found.as_mut_ptr(), object, name) != 1 {
            return false;
        }
        let found = found.assume_init();
        for value in [found.value, found.getter, found.setter] {
            qjs::JS_FreeValue(ctx, value);
        }
        found.flags & (qjs::JS_PROP_GETSET | qjs::JS_PROP_WRITABLE) as c_int == 0
    }
}

unsafe extern "C" fn evaluate(
    raw: *mut qjs::JSContext,
    this: qjs::JSValueConst,
    count: c_int,
    arguments: *mut qjs::JSValueConst,
) -> qjs::JSValue {
    let Some(context) = NonNull::new(raw) else { return qjs::JS_UNDEFINED };
    // SAFETY: called by the engine with its own values, which get references of their own.
    let (ctx, this, arguments) = unsafe {
        let ctx = Ctx::from_raw(context);
        let owned = |value: &qjs::JSValueConst| Value::from_raw(ctx.clone(), qjs::JS_DupValue(raw, *value));
        let list: Vec<Value> = from_raw_parts(arguments, count as usize).iter().map(owned).collect();
        let this = owned(&this);
        (ctx, this, list)
    };
    match run(&ctx, this, &arguments) {
        // SAFETY: the reference that the value gives up is the caller's now.
        Ok(value) => unsafe { qjs::JS_DupValue(raw, value.as_raw()) },
        Err(error) => {
            if !matches!(error, Error::Exception) {
                rquickjs::Exception::throw_message(&ctx, &error.to_string());
            }
            qjs::JS_EXCEPTION
        }
    }
}

fn run<'js>(ctx: &Ctx<'js>, this: Value<'js>, arguments: &[Value<'js>]) -> Result<Value<'js>> {
    if let [id] = arguments {
        return natives::compile(ctx.clone(), id.get()?).map(Function::into_value);
    }
    let [source, file, line, milliseconds, late, drain] = arguments else {
        return Err(Error::new_from_js("arguments", "a script"));
    };
    let source = CString::new(source.get::<String>()?)?;
    let file = CString::new(file.get::<String>()?)?;
    let (line, drain): (i32, bool) = (line.get()?, drain.get()?);
    let limit: Option<f64> = milliseconds.get()?;
    let limit = limit.map(|limit| Duration::from_secs_f64(limit / 1000.0));
    let (outcome, was_late) = deadline::within(limit, || {
        let value = evaluate_as(ctx, &this, &source, &file, line)?;
        while drain && run_job(ctx)? {}
        Ok(value)
    });
    match outcome {
        Err(Error::Exception) if was_late => {
            drop(ctx.catch());
            // Throws what a script can catch.
            late.get::<Function>()?.call(())
        }
        outcome => outcome,
    }
}

fn evaluate_as<'js>(
    ctx: &Ctx<'js>,
    this: &Value<'js>,
    source: &CStr,
    file: &CStr,
    line: i32,
) -> Result<Value<'js>> {
    let mut options = qjs::JSEvalOptions {
        version: qjs::JS_EVAL_OPTIONS_VERSION as c_int,
        eval_flags: qjs::JS_EVAL_TYPE_GLOBAL as c_int,
        filename: file.as_ptr(),
        line_num: line,
    };
    let length = source.to_bytes().len();
    // SAFETY: both strings are terminated and outlive the call; the value is owned.
    let value = unsafe {
        let raw = ctx.as_raw().as_ptr();
        let made = qjs::JS_EvalThis2(raw, this.as_raw(), source.as_ptr(), length as _, &mut options);
        Value::from_raw(ctx.clone(), made)
    };
    if value.is_exception() { Err(Error::Exception) } else { Ok(value) }
}

/// Compiles only: throws what is wrong with the text.
pub(crate) fn check(ctx: &Ctx<'_>, source: &str, file: &str, line: i32) -> Result<()> {
    let source = CString::new(source)?;
    let file = CString::new(file)?;
    let length = source.as_bytes().len();
    let mut options = qjs::JSEvalOptions {
        version: qjs::JS_EVAL_OPTIONS_VERSION as c_int,
        eval_flags: qjs::JS_EVAL_FLAG_COMPILE_ONLY as c_int,
        filename: file.as_ptr(),
        line_num: line,
    };
    // SAFETY: both strings are terminated and outlive the call; the value is owned.
    let compiled = unsafe {
        let raw = ctx.as_raw().as_ptr();
        Value::from_raw(ctx.clone(), qjs::JS_Eval2(raw, source.as_ptr(), length as _, &mut options))
    };
    if compiled.is_exception() { Err(Error::Exception) } else { Ok(()) }
}
