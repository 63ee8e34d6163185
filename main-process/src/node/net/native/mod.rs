//! Handles, as libuv has them: what a script holds by number. Every call answers a status, 0 or a negative errno; what
//! happens later is told through the one function given to `start`.

mod advance;
mod io;
mod open;
mod options;
mod platform;
mod reactor;
mod table;
mod write;

use std::{
    collections::HashMap,
    net::{Ipv4Addr, Ipv6Addr},
};

use rquickjs::{Ctx, Object, Result, convert::List, prelude::Func};

use crate::inet;
use table::Table;

pub(super) fn native(_: &Ctx<'_>, native: &Object<'_>) -> Result<()> {
    native.set("errnos", errnos())?;
    native.set("start", Func::from(table::start))?;
    native.set("create", Func::from(table::create))?;
    native.set("adopt", Func::from(table::adopt))?;
    native.set("tcpBind", Func::from(open::tcp_bind))?;
    native.set("tcpConnect", Func::from(open::tcp_connect))?;
    native.set("pipeBind", Func::from(open::pipe_bind))?;
    native.set("pipeConnect", Func::from(open::pipe_connect))?;
    native.set("pipeChmod", Func::from(open::pipe_chmod))?;
    native.set("openFd", Func::from(open::open_fd))?;
    native.set("guessFd", Func::from(platform::guess_fd))?;
    native.set("listen", Func::from(open::listen))?;
    native.set("readStart", Func::from(read_start))?;
    native.set("readStop", Func::from(read_stop))?;
    native.set("setReadLimit", Func::from(set_read_limit))?;
    native.set("addressOf", Func::from(address_of))?;
    native.set("setSink", Func::from(set_sink))?;
    native.set("write", Func::from(write::write))?;
    native.set("writeText", Func::from(write::write_text))?;
    native.set("writeCounted", Func::from(write::write_counted))?;
    native.set("writeWithHead", Func::from(write::write_with_head))?;
    native.set("writev", Func::from(write::writev))?;
    native.set("queued", Func::from(write::queued))?;
    native.set("shutdown", Func::from(write::shutdown))?;
    native.set("close", Func::from(table::close))?;
    native.set("setRef", Func::from(set_ref))?;
    options::fill(native)
}

/// The numbers that the scripts compare with or report themselves.
fn errnos() -> HashMap<&'static str, i32> {
    use ipc::Code as C;
    let codes = [
        C::AddressInUse,
        C::BadFile,
        C::Canceled,
        C::EndOfFile,
        C::InvalidArgument,
        C::NotConnected,
        C::TimedOut,
    ];
    codes.into_iter().map(|code| (code.as_str(), inet::errno(code))).collect()
}

fn read_start(ctx: Ctx<'_>, id: u32) -> i32 {
    Table::of(&ctx).with(id, |handle| handle.set_reading(true))
}

fn read_stop(ctx: Ctx<'_>, id: u32) -> i32 {
    Table::of(&ctx).with(id, |handle| handle.set_reading(false))
}

/// One read takes at most this much from now on; 0 stands for as much as is usual.
fn set_read_limit(ctx: Ctx<'_>, id: u32, limit: u32) -> i32 {
    Table::of(&ctx).with(id, |handle| {
        handle.read_limit = limit;
        0
    })
}

/// `[text, bytes]` of an address of this family as everybody writes it, or undefined.
fn address_of(text: String, v6: bool) -> Option<List<(String, Vec<u8>)>> {
    if v6 {
        let address = text.parse::<Ipv6Addr>().ok()?;
        Some(List((address.to_string(), address.octets().to_vec())))
    } else {
        let address = text.parse::<Ipv4Addr>().ok()?;
        Some(List((address.to_string(), address.octets().to_vec())))
    }
}

/// From now on the bytes go to this sink of the runtime's rather than to the script; 0 ends that.
fn set_sink(ctx: Ctx<'_>, id: u32, sink: Option<u32>) -> i32 {
    Table::of(&ctx).with(id, |handle| {
        handle.sink = sink;
        0
    })
}

fn set_ref(ctx: Ctx<'_>, id: u32, flag: bool) -> i32 {
    Table::of(&ctx).with(id, |handle| {
        handle.referenced = flag;
        0
    })
}
