#![allow(unsafe_code)]

use std::{io, net::Ipv6Addr, os::windows::io::AsRawSocket};

use socket2::{SockRef, Socket};
use tokio::net::UdpSocket;
use windows_sys::Win32::Networking::WinSock::{AF_UNSPEC, SOCKADDR, WSAEAFNOSUPPORT, connect};

/// Sockets have no descriptors here.
pub(in super::super) fn fd_of(_: &UdpSocket) -> i32 {
    -1
}

pub(in super::super) fn share_address(socket: &Socket) -> io::Result<()> {
    socket.set_reuse_address(true)
}

/// Nothing shares out datagrams between sockets here.
pub(in super::super) fn share_port(_: &Socket) -> io::Result<()> {
    Err(io::ErrorKind::Unsupported.into())
}

pub(in super::super) fn open_fd(_: i32) -> io::Result<UdpSocket> {
    Err(io::ErrorKind::Unsupported.into())
}

/// Connecting to no family at all is how a datagram socket is disconnected.
pub(in super::super) fn disconnect(socket: &UdpSocket) -> io::Result<()> {
    let nowhere = SOCKADDR { sa_family: AF_UNSPEC, sa_data: [0; 14] };
    // SAFETY: an address of this size, only read; the socket is open.
    let outcome = unsafe { connect(socket.as_raw_socket() as usize, &nowhere, size_of::<SOCKADDR>() as i32) };
    let error = io::Error::last_os_error();
    if outcome == 0 || error.raw_os_error() == Some(WSAEAFNOSUPPORT) { Ok(()) } else { Err(error) }
}

pub(in super::super) fn set_source_membership_v6(
    _: &SockRef<'_>,
    _: &Ipv6Addr,
    _: &Ipv6Addr,
    _: u32,
    _: bool,
) -> io::Result<()> {
    Err(io::ErrorKind::Unsupported.into())
}
