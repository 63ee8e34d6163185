#![allow(unsafe_code)]

use std::{
    fs::File,
    io::{self, IoSlice, Read, Write},
    mem::ManuallyDrop,
    os::{
        fd::{AsRawFd, FromRawFd, OwnedFd},
        unix::fs::{FileTypeExt, PermissionsExt},
    },
    path::PathBuf,
    task::{Context, Poll, ready},
};

use super::super::{
    io::Stream,
    reactor::{Readiness, Source},
    table::Io,
};
use socket2::{Domain, SockAddr, SockRef, Socket, Type};

pub(in super::super) fn fd_of(socket: &impl AsRawFd) -> i32 {
    socket.as_raw_fd()
}

/// An address that was in use a moment ago is free; as libuv binds.
pub(in super::super) fn before_bind(socket: &Socket, reuse_port: bool) -> io::Result<()> {
    socket.set_reuse_address(true)?;
    if reuse_port { socket.set_reuse_port(true) } else { Ok(()) }
}

pub(in super::super) fn is_in_progress(error: &io::Error) -> bool {
    error.raw_os_error() == Some(libc::EINPROGRESS)
}

pub(in super::super) type Spare = File;

pub(in super::super) fn spare() -> Option<Spare> {
    File::open("/dev/null").ok()
}

/// A TCP connection.
pub(in super::super) struct Tcp(Source<Socket>);

impl Tcp {
    pub(in super::super) fn new(socket: Socket) -> io::Result<Self> {
        Ok(Self(Source::new(socket)))
    }

    pub(in super::super) fn poll_read(
        &self,
        _: &mut Context<'_>,
        into: &mut [u8],
    ) -> Poll<io::Result<usize>> {
        receive(&self.0, into)
    }

    pub(in super::super) fn poll_write(&self, _: &mut Context<'_>, bytes: &[u8]) -> Poll<io::Result<usize>> {
        self.0.poll_write(bytes.len(), |socket| socket.send(bytes))
    }

    pub(in super::super) fn poll_writable(&self, _: &mut Context<'_>) -> Poll<io::Result<()>> {
        self.0.poll_writable().map(Ok)
    }

    pub(in super::super) fn socket(&self) -> SockRef<'_> {
        SockRef::from(self.0.io())
    }

    pub(in super::super) fn fd(&self) -> i32 {
        self.0.fd()
    }

    pub(in super::super) fn note(&self, readiness: Readiness) {
        self.0.note(readiness);
    }
}

fn receive(source: &Source<Socket>, into: &mut [u8]) -> Poll<io::Result<usize>> {
    source.poll_read(into.len(), |mut socket| socket.read(into))
}

pub(in super::super) struct TcpServer(Source<Socket>);

impl TcpServer {
    pub(in super::super) fn new(socket: Socket) -> io::Result<Self> {
        Ok(Self(Source::new(socket)))
    }

    pub(in super::super) fn poll_accept(&self, _: &mut Context<'_>) -> Poll<io::Result<Tcp>> {
        Poll::Ready(Tcp::new(ready!(accept(&self.0))?))
    }

    pub(in super::super) fn socket(&self) -> SockRef<'_> {
        SockRef::from(self.0.io())
    }

    pub(in super::super) fn fd(&self) -> i32 {
        self.0.fd()
    }

    pub(in super::super) fn note(&self, readiness: Readiness) {
        self.0.note(readiness);
    }
}

fn accept(listener: &Source<Socket>) -> Poll<io::Result<Socket>> {
    let (socket, _) = ready!(listener.poll_one(Socket::accept))?;
    socket.set_nonblocking(true)?;
    Poll::Ready(Ok(socket))
}

/// A connection between programs of this machine, or one end of a pipe without a name.
pub(in super::super) enum Pipe {
    Socket(Source<Socket>),
    File(Source<File>),
}

impl Pipe {
    pub(in super::super) fn poll_read(
        &self,
        _: &mut Context<'_>,
        into: &mut [u8],
    ) -> Poll<io::Result<usize>> {
        match self {
            Self::Socket(socket) => receive(socket, into),
            Self::File(file) => file.poll_read(into.len(), |mut file| file.read(into)),
        }
    }

    pub(in super::super) fn poll_write(&self, _: &mut Context<'_>, bytes: &[u8]) -> Poll<io::Result<usize>> {
        match self {
            Self::Socket(socket) => socket.poll_write(bytes.len(), |socket| socket.send(bytes)),
            Self::File(file) => file.poll_write(bytes.len(), |mut file| file.write(bytes)),
        }
    }

    pub(in super::super) fn write_now(&self, parts: &[IoSlice<'_>]) -> io::Result<usize> {
        match self {
            Self::Socket(socket) => socket.io().send_vectored(parts),
            Self::File(file) => file.io().write_vectored(parts),
        }
    }

    /// The system connects at once or not at all.
    pub(in super::super) fn poll_connected(&self, _: &mut Context<'_>) -> Poll<io::Result<()>> {
        Poll::Ready(Ok(()))
    }

    pub(in super::super) fn shut_down(&self) -> io::Result<()> {
        match self {
            Self::Socket(socket) => socket.io().shutdown(std::net::Shutdown::Write),
            // The writing end of a pipe without a name ends when it is closed.
            Self::File(_) => Ok(()),
        }
    }

    pub(in super::super) fn fd(&self) -> i32 {
        match self {
            Self::Socket(socket) => socket.fd(),
            Self::File(file) => file.fd(),
        }
    }

    pub(in super::super) fn note(&self, readiness: Readiness) {
        match self {
            Self::Socket(socket) => socket.note(readiness),
            Self::File(file) => file.note(readiness),
        }
    }
}

fn unix_socket() -> io::Result<Socket> {
    let socket = Socket::new(Domain::UNIX, Type::STREAM, None)?;
    socket.set_nonblocking(true)?;
    Ok(socket)
}

pub(in super::super) fn connect_pipe(path: &str) -> io::Result<Pipe> {
    let socket = unix_socket()?;
    socket.connect(&SockAddr::unix(path)?)?;
    Ok(Pipe::Socket(Source::new(socket)))
}

pub(in super::super) enum PipeListener {
    Bound(Socket, Name),
    Listening(Source<Socket>, Name),
}

/// The file of a socket that we made; it goes with the socket.
pub(in super::super) struct Name(Option<PathBuf>);

impl Drop for Name {
    fn drop(&mut self) {
        if let Some(path) = &self.0 {
            // Somebody may have removed it already.
            let _ = std::fs::remove_file(path);
        }
    }
}

pub(in super::super) fn bind_pipe(path: &str) -> io::Result<PipeListener> {
    let socket = unix_socket()?;
    socket.bind(&SockAddr::unix(path)?)?;
    // A name that begins with a zero is no file.
    let name = (!path.starts_with('\0')).then(|| PathBuf::from(path));
    Ok(PipeListener::Bound(socket, Name(name)))
}

impl PipeListener {
    pub(in super::super) fn listen(self, backlog: i32) -> io::Result<Self> {
        let Self::Bound(socket, name) = self else { return Ok(self) };
        socket.listen(backlog)?;
        Ok(Self::Listening(Source::new(socket), name))
    }

    pub(in super::super) fn poll_accept(&self, _: &mut Context<'_>) -> Poll<io::Result<Pipe>> {
        match self {
            Self::Listening(listener, _) => {
                let socket = ready!(accept(listener))?;
                Poll::Ready(Ok(Pipe::Socket(Source::new(socket))))
            }
            Self::Bound(..) => Poll::Pending,
        }
    }

    pub(in super::super) fn fd(&self) -> i32 {
        match self {
            Self::Bound(socket, _) => socket.as_raw_fd(),
            Self::Listening(listener, _) => listener.fd(),
        }
    }

    pub(in super::super) fn note(&self, readiness: Readiness) {
        if let Self::Listening(listener, _) = self {
            listener.note(readiness);
        }
    }

    pub(in super::super) fn allow(&self, mode: u32) -> io::Result<()> {
        let (Self::Bound(_, name) | Self::Listening(_, name)) = self;
        let Some(path) = &name.0 else { return Ok(()) };
        let mut permissions = std::fs::metadata(path)?.permissions();
        let read = if mode & 1 == 0 { 0 } else { 0o444 };
        let write = if mode & 2 == 0 { 0 } else { 0o222 };
        permissions.set_mode(permissions.mode() | read | write);
        std::fs::set_permissions(path, permissions)
    }
}

/// What libuv would call it.
pub(in super::super) fn guess_fd(fd: i32) -> &'static str {
    if fd < 0 {
        return "INVALID";
    }
    // SAFETY: the descriptor is only looked at, and not closed when this goes.
    let file = ManuallyDrop::new(unsafe { File::from_raw_fd(fd) });
    let Ok(metadata) = file.metadata() else { return "INVALID" };
    let kind = metadata.file_type();
    if kind.is_socket() {
        return guess_socket(&SockRef::from(&*file));
    }
    if std::io::IsTerminal::is_terminal(&*file) {
        return "TTY";
    }
    if kind.is_fifo() {
        return "PIPE";
    }
    if kind.is_file() || kind.is_char_device() { "FILE" } else { "UNKNOWN" }
}

fn guess_socket(socket: &SockRef<'_>) -> &'static str {
    let domain = socket.local_addr().map(|address| address.domain());
    match (socket.r#type(), domain) {
        (Ok(Type::STREAM), Ok(Domain::IPV4 | Domain::IPV6)) => "TCP",
        (Ok(Type::STREAM), Ok(Domain::UNIX)) => "PIPE",
        (Ok(Type::DGRAM), Ok(Domain::IPV4 | Domain::IPV6)) => "UDP",
        _ => "UNKNOWN",
    }
}

pub(in super::super) fn open_fd(fd: i32) -> io::Result<Io> {
    let kind = guess_fd(fd);
    if !matches!(kind, "TCP" | "PIPE") {
        let number = if kind == "INVALID" { libc::EBADF } else { libc::EINVAL };
        return Err(io::Error::from_raw_os_error(number));
    }
    // SAFETY: it is open, as was just seen, and the script has given it to us for good.
    let file = unsafe { File::from_raw_fd(fd) };
    SockRef::from(&file).set_nonblocking(true)?;
    if file.metadata()?.file_type().is_fifo() {
        return Ok(Io::Stream(Stream::Pipe(Pipe::File(Source::new(file)))));
    }
    let socket = Socket::from(OwnedFd::from(file));
    if socket.peer_addr().is_err() {
        return Ok(Io::Bound(socket, None));
    }
    Ok(Io::Stream(if kind == "TCP" {
        Stream::Tcp(Tcp::new(socket)?)
    } else {
        Stream::Pipe(Pipe::Socket(Source::new(socket)))
    }))
}

/// A socket that came as a descriptor may be of either kind.
pub(in super::super) fn pipe_listener(socket: Socket) -> Result<PipeListener, Socket> {
    let is_pipe = socket.local_addr().is_ok_and(|address| address.domain() == Domain::UNIX);
    if is_pipe { Ok(PipeListener::Bound(socket, Name(None))) } else { Err(socket) }
}
