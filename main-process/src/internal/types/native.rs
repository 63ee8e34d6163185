//! What the engine knows of a value and no script can find out.
#![allow(unsafe_code)]

use rquickjs::{Ctx, Object, Result, Value, prelude::Func, qjs};

pub(super) fn native(_: &Ctx<'_>, native: &Object<'_>) -> Result<()> {
    native.set("classId", Func::from(class_id))?;
    native.set("isProxy", Func::from(is_proxy))?;
    native.set("proxyDetails", Func::from(proxy_details))?;
    native.set("promiseDetails", Func::from(promise_details))
}

/// The engine's number for the class of an object, 0 for what is no object. Equal for objects of one kind.
fn class_id(value: Value<'_>) -> u32 {
    // SAFETY: the value is alive; the call only reads it.
    unsafe { qjs::JS_GetClassID(value.as_raw()) }
}

fn is_proxy(value: Value<'_>) -> bool {
    // SAFETY: the value is alive; the call only reads it.
    unsafe { qjs::JS_IsProxy(value.as_raw()) }
}

/// `[target, handler]` of a proxy, both null when it was revoked; nothing for any other value.
fn proxy_details<'js>(ctx: Ctx<'js>, value: Value<'js>) -> Option<Vec<Value<'js>>> {
    if !is_proxy(value.clone()) {
        return None;
    }
    // SAFETY: the value is a live proxy of this context, and both calls return values that we own.
    let (target, handler) = unsafe {
        let raw = ctx.as_raw().as_ptr();
        (
            Value::from_raw(ctx.clone(), qjs::JS_GetProxyTarget(raw, value.as_raw())),
            Value::from_raw(ctx.clone(), qjs::JS_GetProxyHandler(raw, value.as_raw())),
        )
    };
    // A revoked proxy answers with a pending exception.
    ctx.catch();
    let revoked = !target.is_object();
    let null = || Value::new_null(ctx.clone());
    Some(if revoked { vec![null(), null()] } else { vec![target, handler] })
}

/// `[state, result]` of a promise: 0 pending, 1 fulfilled, 2 rejected; nothing for any other value.
fn promise_details<'js>(ctx: Ctx<'js>, value: Value<'js>) -> Option<Vec<Value<'js>>> {
    // SAFETY: the value is alive and of this context; the result is a value that we own.
    let (state, result) = unsafe {
        if !qjs::JS_IsPromise(value.as_raw()) {
            return None;
        }
        let raw = ctx.as_raw().as_ptr();
        let result = Value::from_raw(ctx.clone(), qjs::JS_PromiseResult(raw, value.as_raw()));
        (qjs::JS_PromiseState(raw, value.as_raw()), result)
    };
    let number = match state {
        qjs::JSPromiseStateEnum_JS_PROMISE_FULFILLED => 1,
        qjs::JSPromiseStateEnum_JS_PROMISE_REJECTED => 2,
        _ => 0,
    };
    Some(vec![Value::new_int(ctx, number), result])
}
