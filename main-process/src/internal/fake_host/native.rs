//! Only tests reach it: `kaon:test/host` is public to them alone.

use std::sync::Arc;

use ipc::{Code, Error, FromPage};
use rquickjs::{Ctx, Object, Result, Value, prelude::Func};

use crate::{
    host::{
        Event, Fake, Load,
        page::{self, Frame, PageId},
    },
    runtime::{Environment, Json, Throw, clone},
};

pub(super) fn native(_: &Ctx<'_>, native: &Object<'_>) -> Result<()> {
    native.set("commands", Func::from(commands))?;
    native.set("answer", Func::from(answer))?;
    native.set("emit", Func::from(emit))?;
    native.set("message", Func::from(message))
}

fn fake(ctx: &Ctx<'_>) -> Result<Arc<Fake>> {
    let fake = Environment::of(ctx).fake.clone();
    fake.ok_or_else(|| Error::new(Code::NotSupported, "there is no fake shell outside of tests")).throw(ctx)
}

fn commands(ctx: Ctx<'_>) -> Result<Json> {
    Ok(Json(fake(&ctx)?.take_commands().into()))
}

fn answer(ctx: Ctx<'_>, json: String) -> Result<()> {
    let answer = parsed(serde_json::from_str(&json)).throw(&ctx)?;
    fake(&ctx)?.answer_with(answer);
    Ok(())
}

fn emit(ctx: Ctx<'_>, json: String) -> Result<()> {
    let event: Event = parsed(serde_json::from_str(&json)).throw(&ctx)?;
    fake(&ctx)?.report(event);
    Ok(())
}

/// A message from a page: `kind` is `send`, `invoke` or `sync`; `call` is the invoke's id or the sync request's.
fn message<'js>(
    ctx: Ctx<'js>,
    page: PageId,
    kind: String,
    call: f64,
    channel: String,
    args: Value<'js>,
) -> Result<()> {
    let (id, window, args) = (page, page, clone::encode(&ctx, args)?);
    let frame = Frame { url: "file:///index.html".into(), is_main_frame: true };
    let event = match kind.as_str() {
        "send" => page::Event::Message {
            id,
            window,
            frame,
            message: FromPage::Send { channel, args },
            load: Load::default(),
        },
        "invoke" => page::Event::Message {
            id,
            window,
            frame,
            message: FromPage::Invoke { id: call as u64, channel, args },
            load: Load::default(),
        },
        _ => page::Event::SyncMessage {
            id,
            window,
            request: call as u64,
            frame,
            message: FromPage::SendSync { channel, args },
        },
    };
    fake(&ctx)?.report(Event::Page(event));
    Ok(())
}

fn parsed<T>(parsed: serde_json::Result<T>) -> ipc::Result<T> {
    parsed.map_err(|error| Error::new(Code::InvalidArgType, error.to_string()))
}
