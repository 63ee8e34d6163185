//! The async context: one value, the frame, that follows a program through its callbacks, timers and promises.
//!
//! What a script queues itself (ticks, timers) it can queue together with the frame; natives' callbacks keep theirs. Promise
//! jobs are the engine's, which knows no frames, so that each is preceded in the queue by a marker that says what it runs in.
//! A marker is a reaction to the same promise, registered right before the one it speaks for: every `await` and `then`
//! first reads the promise's `constructor`, which is an accessor here from the first use on. Until then all this costs
//! nothing.
#![allow(unsafe_code)]

use std::{
    cell::{Cell, RefCell},
    ffi::c_int,
    ptr::NonNull,
    slice::from_raw_parts,
};

use rquickjs::{
    Ctx, Function, Object, Persistent, Result, Value,
    object::{Accessor, Property},
    prelude::This,
    qjs,
};

use super::{Loop, raw::address};

/// `None` is the frame that everything starts in.
pub(crate) type Frame = Option<Persistent<Value<'static>>>;

type Listener = RefCell<Option<Persistent<Function<'static>>>>;

/// What the scripts give on the first use.
struct Kit {
    promise: Persistent<Value<'static>>,
    /// Under this a promise keeps the frame it was made in.
    made_in: Persistent<Value<'static>>,
    /// Under this one that waits for a thenable does.
    waits_in: Persistent<Value<'static>>,
}

#[derive(Default)]
pub(crate) struct AsyncContext {
    frame: RefCell<Frame>,
    /// What the last marker said about the job after it.
    next: RefCell<Frame>,
    kit: RefCell<Option<Kit>>,
    /// Told of every promise while somebody listens to such things.
    init: Listener,
    around: Listener,
    /// The last marker, which the next one in the same frame uses again.
    marker: RefCell<Option<(usize, Persistent<Value<'static>>)>>,
    /// A promise that belongs to a marker is being made or settled.
    marking: Cell<bool>,
    newest: Cell<usize>,
    active: Cell<bool>,
}

impl AsyncContext {
    pub(crate) fn current(&self) -> Frame {
        if self.active.get() { self.frame.borrow().clone() } else { None }
    }

    /// Makes `frame` the current one and returns the one before.
    pub(crate) fn enter(&self, frame: Frame) -> Frame {
        if self.active.get() { self.frame.replace(frame) } else { None }
    }

    /// To be called before each promise job; returns the frame to go back to afterwards.
    pub(super) fn begin_job(&self) -> Frame {
        if !self.active.get() {
            return None;
        }
        self.marking.set(false);
        self.frame.replace(self.next.take())
    }

    pub(crate) fn listen(
        &self,
        init: Option<Persistent<Function<'static>>>,
        around: Option<Persistent<Function<'static>>>,
    ) {
        self.init.replace(init);
        self.around.replace(around);
    }

    /// Tells who listens that a job or a native's callback begins or ends, or that a promise is fulfilled.
    pub(super) fn tell<'js>(&self, ctx: &Ctx<'js>, moment: &str, promise: Option<Value<'js>>) -> Result<()> {
        let around = self.around.borrow().clone();
        around.map_or(Ok(()), |around| around.restore(ctx)?.call((moment, promise)))
    }

    /// The frame for what starts now: who listens gives it an id. Without a promise and a parent it is a native's callback.
    fn start<'js>(
        &self,
        ctx: &Ctx<'js>,
        promise: Option<Value<'js>>,
        parent: Option<Value<'js>>,
    ) -> Result<Frame> {
        let init = self.init.borrow().clone();
        match init {
            Some(init) => Ok(frame_of(ctx, init.restore(ctx)?.call((promise, parent))?)),
            None => Ok(self.current()),
        }
    }

    /// The frame that a native's callback keeps.
    pub(super) fn registered(&self, ctx: &Ctx<'_>) -> Frame {
        self.start(ctx, None, None).unwrap_or_default()
    }

    /// Lets go of all that belongs to the engine.
    pub(super) fn clear(&self) {
        self.active.set(false);
        for frame in [&self.frame, &self.next] {
            frame.take();
        }
        self.kit.take();
        self.marker.take();
        self.listen(None, None);
    }

    /// Starts to follow promises. `names` are two symbols that promises keep their frames under.
    pub(crate) fn activate<'js>(&self, ctx: &Ctx<'js>, names: [Value<'js>; 2]) -> Result<()> {
        let promise: Object = ctx.globals().get("Promise")?;
        let prototype: Object = promise.get("prototype")?;
        let [made_in, waits_in] = names.map(|name| Persistent::save(ctx, name));
        let kit = Kit { promise: Persistent::save(ctx, promise.into_value()), made_in, waits_in };
        *self.kit.borrow_mut() = Some(kit);
        self.active.set(true);
        prototype.prop("constructor", Accessor::new(constructor, set_constructor).configurable())?;
        // SAFETY: the hook is a function of this program, and uses nothing but its arguments.
        unsafe {
            let runtime = qjs::JS_GetRuntime(ctx.as_raw().as_ptr());
            qjs::JS_SetPromiseHook(runtime, Some(promise_hook), std::ptr::null_mut());
        }
        Ok(())
    }

    fn kit<'js>(&self, ctx: &Ctx<'js>, part: fn(&Kit) -> &Persistent<Value<'static>>) -> Option<Value<'js>> {
        self.kit.borrow().as_ref().and_then(|kit| part(kit).clone().restore(ctx).ok())
    }

    /// Puts a marker before what is next to be registered on this promise.
    fn mark<'js>(&self, ctx: &Ctx<'js>, promise: &Value<'js>, frame: Frame) -> Result<()> {
        let frame = value_of(ctx, frame)?;
        let known = self.marker.borrow().clone().filter(|(of, _)| *of == key(&frame));
        let marker = match known {
            Some((_, marker)) => marker.restore(ctx)?,
            None => {
                let marker = marker_function(ctx, &frame)?;
                *self.marker.borrow_mut() = Some((key(&frame), Persistent::save(ctx, marker.clone())));
                marker
            }
        };
        let before = self.marking.replace(true);
        // SAFETY: all values are alive; the derived promise is of no use to anybody.
        unsafe {
            let raw = ctx.as_raw().as_ptr();
            let derived = qjs::JS_PromiseThen(raw, promise.as_raw(), marker.as_raw(), marker.as_raw());
            qjs::JS_FreeValue(raw, derived);
        }
        self.marking.set(before);
        Ok(())
    }

    fn made<'js>(&self, ctx: &Ctx<'js>, promise: Value<'js>, parent: Value<'js>) -> Result<()> {
        self.newest.set(address(&promise));
        if self.init.borrow().is_some() {
            let frame = self.start(ctx, Some(promise.clone()), Some(parent.clone()))?;
            if !parent.is_undefined() {
                return self.mark(ctx, &parent, frame);
            }
        }
        let Some(frame) = self.current() else { return Ok(()) };
        match (promise.into_object(), self.kit(ctx, |kit| &kit.made_in)) {
            (Some(promise), Some(name)) => promise.prop(name, Property::from(frame.restore(ctx)?).writable()),
            _ => Ok(()),
        }
    }

    /// The promise was resolved with a thenable, whose `then` is about to be called.
    fn adopting<'js>(&self, ctx: &Ctx<'js>, promise: Value<'js>) -> Result<()> {
        let (Some(promise), Some(name)) = (promise.into_object(), self.kit(ctx, |kit| &kit.made_in)) else {
            return Ok(());
        };
        let frame: Value = promise.get(name)?;
        self.enter(frame_of(ctx, frame.clone()));
        match self.kit(ctx, |kit| &kit.waits_in) {
            Some(name) if !frame.is_undefined() => promise.prop(name, Property::from(frame)),
            _ => Ok(()),
        }
    }

    /// An `await` of what is no promise makes one that is fulfilled at once or by a thenable, and reads no `constructor`.
    fn fulfilled<'js>(&self, ctx: &Ctx<'js>, promise: Value<'js>) -> Result<()> {
        self.tell(ctx, "promiseResolve", Some(promise.clone()))?;
        if self.newest.replace(0) == address(&promise) {
            enqueue_marker(ctx, &value_of(ctx, self.current())?);
            return Ok(());
        }
        if let (Some(promise), Some(name)) = (promise.into_object(), self.kit(ctx, |kit| &kit.waits_in)) {
            let frame: Value = promise.get(name)?;
            if !frame.is_undefined() {
                enqueue_marker(ctx, &frame);
            }
        }
        Ok(())
    }
}

pub(crate) fn value_of<'js>(ctx: &Ctx<'js>, frame: Frame) -> Result<Value<'js>> {
    frame.map_or_else(|| Ok(Value::new_undefined(ctx.clone())), |frame| frame.restore(ctx))
}

pub(crate) fn frame_of<'js>(ctx: &Ctx<'js>, value: Value<'js>) -> Frame {
    (!value.is_undefined()).then(|| Persistent::save(ctx, value))
}

fn key(frame: &Value<'_>) -> usize {
    if frame.is_object() { address(frame) } else { 0 }
}

fn constructor<'js>(ctx: Ctx<'js>, this: This<Value<'js>>) -> Result<Value<'js>> {
    let state = Loop::of(&ctx);
    let context = &state.context;
    if this.0.is_promise() {
        let frame = context.start(&ctx, None, Some(this.0.clone()))?;
        context.mark(&ctx, &this.0, frame)?;
    }
    Ok(context.kit(&ctx, |kit| &kit.promise).unwrap_or_else(|| Value::new_undefined(ctx.clone())))
}

/// Assigning makes a property of it, as it would without us.
fn set_constructor<'js>(this: This<Object<'js>>, value: Value<'js>) -> Result<()> {
    this.0.prop("constructor", Property::from(value).writable().enumerable().configurable())
}

fn marker_function<'js>(ctx: &Ctx<'js>, frame: &Value<'js>) -> Result<Value<'js>> {
    let mut data = [frame.as_raw()];
    // SAFETY: the engine keeps a reference of its own to the data; the value is owned.
    unsafe {
        let raw = ctx.as_raw().as_ptr();
        let function = qjs::JS_NewCFunctionData(raw, Some(say), 0, 0, 1, data.as_mut_ptr());
        if qjs::JS_IsException(function) {
            return Err(rquickjs::Error::Exception);
        }
        Ok(Value::from_raw(ctx.clone(), function))
    }
}

fn enqueue_marker(ctx: &Ctx<'_>, frame: &Value<'_>) {
    let mut arguments = [frame.as_raw()];
    // SAFETY: the engine keeps a reference of its own to the argument.
    unsafe { qjs::JS_EnqueueJob(ctx.as_raw().as_ptr(), Some(say_as_job), 1, arguments.as_mut_ptr()) };
}

/// # Safety
/// `raw` is the engine's context and `frame` one of its values.
unsafe fn announce(raw: *mut qjs::JSContext, frame: qjs::JSValueConst) -> qjs::JSValue {
    if let Some(raw) = NonNull::new(raw) {
        // SAFETY: as the caller promises; the value gets a reference of its own.
        let (ctx, frame) = unsafe {
            let ctx = Ctx::from_raw(raw);
            let frame = Value::from_raw(ctx.clone(), qjs::JS_DupValue(raw.as_ptr(), frame));
            (ctx, frame)
        };
        let state = Loop::of(&ctx);
        state.context.next.replace(frame_of(&ctx, frame));
        state.context.marking.set(true);
    }
    qjs::JS_UNDEFINED
}

unsafe extern "C" fn say(
    ctx: *mut qjs::JSContext,
    _this: qjs::JSValueConst,
    _count: c_int,
    _arguments: *mut qjs::JSValueConst,
    _magic: c_int,
    data: *mut qjs::JSValueConst,
) -> qjs::JSValue {
    // SAFETY: called by the engine with the data that `marker_function` gave it.
    unsafe { announce(ctx, *data) }
}

unsafe extern "C" fn say_as_job(
    ctx: *mut qjs::JSContext,
    count: c_int,
    arguments: *mut qjs::JSValueConst,
) -> qjs::JSValue {
    // SAFETY: called by the engine with the argument that `enqueue_marker` gave it.
    unsafe { announce(ctx, from_raw_parts(arguments, count as usize)[0]) }
}

unsafe extern "C" fn promise_hook(
    ctx: *mut qjs::JSContext,
    kind: qjs::JSPromiseHookType,
    promise: qjs::JSValueConst,
    parent: qjs::JSValueConst,
    _opaque: *mut std::ffi::c_void,
) {
    let Some(raw) = NonNull::new(ctx) else { return };
    // SAFETY: the engine calls this with its own context and values, which get references of their own.
    let (ctx, promise, parent) = unsafe {
        let ctx = Ctx::from_raw(raw);
        let owned = |value| Value::from_raw(ctx.clone(), qjs::JS_DupValue(raw.as_ptr(), value));
        let values = (owned(promise), owned(parent));
        (ctx, values.0, values.1)
    };
    let state = Loop::of(&ctx);
    let context = &state.context;
    if context.marking.get() {
        return;
    }
    let outcome = match kind {
        qjs::JSPromiseHookType_JS_PROMISE_HOOK_INIT => context.made(&ctx, promise, parent),
        qjs::JSPromiseHookType_JS_PROMISE_HOOK_BEFORE => context.adopting(&ctx, promise),
        qjs::JSPromiseHookType_JS_PROMISE_HOOK_RESOLVE => context.fulfilled(&ctx, promise),
        _ => Ok(()),
    };
    if outcome.is_err() {
        // The hook cannot throw into the engine, which is in the middle of something else.
        ctx.catch();
    }
}
