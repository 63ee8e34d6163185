use ipc::Code;
use std::time::Duration;

use rquickjs::{Ctx, Object, Result, convert::List, prelude::Func};
use socket2::{SockRef, TcpKeepalive};

use super::{
    io::Stream,
    platform,
    table::{Io, Table},
};
use crate::inet::{errno, shown, status};

pub(super) fn fill(native: &Object<'_>) -> Result<()> {
    native.set("setNoDelay", Func::from(set_no_delay))?;
    native.set("setKeepAlive", Func::from(set_keep_alive))?;
    native.set("localAddress", Func::from(local_address))?;
    native.set("peerAddress", Func::from(peer_address))?;
    native.set("fd", Func::from(fd))
}

fn with_tcp(ctx: &Ctx<'_>, id: u32, act: impl FnOnce(SockRef<'_>) -> std::io::Result<()>) -> i32 {
    Table::of(ctx).with(id, |handle| match &handle.io {
        Io::Stream(Stream::Tcp(tcp)) | Io::Connecting(Some(Stream::Tcp(tcp)), _) => status(act(tcp.socket())),
        Io::Bound(socket, _) => status(act(SockRef::from(socket))),
        _ => errno(Code::BadFile),
    })
}

fn set_no_delay(ctx: Ctx<'_>, id: u32, on: bool) -> i32 {
    with_tcp(&ctx, id, |socket| socket.set_tcp_nodelay(on))
}

/// Seconds until the first probe; then, as libuv does, ten of them a second apart.
fn set_keep_alive(ctx: Ctx<'_>, id: u32, on: bool, seconds: u32) -> i32 {
    with_tcp(&ctx, id, |socket| {
        socket.set_keepalive(on)?;
        if !on || seconds == 0 {
            return Ok(());
        }
        let probes = TcpKeepalive::new()
            .with_time(Duration::from_secs(seconds.into()))
            .with_interval(Duration::from_secs(1))
            .with_retries(10);
        socket.set_tcp_keepalive(&probes)
    })
}

type Shown = Option<List<(String, u16, bool)>>;

fn local_address(ctx: Ctx<'_>, id: u32) -> Shown {
    let table = Table::of(&ctx);
    let handles = table.handles.borrow();
    let address = match &handles.get(&id)?.io {
        Io::Stream(stream) | Io::Connecting(Some(stream), _) => stream.local_address(),
        Io::Bound(socket, _) => socket.local_addr().ok(),
        Io::Listener(listener) => listener.address(),
        _ => None,
    };
    shown(address).map(List)
}

fn peer_address(ctx: Ctx<'_>, id: u32) -> Shown {
    let table = Table::of(&ctx);
    let handles = table.handles.borrow();
    match &handles.get(&id)?.io {
        Io::Stream(stream) => shown(stream.peer_address()).map(List),
        _ => None,
    }
}

fn fd(ctx: Ctx<'_>, id: u32) -> i32 {
    let table = Table::of(&ctx);
    let handles = table.handles.borrow();
    match handles.get(&id).map(|handle| &handle.io) {
        Some(Io::Stream(stream) | Io::Connecting(Some(stream), _)) => stream.fd(),
        Some(Io::Bound(socket, _)) => platform::fd_of(socket),
        Some(Io::Listener(listener)) => listener.fd(),
        _ => -1,
    }
}
