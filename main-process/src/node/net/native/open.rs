use ipc::Code;
use std::net::SocketAddr;

use rquickjs::Ctx;
use socket2::{Domain, SockAddr, Socket, Type};

use super::{
    io::{Listener, Stream, listen_on},
    platform::{self, Tcp},
    table::{Handle, Io, Table},
};
use crate::inet::{errno, parse, status, status_of};

/// Of the flags, as libuv's: no IPv4 on an IPv6 address.
const IPV6_ONLY: u32 = 1;
/// Several sockets may share the address, and the system shares out what comes.
const REUSE_PORT: u32 = 2;

fn new_socket(address: &SocketAddr) -> std::io::Result<Socket> {
    let socket = Socket::new(Domain::for_address(*address), Type::STREAM, None)?;
    socket.set_nonblocking(true)?;
    Ok(socket)
}

fn bind(address: &SocketAddr, flags: u32) -> std::io::Result<(Socket, Option<i32>)> {
    let socket = new_socket(address)?;
    platform::before_bind(&socket, flags & REUSE_PORT != 0)?;
    if address.is_ipv6() {
        socket.set_only_v6(flags & IPV6_ONLY != 0)?;
    }
    match socket.bind(&(*address).into()) {
        Ok(()) => Ok((socket, None)),
        Err(error) if status_of(&error) == errno(Code::AddressInUse) => Ok((socket, Some(status_of(&error)))),
        Err(error) => Err(error),
    }
}

pub(super) fn tcp_bind(ctx: Ctx<'_>, id: u32, address: String, port: u16, flags: u32) -> i32 {
    Table::of(&ctx).with(id, |handle| {
        let Some(address) = parse(&address, port) else { return errno(Code::InvalidArgument) };
        if !matches!(handle.io, Io::Idle) {
            return errno(Code::InvalidArgument);
        }
        match bind(&address, flags) {
            Ok((socket, late)) => {
                handle.io = Io::Bound(socket, late);
                0
            }
            Err(error) => status_of(&error),
        }
    })
}

pub(super) fn tcp_connect(ctx: Ctx<'_>, id: u32, address: String, port: u16) -> i32 {
    let table = Table::of(&ctx);
    table.with(id, |handle| {
        let Some(address) = parse(&address, port) else { return errno(Code::InvalidArgument) };
        let socket = match std::mem::replace(&mut handle.io, Io::Idle) {
            Io::Idle => new_socket(&address),
            Io::Bound(_, Some(late)) => return late,
            Io::Bound(socket, None) => Ok(socket),
            other => {
                handle.io = other;
                return errno(Code::IsConnected);
            }
        };
        match socket.and_then(|socket| connect(socket, &address)) {
            Ok((stream, outcome)) => begin(&table, id, handle, Io::Connecting(Some(stream), outcome)),
            Err(error) => status_of(&error),
        }
    })
}

/// From now on the handle is told of, and looked at once in any case.
fn begin(table: &Table, id: u32, handle: &mut Handle, io: Io) -> i32 {
    handle.io = io;
    handle.wake.again();
    status(table.watch(id, &handle.io))
}

/// What a connection comes to is told later, also when the system knows at once.
fn connect(socket: Socket, address: &SocketAddr) -> std::io::Result<(Stream, Option<i32>)> {
    let outcome = match socket.connect(&SockAddr::from(*address)) {
        Ok(()) => None,
        Err(error) if platform::is_in_progress(&error) => None,
        Err(error) if status_of(&error) == errno(Code::ConnectionRefused) => {
            Some(errno(Code::ConnectionRefused))
        }
        Err(error) => return Err(error),
    };
    Ok((Stream::Tcp(Tcp::new(socket)?), outcome))
}

pub(super) fn pipe_connect(ctx: Ctx<'_>, id: u32, path: String) -> i32 {
    let table = Table::of(&ctx);
    table.with(id, |handle| match platform::connect_pipe(&path) {
        Ok(pipe) => begin(&table, id, handle, Io::Connecting(Some(Stream::Pipe(pipe)), None)),
        Err(error) => begin(&table, id, handle, Io::Connecting(None, Some(status_of(&error)))),
    })
}

/// A pipe has an address and listens in one step of the system's; it takes connections once the script listens, too.
pub(super) fn pipe_bind(ctx: Ctx<'_>, id: u32, path: String) -> i32 {
    Table::of(&ctx).with(id, |handle| match platform::bind_pipe(&path) {
        Ok(listener) => {
            handle.io = Io::Listener(Box::new(Listener::Pipe(listener)));
            0
        }
        Err(error) => status_of(&error),
    })
}

/// Who may connect to a pipe: 1 readable, 2 writable by everybody.
pub(super) fn pipe_chmod(ctx: Ctx<'_>, id: u32, mode: u32) -> i32 {
    Table::of(&ctx).with(id, |handle| match &handle.io {
        Io::Listener(listener) => match &**listener {
            Listener::Pipe(pipe) => status(pipe.allow(mode)),
            Listener::Tcp(_) => errno(Code::BadFile),
        },
        _ => errno(Code::BadFile),
    })
}

pub(super) fn listen(ctx: Ctx<'_>, id: u32, backlog: i32) -> i32 {
    let table = Table::of(&ctx);
    if table.spare.borrow().is_none() {
        table.spare.replace(platform::spare());
    }
    table.with(id, |handle| {
        let opened = match std::mem::replace(&mut handle.io, Io::Idle) {
            Io::Bound(_, Some(late)) => return late,
            Io::Bound(socket, None) => listen_on(socket, backlog),
            Io::Listener(listener) => listener.listen(backlog),
            other => {
                handle.io = other;
                return errno(Code::InvalidArgument);
            }
        };
        match opened {
            Ok(listener) => begin(&table, id, handle, Io::Listener(Box::new(listener))),
            Err(error) => status_of(&error),
        }
    })
}

/// Takes over a descriptor: a connection, a listening socket, or an end of a pipe.
pub(super) fn open_fd(ctx: Ctx<'_>, id: u32, fd: i32) -> i32 {
    let table = Table::of(&ctx);
    table.with(id, |handle| match platform::open_fd(fd) {
        Ok(io) => begin(&table, id, handle, io),
        Err(error) => status_of(&error),
    })
}
