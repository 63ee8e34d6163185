//! Ports by number: their ends lie in this thread's table.

use super::broadcast;
use rquickjs::{Array, Ctx, Function, Object, Result, Value, prelude::Func};

use crate::runtime::{
    Callback, Message,
    port::{self, End, Received},
};

pub(super) fn native(_: &Ctx<'_>, native: &Object<'_>) -> Result<()> {
    native.set("pair", Func::from(pair))?;
    native.set("listen", Func::from(listen))?;
    native.set("start", Func::from(|id: u32| port::with_end(id, End::start).is_some()))?;
    native.set("stop", Func::from(|id: u32| port::with_end(id, End::stop).is_some()))?;
    native.set("setRef", Func::from(port::set_ref))?;
    native.set("post", Func::from(post))?;
    native.set("receive", Func::from(receive))?;
    native.set("join", Func::from(|name: String| broadcast::join(&name)))?;
    native.set("leave", Func::from(|name: String, id: u32| broadcast::leave(&name, id)))?;
    native.set("broadcast", Func::from(broadcast::send))?;
    native.set("close", Func::from(|id: u32| drop(port::release(id))))
}

fn pair() -> Vec<u32> {
    let (first, second) = End::pair();
    vec![port::hold(first), port::hold(second)]
}

/// `function()` is called once for each message after the port was started, and when the other end is gone.
fn listen<'js>(ctx: Ctx<'js>, id: u32, function: Function<'js>) {
    let callback = Callback::new(&ctx, function);
    callback.set_ref(false);
    port::listen(id, callback);
}

/// Sends a clone; `ports` go with it. False when the other end went into its own message.
fn post<'js>(ctx: Ctx<'js>, id: u32, value: Value<'js>, ports: Vec<u32>) -> Result<bool> {
    let message = Message::pack(&ctx, value, &ports)?;
    Ok(port::with_end(id, |end| end.post(message)).unwrap_or(true))
}

/// `[value]`, nothing, or null when the other end is gone. Unless `force`, a port that was not started gives nothing.
fn receive<'js>(ctx: Ctx<'js>, id: u32, force: bool) -> Result<Value<'js>> {
    let received = port::with_end(id, |end| {
        let waits = !force && !end.is_started();
        if waits && !end.is_empty() { Received::Nothing } else { end.take() }
    });
    match received {
        Some(Received::Message(message)) => {
            let value = message.unpack(&ctx)?;
            let found = Array::new(ctx)?;
            found.set(0, value)?;
            Ok(found.into_value())
        }
        Some(Received::Closed) => Ok(Value::new_null(ctx)),
        Some(Received::Nothing) | None => Ok(Value::new_undefined(ctx)),
    }
}
