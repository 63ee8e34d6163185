//! Commands to the shell and events from it, on their way between JavaScript and the port.

use std::sync::mpsc;

use ipc::{Code, Error};
use rquickjs::{Ctx, Function, IntoJs, Object, Result, Value, prelude::Func};

use super::messages::{self, Received};
use crate::{
    host::{Answer, Command, Event, Load, SharedHost, page},
    runtime::{Bytes, Callback, Environment, Json, Once, Throw},
};

pub(super) fn native(ctx: &Ctx<'_>, native: &Object<'_>) -> Result<()> {
    native.set("present", Environment::of(ctx).host.is_some())?;
    native.set("tell", Func::from(tell))?;
    native.set("ask", Func::from(ask))?;
    native.set("askSync", Func::from(ask_sync))?;
    native.set("listen", Func::from(listen))?;
    messages::natives(native)
}

pub(super) fn host(ctx: &Ctx<'_>) -> Result<SharedHost> {
    let host = Environment::of(ctx).host.clone();
    host.ok_or_else(|| Error::new(Code::NotSupported, "Kaon was started without a shell, which windows need"))
        .throw(ctx)
}

/// A command as JavaScript wrote it; what does not fit the port is a mistake of ours, named in full.
fn command(ctx: &Ctx<'_>, json: &str) -> Result<Command> {
    let parsed = serde_json::from_str(json);
    parsed
        .map_err(|error| {
            Error::new(Code::InvalidArgType, format!("the shell has no such command: {error}: {json}"))
        })
        .throw(ctx)
}

fn tell(ctx: Ctx<'_>, json: String) -> Result<()> {
    host(&ctx)?.handle(command(&ctx, &json)?, None);
    Ok(())
}

fn ask<'js>(ctx: Ctx<'js>, json: String, done: Function<'js>) -> Result<()> {
    let command = command(&ctx, &json)?;
    let host = host(&ctx)?;
    let once = Once::new(&ctx, done);
    host.handle(command, Some(Box::new(|answer| once.finish(answer.map(Answered)))));
    Ok(())
}

/// Waits for the answer. The shell never waits for the main process, so this ends.
fn ask_sync(ctx: Ctx<'_>, json: String) -> Result<Answered> {
    let command = command(&ctx, &json)?;
    let (sender, receiver) = mpsc::sync_channel(1);
    // The receiver is there until the answer came.
    host(&ctx)?.handle(command, Some(Box::new(move |answer| drop(sender.send(answer)))));
    let answer = receiver.recv().unwrap_or_else(|_| Err(Error::new(Code::Io, "the shell is gone")));
    answer.map(Answered).throw(&ctx)
}

struct Answered(Answer);

impl<'js> IntoJs<'js> for Answered {
    fn into_js(self, ctx: &Ctx<'js>) -> Result<Value<'js>> {
        match self.0 {
            Answer::Json(value) => Json(value).into_js(ctx),
            Answer::Bytes(bytes) => Bytes(bytes).into_js(ctx),
        }
    }
}

/// Calls `sink(event)` for every event from now on and `heard(…)` for every page message (see [`messages::deliver`]);
/// each is one macrotask. Returns how to let the process end: `reference(flag)`.
fn listen<'js>(ctx: Ctx<'js>, sink: Function<'js>, heard: Function<'js>) -> Result<Function<'js>> {
    let sink = Callback::new(&ctx, sink);
    let heard = Callback::new(&ctx, heard);
    sink.set_ref(false);
    heard.set_ref(false);
    let events = Environment::of(&ctx).events.borrow_mut().take();
    if let Some(mut events) = events {
        let (sink, heard) = (sink.remote(), heard.remote());
        tokio::task::spawn_local(async move {
            while let Some(event) = events.recv().await {
                match received(event) {
                    Ok(message) => heard.call_with(move |ctx, heard| messages::deliver(ctx, &heard, message)),
                    Err(event) => sink.call_with(move |_, sink| sink.call((as_json(&event),))),
                }
            }
        });
    }
    Function::new(ctx, move |flag: bool| {
        // Both live as long as this function, which the script keeps.
        heard.set_ref(false);
        sink.set_ref(flag);
    })
}

fn received(event: Event) -> std::result::Result<Received, Box<Event>> {
    match event {
        Event::Page(page::Event::Message { id, window, frame, message, load }) => {
            Ok(Received { page: id, window, frame, message, request: None, load })
        }
        Event::Page(page::Event::SyncMessage { id, window, request, frame, message }) => {
            Ok(Received { page: id, window, frame, message, request: Some(request), load: Load::default() })
        }
        event => Err(Box::new(event)),
    }
}

fn as_json(event: &Event) -> Json {
    Json(serde_json::to_value(event).unwrap_or_default())
}
