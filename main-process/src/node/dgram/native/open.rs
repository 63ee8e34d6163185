use std::{io, net::SocketAddr};

use ipc::Code;
use rquickjs::Ctx;
use socket2::{Domain, SockAddr, SockRef, Socket, Type};
use tokio::net::UdpSocket;

use super::{platform, table::Table};
use crate::inet::{errno, parse, status, status_of};

/// Of the flags: no IPv4 on an IPv6 address.
const IPV6_ONLY: u32 = 1;
/// Others may bind to the address, too; the last one gets what comes.
const REUSE_ADDRESS: u32 = 4;
/// Others may, and the system shares out what comes.
const REUSE_PORT: u32 = 8;

pub(super) fn bind(ctx: Ctx<'_>, id: u32, address: String, port: u16, flags: u32) -> i32 {
    Table::of(&ctx).with(id, |handle| {
        let Some(address) = parse(&address, port) else { return errno(Code::InvalidArgument) };
        if handle.socket.is_some() {
            return errno(Code::InvalidArgument);
        }
        match bound(&address, flags) {
            Ok(socket) => {
                handle.socket = Some(socket);
                0
            }
            Err(error) => status_of(&error),
        }
    })
}

pub(super) fn bound(address: &SocketAddr, flags: u32) -> io::Result<UdpSocket> {
    let socket = Socket::new(Domain::for_address(*address), Type::DGRAM, None)?;
    socket.set_nonblocking(true)?;
    if flags & REUSE_ADDRESS != 0 {
        platform::share_address(&socket)?;
    }
    if flags & REUSE_PORT != 0 {
        platform::share_port(&socket)?;
    }
    if address.is_ipv6() {
        socket.set_only_v6(flags & IPV6_ONLY != 0)?;
    }
    socket.bind(&(*address).into())?;
    UdpSocket::from_std(socket.into())
}

/// Takes over the descriptor of a UDP socket.
pub(super) fn open_fd(ctx: Ctx<'_>, id: u32, fd: i32) -> i32 {
    Table::of(&ctx).with(id, |handle| match platform::open_fd(fd) {
        Ok(socket) => {
            handle.socket = Some(socket);
            0
        }
        Err(error) => status_of(&error),
    })
}

pub(super) fn connect(ctx: Ctx<'_>, id: u32, address: String, port: u16) -> i32 {
    Table::of(&ctx).with(id, |handle| {
        let Some(address) = parse(&address, port) else { return errno(Code::InvalidArgument) };
        match &handle.socket {
            Some(socket) => status(SockRef::from(socket).connect(&SockAddr::from(address))),
            None => errno(Code::BadFile),
        }
    })
}

pub(super) fn disconnect(ctx: Ctx<'_>, id: u32) -> i32 {
    Table::of(&ctx).with(id, |handle| match &handle.socket {
        Some(socket) => status(platform::disconnect(socket)),
        None => errno(Code::BadFile),
    })
}
