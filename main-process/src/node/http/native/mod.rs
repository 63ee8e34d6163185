//! The Rust half: parsers of connections, and what is done to texts of fields.

mod connection;
pub(crate) mod framing;
mod text;

use std::{cell::RefCell, collections::HashMap, rc::Rc};

use rquickjs::{Array, Ctx, Function, Object, Persistent, Result, TypedArray, prelude::Func};

use crate::runtime::{Loop, bytes_of};
use connection::Connection;
use framing::{Kind, METHODS, Parser, Settings};

/// All parsers of one engine, and the scripts' functions that hear of what they find.
#[derive(Default)]
struct Parsers {
    open: RefCell<HashMap<u32, Rc<Connection>>>,
    hooks: RefCell<Option<Rc<Hooks>>>,
}

struct Hooks {
    request: Persistent<Function<'static>>,
    response: Persistent<Function<'static>>,
    body: Persistent<Function<'static>>,
    trailers: Persistent<Function<'static>>,
    complete: Persistent<Function<'static>>,
    upgraded: Persistent<Function<'static>>,
    fault: Persistent<Function<'static>>,
}

pub(super) fn native(_: &Ctx<'_>, native: &Object<'_>) -> Result<()> {
    fill(native)
}

fn fill<'js>(native: &Object<'js>) -> Result<()> {
    let ctx = native.ctx();
    let parsers = Rc::new(Parsers::default());
    native.set("methods", METHODS.to_vec())?;
    native.set("isToken", Func::from(text::is_token))?;
    native.set("isValue", Func::from(text::is_value))?;
    native.set("fields", Func::from(text::fields))?;
    native.set("isAscii", Func::from(text::is_ascii))?;
    native.set("byteLength", Func::from(text::byte_length))?;
    let of = parsers.clone();
    let listen = move |ctx: Ctx<'js>, hooks: Object<'js>| of.listen(&ctx, &hooks);
    native.set("listen", Function::new(ctx.clone(), listen)?)?;
    let of = parsers.clone();
    let open = move |owner: Object<'js>, response, lenient, limit| of.open(owner, response, lenient, limit);
    native.set("open", Function::new(ctx.clone(), open)?)?;
    let of = parsers.clone();
    let close = move |ctx: Ctx<'js>, id| of.close(&ctx, id);
    native.set("close", Function::new(ctx.clone(), close)?)?;
    let of = parsers.clone();
    let execute = move |ctx: Ctx<'js>, id, bytes: TypedArray<'js, u8>| of.execute(&ctx, id, &bytes);
    native.set("execute", Function::new(ctx.clone(), execute)?)?;
    let of = parsers.clone();
    let finish = move |ctx: Ctx<'js>, id| of.finish(ctx, id);
    native.set("finish", Function::new(ctx.clone(), finish)?)?;
    native.set("progress", Function::new(ctx.clone(), move |id: u32| parsers.progress(id))?)
}

impl Parsers {
    fn listen<'js>(&self, ctx: &Ctx<'js>, hooks: &Object<'js>) -> Result<()> {
        let hook = |name: &str| {
            Ok::<_, rquickjs::Error>(Persistent::save(ctx, hooks.get::<_, Function<'js>>(name)?))
        };
        let hooks = Hooks {
            request: hook("request")?,
            response: hook("response")?,
            body: hook("body")?,
            trailers: hook("trailers")?,
            complete: hook("complete")?,
            upgraded: hook("upgraded")?,
            fault: hook("fault")?,
        };
        self.hooks.replace(Some(Rc::new(hooks)));
        Ok(())
    }

    /// A parser is a sink for the bytes of its connection's handle: they share a number.
    fn open(&self, owner: Object<'_>, response: bool, lenient: bool, limit: f64) -> Option<u32> {
        let hooks = self.hooks.borrow().clone()?;
        let ctx = owner.ctx().clone();
        let kind = if response { Kind::Response } else { Kind::Request };
        let parser = Parser::new(Settings { kind, head_limit: limit as usize, lenient });
        let connection = Rc::new(Connection::new(kind, parser, hooks, Persistent::save(&ctx, owner)));
        let id = Loop::of(&ctx).add_sink(connection.clone());
        self.open.borrow_mut().insert(id, connection);
        Some(id)
    }

    fn close(&self, ctx: &Ctx<'_>, id: u32) {
        if let Some(connection) = self.open.borrow_mut().remove(&id) {
            connection.close();
            Loop::of(ctx).remove_sink(id);
        }
    }

    fn get(&self, id: u32) -> Option<Rc<Connection>> {
        self.open.borrow().get(&id).cloned()
    }

    /// What a socket without a handle of ours has read.
    fn execute<'js>(&self, ctx: &Ctx<'js>, id: u32, bytes: &TypedArray<'js, u8>) -> Result<()> {
        let Some(connection) = self.get(id) else { return Ok(()) };
        // The script may do with the array what it likes while it hears of what is in it.
        let copy = bytes_of(bytes).to_vec();
        connection.run(ctx, &copy)
    }

    /// The connection's end: undefined, or the code and reason of why it should not be.
    fn finish<'js>(&self, ctx: Ctx<'js>, id: u32) -> Result<Option<Array<'js>>> {
        let Some(connection) = self.get(id) else { return Ok(None) };
        let Some(fault) = connection.finish(&ctx)? else { return Ok(None) };
        let pair = Array::new(ctx)?;
        pair.set(0, fault.code)?;
        pair.set(1, fault.reason)?;
        Ok(Some(pair))
    }

    /// How long the current message has been coming in, in milliseconds: negative for none; and 1 if its head is there.
    fn progress(&self, id: u32) -> Vec<f64> {
        let (elapsed, has_head) = self.get(id).map_or((-1.0, false), |connection| connection.progress());
        vec![elapsed, f64::from(u8::from(has_head))]
    }
}
