use std::{
    io,
    net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr},
};

use ipc::Code;
use rquickjs::{Ctx, Object, Result, convert::List, prelude::Func};
use socket2::SockRef;

use super::{open::bound, platform, table::Table};
use crate::inet::{errno, parse, shown, status, status_of};

pub(super) fn fill(native: &Object<'_>) -> Result<()> {
    native.set(
        "setBroadcast",
        Func::from(|ctx: Ctx<'_>, id: u32, on: bool| set(&ctx, id, |s, _| s.set_broadcast(on))),
    )?;
    native.set(
        "setTTL",
        Func::from(|ctx: Ctx<'_>, id: u32, ttl: u32| set(&ctx, id, |s, v6| set_ttl(s, v6, ttl))),
    )?;
    native.set(
        "setMulticastTTL",
        Func::from(|ctx: Ctx<'_>, id: u32, ttl: u32| set(&ctx, id, |s, v6| set_multicast_ttl(s, v6, ttl))),
    )?;
    native.set(
        "setMulticastLoopback",
        Func::from(|ctx: Ctx<'_>, id: u32, on: bool| set(&ctx, id, |s, v6| set_loop(s, v6, on))),
    )?;
    native.set("setMulticastInterface", Func::from(set_multicast_interface))?;
    native.set("setMembership", Func::from(set_membership))?;
    native.set("setSourceMembership", Func::from(set_source_membership))?;
    native.set("bufferSize", Func::from(buffer_size))?;
    native.set("localAddress", Func::from(local_address))?;
    native.set("peerAddress", Func::from(peer_address))?;
    native.set("fd", Func::from(fd))
}

/// Does something to a socket that is told whether it is one for IPv6.
fn set(ctx: &Ctx<'_>, id: u32, act: impl FnOnce(&SockRef<'_>, bool) -> io::Result<()>) -> i32 {
    Table::of(ctx).with(id, |handle| match &handle.socket {
        Some(socket) => {
            let v6 = socket.local_addr().is_ok_and(|address| address.is_ipv6());
            status(act(&SockRef::from(socket), v6))
        }
        None => errno(Code::BadFile),
    })
}

fn set_ttl(socket: &SockRef<'_>, v6: bool, ttl: u32) -> io::Result<()> {
    if v6 { socket.set_unicast_hops_v6(ttl) } else { socket.set_ttl_v4(ttl) }
}

fn set_multicast_ttl(socket: &SockRef<'_>, v6: bool, ttl: u32) -> io::Result<()> {
    if v6 { socket.set_multicast_hops_v6(ttl) } else { socket.set_multicast_ttl_v4(ttl) }
}

fn set_loop(socket: &SockRef<'_>, v6: bool, on: bool) -> io::Result<()> {
    if v6 { socket.set_multicast_loop_v6(on) } else { socket.set_multicast_loop_v4(on) }
}

fn invalid() -> io::Error {
    io::ErrorKind::InvalidInput.into()
}

fn address_of(text: &str) -> io::Result<SocketAddr> {
    parse(text, 0).ok_or_else(invalid)
}

fn ipv4_of(text: Option<&str>) -> io::Result<Ipv4Addr> {
    match text.map(address_of).transpose()?.map(|address| address.ip()) {
        None => Ok(Ipv4Addr::UNSPECIFIED),
        Some(IpAddr::V4(v4)) => Ok(v4),
        Some(IpAddr::V6(_)) => Err(invalid()),
    }
}

/// The number of the interface that an IPv6 address names after its `%`; 0 leaves the choice to the system.
fn scope_of(text: Option<&str>) -> io::Result<u32> {
    match text.map(address_of).transpose()? {
        None => Ok(0),
        Some(SocketAddr::V6(v6)) => Ok(v6.scope_id()),
        Some(SocketAddr::V4(_)) => Err(invalid()),
    }
}

fn set_multicast_interface(ctx: Ctx<'_>, id: u32, interface: String) -> i32 {
    if let Err(error) = address_of(&interface) {
        return status_of(&error);
    }
    set(&ctx, id, |socket, v6| {
        if v6 {
            socket.set_multicast_if_v6(scope_of(Some(&interface))?)
        } else {
            socket.set_multicast_if_v4(&ipv4_of(Some(&interface))?)
        }
    })
}

fn set_membership(ctx: Ctx<'_>, id: u32, group: String, interface: Option<String>, joins: bool) -> i32 {
    let group = match address_of(&group).and_then(|group| bind_for(&ctx, id, group.ip())) {
        Ok(group) => group,
        Err(error) => return status_of(&error),
    };
    set(&ctx, id, |socket, _| {
        let interface = interface.as_deref();
        match (group, joins) {
            (IpAddr::V4(group), true) => socket.join_multicast_v4(&group, &ipv4_of(interface)?),
            (IpAddr::V4(group), false) => socket.leave_multicast_v4(&group, &ipv4_of(interface)?),
            (IpAddr::V6(group), true) => socket.join_multicast_v6(&group, scope_of(interface)?),
            (IpAddr::V6(group), false) => socket.leave_multicast_v6(&group, scope_of(interface)?),
        }
    })
}

/// A socket that joins a group before it was bound is bound to any address, as libuv does.
fn bind_for(ctx: &Ctx<'_>, id: u32, group: IpAddr) -> io::Result<IpAddr> {
    let table = Table::of(ctx);
    if let Some(handle) = table.handles.borrow_mut().get_mut(&id)
        && handle.socket.is_none()
    {
        let any =
            if group.is_ipv4() { IpAddr::V4(Ipv4Addr::UNSPECIFIED) } else { Ipv6Addr::UNSPECIFIED.into() };
        handle.socket = Some(bound(&SocketAddr::new(any, 0), 0)?);
    }
    Ok(group)
}

fn set_source_membership(
    ctx: Ctx<'_>,
    id: u32,
    source: String,
    group: String,
    interface: Option<String>,
    joins: bool,
) -> i32 {
    if let Err(error) = address_of(&group).and_then(|group| bind_for(&ctx, id, group.ip())) {
        return status_of(&error);
    }
    set(&ctx, id, |socket, _| {
        let interface = interface.as_deref();
        match (address_of(&source)?.ip(), address_of(&group)?.ip()) {
            (IpAddr::V4(source), IpAddr::V4(group)) if joins => {
                socket.join_ssm_v4(&source, &group, &ipv4_of(interface)?)
            }
            (IpAddr::V4(source), IpAddr::V4(group)) => {
                socket.leave_ssm_v4(&source, &group, &ipv4_of(interface)?)
            }
            (IpAddr::V6(source), IpAddr::V6(group)) => {
                platform::set_source_membership_v6(socket, &source, &group, scope_of(interface)?, joins)
            }
            _ => Err(invalid()),
        }
    })
}

/// The size of the system's buffer, after it was set if `size` is not 0; or a negative errno.
fn buffer_size(ctx: Ctx<'_>, id: u32, size: u32, is_receive: bool) -> i32 {
    let mut found = 0;
    let status = set(&ctx, id, |socket, _| {
        let size = size as usize;
        match (size, is_receive) {
            (0, _) => {}
            (_, true) => socket.set_recv_buffer_size(size)?,
            (_, false) => socket.set_send_buffer_size(size)?,
        }
        found = if is_receive { socket.recv_buffer_size()? } else { socket.send_buffer_size()? };
        Ok(())
    });
    if status == 0 { i32::try_from(found).unwrap_or(i32::MAX) } else { status }
}

type Shown = Option<List<(String, u16, bool)>>;

fn local_address(ctx: Ctx<'_>, id: u32) -> Shown {
    let table = Table::of(&ctx);
    let handles = table.handles.borrow();
    let socket = handles.get(&id)?.socket.as_ref()?;
    shown(SockRef::from(socket).local_addr().ok()).map(List)
}

fn peer_address(ctx: Ctx<'_>, id: u32) -> Shown {
    let table = Table::of(&ctx);
    let handles = table.handles.borrow();
    let socket = handles.get(&id)?.socket.as_ref()?;
    shown(SockRef::from(socket).peer_addr().ok()).map(List)
}

fn fd(ctx: Ctx<'_>, id: u32) -> i32 {
    let table = Table::of(&ctx);
    let handles = table.handles.borrow();
    handles.get(&id).and_then(|handle| handle.socket.as_ref()).map_or(-1, platform::fd_of)
}
