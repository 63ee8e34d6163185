//! Sleeping and waking at places in shared memory.
#![allow(unsafe_code)]

use std::{
    cell::RefCell,
    collections::HashMap,
    sync::atomic::{AtomicI32, AtomicI64, Ordering},
    time::{Duration, Instant},
};

use rquickjs::{Ctx, Exception, Function, Object, Result, Value, prelude::Func, qjs};

use crate::runtime::{
    Callback, Loop,
    waiters::{self, Turn, Woken},
};

thread_local! {
    /// Those of this thread who wait without sleeping.
    static TURNS: RefCell<HashMap<u32, (Turn, Callback)>> = RefCell::default();
}

pub(super) fn native(_: &Ctx<'_>, native: &Object<'_>) -> Result<()> {
    native.set("wait", Func::from(wait))?;
    native.set("enqueue", Func::from(enqueue))?;
    native.set("leave", Func::from(|id: u32| TURNS.with_borrow_mut(|turns| turns.remove(&id)).is_some()))?;
    native.set("notify", Func::from(notify))
}

/// A place that the engine has checked: a cell of an Int32Array, or of a BigInt64Array, that is not detached.
#[derive(Clone, Copy)]
struct Place {
    address: usize,
    wide: bool,
}

impl Place {
    fn new(ctx: &Ctx<'_>, buffer: &Value<'_>, offset: f64, wide: bool) -> Result<Self> {
        let mut length = 0;
        // SAFETY: the value is alive; what is no buffer gives no bytes.
        let bytes = unsafe { qjs::JS_GetArrayBuffer(ctx.as_raw().as_ptr(), &mut length, buffer.as_raw()) };
        let width = if wide { 8 } else { 4 };
        let address = bytes as usize + offset as usize;
        if bytes.is_null() || offset as usize + width > length as usize || !address.is_multiple_of(width) {
            return Err(Exception::throw_range(ctx, "out-of-bound access"));
        }
        Ok(Self { address, wide })
    }

    /// Only while the buffer is held.
    fn holds(self, expected: i64) -> bool {
        // SAFETY: the cell lies in a live buffer and is aligned; everybody uses it atomically.
        unsafe {
            if self.wide {
                (*(self.address as *const AtomicI64)).load(Ordering::SeqCst) == expected
            } else {
                i64::from((*(self.address as *const AtomicI32)).load(Ordering::SeqCst)) == expected
            }
        }
    }
}

fn number(ctx: &Ctx<'_>, text: &str) -> Result<i64> {
    text.parse().map_err(|_| Exception::throw_type(ctx, "not an integer"))
}

/// The same words as `Atomics.wait` has. A negative `timeout` stands for none.
fn wait<'js>(
    ctx: Ctx<'js>,
    buffer: Value<'js>,
    offset: f64,
    wide: bool,
    expected: String,
    timeout: f64,
) -> Result<&'static str> {
    let place = Place::new(&ctx, &buffer, offset, wide)?;
    let expected = number(&ctx, &expected)?;
    let limit =
        (timeout >= 0.0).then(|| Duration::try_from_secs_f64(timeout / 1000.0).unwrap_or(Duration::MAX));
    let deadline = limit.and_then(|limit| Instant::now().checked_add(limit));
    let control = &Loop::of(&ctx).control;
    match waiters::wait(control, place.address, || place.holds(expected), deadline) {
        Woken::Notified => Ok("ok"),
        Woken::NotEqual => Ok("not-equal"),
        // The interrupt that follows ends the script.
        Woken::TimedOut | Woken::Stopped => Ok("timed-out"),
    }
}

/// Waits without sleeping; false when the cell has changed already.
fn enqueue<'js>(
    ctx: Ctx<'js>,
    buffer: Value<'js>,
    offset: f64,
    wide: bool,
    expected: String,
    id: u32,
    woken: Function<'js>,
) -> Result<bool> {
    let place = Place::new(&ctx, &buffer, offset, wide)?;
    let expected = number(&ctx, &expected)?;
    let callback = Callback::new(&ctx, woken);
    callback.set_ref(false);
    let Some(turn) = waiters::enqueue(place.address, || place.holds(expected), callback.remote()) else {
        return Ok(false);
    };
    TURNS.with_borrow_mut(|turns| turns.insert(id, (turn, callback)));
    Ok(true)
}

fn notify<'js>(ctx: Ctx<'js>, buffer: Value<'js>, offset: f64, wide: bool, most: f64) -> Result<f64> {
    let place = Place::new(&ctx, &buffer, offset, wide)?;
    let most = if most.is_finite() { most as usize } else { usize::MAX };
    Ok(waiters::notify(place.address, most) as f64)
}
