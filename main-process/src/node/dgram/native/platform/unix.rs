#![allow(unsafe_code)]

use std::{
    io,
    mem::size_of,
    net::{Ipv6Addr, SocketAddr, SocketAddrV6},
    os::fd::{AsRawFd, FromRawFd, OwnedFd},
};

use socket2::{SockAddr, SockRef, Socket, Type};
use tokio::net::UdpSocket;

pub(in super::super) fn fd_of(socket: &UdpSocket) -> i32 {
    socket.as_raw_fd()
}

/// As libuv does it: on the BSDs sharing an address for datagrams is an option of its own.
pub(in super::super) fn share_address(socket: &Socket) -> io::Result<()> {
    if cfg!(any(target_os = "linux", target_os = "android")) {
        socket.set_reuse_address(true)
    } else {
        socket.set_reuse_port(true)
    }
}

pub(in super::super) fn share_port(socket: &Socket) -> io::Result<()> {
    socket.set_reuse_port(true)
}

pub(in super::super) fn open_fd(fd: i32) -> io::Result<UdpSocket> {
    if fd < 0 {
        return Err(io::Error::from_raw_os_error(libc::EBADF));
    }
    // SAFETY: the script has given us the descriptor for good; one that is not open fails in the next call.
    let socket = Socket::from(unsafe { OwnedFd::from_raw_fd(fd) });
    if socket.r#type()? != Type::DGRAM {
        return Err(io::Error::from_raw_os_error(libc::EINVAL));
    }
    socket.set_nonblocking(true)?;
    UdpSocket::from_std(socket.into())
}

/// Connecting to no family at all is how a datagram socket is disconnected.
pub(in super::super) fn disconnect(socket: &UdpSocket) -> io::Result<()> {
    // SAFETY: an address of this size of which the family alone is looked at; the socket is open.
    let outcome = unsafe {
        let mut nowhere: libc::sockaddr = std::mem::zeroed();
        nowhere.sa_family = libc::AF_UNSPEC as libc::sa_family_t;
        libc::connect(socket.as_raw_fd(), &nowhere, size_of::<libc::sockaddr>() as libc::socklen_t)
    };
    let error = io::Error::last_os_error();
    // Some systems complain of the family although they do it.
    if outcome == 0 || error.raw_os_error() == Some(libc::EAFNOSUPPORT) { Ok(()) } else { Err(error) }
}

/// What `MCAST_JOIN_SOURCE_GROUP` takes, on every system that has it.
#[cfg_attr(target_vendor = "apple", repr(C, packed(4)))]
#[cfg_attr(not(target_vendor = "apple"), repr(C))]
struct SourceGroup {
    interface: u32,
    group: libc::sockaddr_storage,
    source: libc::sockaddr_storage,
}

const JOIN: libc::c_int = if cfg!(any(target_os = "linux", target_os = "android")) { 46 } else { 82 };
const LEAVE: libc::c_int = if cfg!(any(target_os = "linux", target_os = "android")) { 47 } else { 83 };

pub(in super::super) fn set_source_membership_v6(
    socket: &SockRef<'_>,
    source: &Ipv6Addr,
    group: &Ipv6Addr,
    interface: u32,
    joins: bool,
) -> io::Result<()> {
    let storage = |address: &Ipv6Addr| {
        let address = SockAddr::from(SocketAddr::from(SocketAddrV6::new(*address, 0, 0, 0)));
        // SAFETY: both are the system's own storage for any address.
        unsafe { *address.as_ptr().cast::<libc::sockaddr_storage>() }
    };
    let request = SourceGroup { interface, group: storage(group), source: storage(source) };
    // SAFETY: the option reads this structure, of this size; the socket is open.
    let outcome = unsafe {
        libc::setsockopt(
            socket.as_raw_fd(),
            libc::IPPROTO_IPV6,
            if joins { JOIN } else { LEAVE },
            (&raw const request).cast(),
            size_of::<SourceGroup>() as libc::socklen_t,
        )
    };
    if outcome == 0 { Ok(()) } else { Err(io::Error::last_os_error()) }
}
