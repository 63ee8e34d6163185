//! Native state that a script holds on to; freed when the script lets go of it.
#![allow(unsafe_code)]

use rquickjs::{
    Class, Ctx, JsLifetime, Object, Result,
    class::{JsClass, Trace, Tracer, Writable},
    function::Constructor,
};

/// Any state as an object without properties.
pub(super) struct Held<T: 'static>(pub(super) T);

/// What a native function takes to get at its state.
pub(super) type Handle<'js, T> = Class<'js, Held<T>>;

impl<T: 'static> Held<T> {
    pub(super) fn new<'js>(ctx: &Ctx<'js>, value: T) -> Result<Handle<'js, T>> {
        Class::instance(ctx.clone(), Self(value))
    }
}

// SAFETY: `T` is 'static, so that the type holds nothing of an engine.
unsafe impl<'js, T: 'static> JsLifetime<'js> for Held<T> {
    type Changed<'to> = Self;
}

impl<'js, T: 'static> Trace<'js> for Held<T> {
    fn trace<'a>(&self, _: Tracer<'a, 'js>) {}
}

impl<'js, T: 'static> JsClass<'js> for Held<T> {
    const NAME: &'static str = "Held";
    type Mutable = Writable;

    fn prototype(_: &Ctx<'js>) -> Result<Option<Object<'js>>> {
        Ok(None)
    }

    fn constructor(_: &Ctx<'js>) -> Result<Option<Constructor<'js>>> {
        Ok(None)
    }
}
