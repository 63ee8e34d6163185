//! Messages between pages and the main process: decoded straight into the engine, and back.

use ipc::{Failure, FromPage, ToPage};
use rquickjs::{Ctx, Function, IntoJs, Null, Object, Result, Value, prelude::Func};

use super::native::host;
use crate::{
    host::{
        Command, Load,
        page::{self, Frame, PageId},
        window::WindowId,
    },
    runtime::{Json, clone, error_value},
};

pub(super) fn natives(native: &Object<'_>) -> Result<()> {
    native.set("post", Func::from(post))?;
    native.set("reply", Func::from(reply))?;
    native.set("fail", Func::from(fail))?;
    native.set("replySync", Func::from(reply_sync))?;
    native.set("failSync", Func::from(fail_sync))
}

/// A message as the shell reports it, with who sent it.
pub(super) struct Received {
    pub(super) page: PageId,
    pub(super) window: WindowId,
    pub(super) frame: Frame,
    pub(super) message: FromPage,
    /// Set where the page waits for the answer.
    pub(super) request: Option<u64>,
    /// Given back when the message was heard.
    pub(super) load: Load,
}

/// Calls `sink(page, window, frame, kind, id, channel, args)`.
pub(super) fn deliver<'js>(ctx: &Ctx<'js>, sink: &Function<'js>, received: Received) -> Result<()> {
    let Received { page, window, frame, message, request, load } = received;
    let frame = Json(serde_json::to_value(&frame).unwrap_or_default());
    let (kind, id, channel, args) = match message {
        FromPage::Send { channel, args } => ("send", 0, channel, decoded(ctx, &args)?),
        FromPage::Invoke { id, channel, args } => ("invoke", id, channel, decoded(ctx, &args)?),
        FromPage::SendSync { channel, args } => ("sync", request.unwrap_or(0), channel, decoded(ctx, &args)?),
        FromPage::Ready => ("ready", 0, String::new(), Null.into_js(ctx)?),
        FromPage::PreloadError { path, message, stack } => {
            ("preloadError", 0, path, vec![message, stack].into_js(ctx)?)
        }
        FromPage::Fault { message } => ("fault", 0, String::new(), vec![message].into_js(ctx)?),
    };
    let heard = sink.call((page, window, frame, kind, id as f64, channel, args));
    drop(load);
    heard
}

/// A message that is no clone becomes an error object instead of its arguments: the page is told, the loop goes on.
fn decoded<'js>(ctx: &Ctx<'js>, args: &[u8]) -> Result<Value<'js>> {
    match clone::decode(ctx, args) {
        Err(rquickjs::Error::Exception) => Ok(ctx.catch()),
        Err(_) => error_value(ctx, &ipc::Error::new(ipc::Code::BadMessage, "a message that cannot be read")),
        decoded => decoded,
    }
}

fn send(ctx: &Ctx<'_>, command: page::Command) -> Result<()> {
    host(ctx)?.handle(Command::Page(command), None);
    Ok(())
}

fn post<'js>(ctx: Ctx<'js>, id: PageId, channel: String, args: Value<'js>) -> Result<()> {
    let args = clone::encode(&ctx, args)?;
    send(&ctx, page::Command::Post { id, message: ToPage::Event { channel, args } })
}

fn reply<'js>(ctx: Ctx<'js>, id: PageId, call: f64, value: Value<'js>) -> Result<()> {
    let value = clone::encode(&ctx, value)?;
    send(&ctx, page::Command::Post { id, message: ToPage::Reply { id: call as u64, value } })
}

fn fail(ctx: Ctx<'_>, id: PageId, call: f64, error: Vec<String>) -> Result<()> {
    let message = ToPage::Failure { id: call as u64, error: failure(error) };
    send(&ctx, page::Command::Post { id, message })
}

fn reply_sync<'js>(ctx: Ctx<'js>, id: PageId, request: f64, value: Value<'js>) -> Result<()> {
    let value = clone::encode(&ctx, value)?;
    send(
        &ctx,
        page::Command::SyncReply { id, request: request as u64, message: ToPage::Reply { id: 0, value } },
    )
}

fn fail_sync(ctx: Ctx<'_>, id: PageId, request: f64, error: Vec<String>) -> Result<()> {
    let message = ToPage::Failure { id: 0, error: failure(error) };
    send(&ctx, page::Command::SyncReply { id, request: request as u64, message })
}

/// `[name, message, code, stack]`.
fn failure(texts: Vec<String>) -> Failure {
    let mut texts = texts.into_iter();
    let mut next = || texts.next().unwrap_or_default();
    Failure { name: next(), message: next(), code: next(), stack: next() }
}
