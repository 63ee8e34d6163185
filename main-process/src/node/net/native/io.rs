use std::{
    io::{self, IoSlice},
    task::{Context, Poll, ready},
};

use socket2::{SockAddr, SockRef, Socket};

use super::{
    platform::{Pipe, PipeListener, Tcp, TcpServer},
    reactor::Readiness,
};
use crate::inet::{errno, status};

/// A connection of either kind.
pub(super) enum Stream {
    Tcp(Tcp),
    Pipe(Pipe),
}

impl Stream {
    pub(super) fn poll_read(
        &mut self,
        context: &mut Context<'_>,
        into: &mut [u8],
    ) -> Poll<io::Result<usize>> {
        match self {
            Self::Tcp(tcp) => tcp.poll_read(context, into),
            Self::Pipe(pipe) => pipe.poll_read(context, into),
        }
    }

    pub(super) fn poll_write(&mut self, context: &mut Context<'_>, bytes: &[u8]) -> Poll<io::Result<usize>> {
        match self {
            Self::Tcp(tcp) => tcp.poll_write(context, bytes),
            Self::Pipe(pipe) => pipe.poll_write(context, bytes),
        }
    }

    /// Writes what goes without waiting, whether or not it is known yet that it would.
    pub(super) fn write_now(&self, parts: &[IoSlice<'_>]) -> io::Result<usize> {
        match self {
            Self::Tcp(tcp) => tcp.socket().send_vectored(parts),
            Self::Pipe(pipe) => pipe.write_now(parts),
        }
    }

    /// Ready when the connection was made or has failed.
    pub(super) fn poll_connected(&mut self, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        match self {
            Self::Tcp(tcp) => {
                ready!(tcp.poll_writable(context))?;
                Poll::Ready(tcp.socket().take_error()?.map_or(Ok(()), Err))
            }
            Self::Pipe(pipe) => pipe.poll_connected(context),
        }
    }

    pub(super) fn shut_down(&mut self) -> io::Result<()> {
        match self {
            Self::Tcp(tcp) => tcp.socket().shutdown(std::net::Shutdown::Write),
            Self::Pipe(pipe) => pipe.shut_down(),
        }
    }

    /// Makes closing tell the other side that the connection was reset.
    pub(super) fn abort_on_close(&self) -> i32 {
        match self {
            Self::Tcp(tcp) => status(tcp.socket().set_linger(Some(std::time::Duration::ZERO))),
            Self::Pipe(_) => errno(ipc::Code::InvalidArgument),
        }
    }

    pub(super) fn fd(&self) -> i32 {
        match self {
            Self::Tcp(tcp) => tcp.fd(),
            Self::Pipe(pipe) => pipe.fd(),
        }
    }

    pub(super) fn note(&self, readiness: Readiness) {
        match self {
            Self::Tcp(tcp) => tcp.note(readiness),
            Self::Pipe(pipe) => pipe.note(readiness),
        }
    }

    pub(super) fn tcp_socket(&self) -> Option<SockRef<'_>> {
        match self {
            Self::Tcp(tcp) => Some(tcp.socket()),
            Self::Pipe(_) => None,
        }
    }

    pub(super) fn local_address(&self) -> Option<SockAddr> {
        self.tcp_socket()?.local_addr().ok()
    }

    pub(super) fn peer_address(&self) -> Option<SockAddr> {
        self.tcp_socket()?.peer_addr().ok()
    }
}

/// What accepts connections of either kind.
pub(super) enum Listener {
    Tcp(TcpServer),
    Pipe(PipeListener),
}

impl Listener {
    pub(super) fn poll_accept(&mut self, context: &mut Context<'_>) -> Poll<io::Result<Stream>> {
        Poll::Ready(match self {
            Self::Tcp(server) => ready!(server.poll_accept(context)).map(Stream::Tcp),
            Self::Pipe(listener) => ready!(listener.poll_accept(context)).map(Stream::Pipe),
        })
    }

    pub(super) fn fd(&self) -> i32 {
        match self {
            Self::Tcp(server) => server.fd(),
            Self::Pipe(listener) => listener.fd(),
        }
    }

    pub(super) fn note(&self, readiness: Readiness) {
        match self {
            Self::Tcp(server) => server.note(readiness),
            Self::Pipe(listener) => listener.note(readiness),
        }
    }

    pub(super) fn address(&self) -> Option<SockAddr> {
        match self {
            Self::Tcp(server) => server.socket().local_addr().ok(),
            Self::Pipe(_) => None,
        }
    }

    pub(super) fn listen(self, backlog: i32) -> io::Result<Self> {
        match self {
            Self::Pipe(listener) => Ok(Self::Pipe(listener.listen(backlog)?)),
            tcp => Ok(tcp),
        }
    }
}

/// Has a bound socket take connections.
pub(super) fn listen_on(socket: Socket, backlog: i32) -> io::Result<Listener> {
    match super::platform::pipe_listener(socket) {
        Ok(pipe) => pipe.listen(backlog).map(Listener::Pipe),
        Err(socket) => {
            socket.listen(backlog)?;
            TcpServer::new(socket).map(Listener::Tcp)
        }
    }
}
