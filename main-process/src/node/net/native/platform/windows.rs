use std::{
    future::Future,
    io::{self, IoSlice},
    pin::Pin,
    task::{Context, Poll, ready},
    time::Duration,
};

use socket2::{SockRef, Socket};
use tokio::{
    io::{AsyncRead, AsyncWrite, ReadBuf},
    net::{
        TcpListener, TcpStream,
        windows::named_pipe::{ClientOptions, NamedPipeClient, NamedPipeServer, ServerOptions},
    },
    sync::mpsc,
    task::AbortHandle,
    time::Sleep,
};
use windows_sys::Win32::Foundation::{ERROR_ACCESS_DENIED, ERROR_BROKEN_PIPE, ERROR_PIPE_BUSY};
use windows_sys::Win32::Networking::WinSock::WSAEADDRINUSE;

use super::super::{reactor::Readiness, table::Io};

/// How long a pipe whose server is busy is tried again, and how often.
const PATIENCE: u32 = 1500;
const PAUSE: Duration = Duration::from_millis(20);
/// A pipe has no half that could be closed. Once our side has ended, silence of this length is the other side's end.
const SILENCE: Duration = Duration::from_millis(50);

/// Sockets have no descriptors here.
pub(in super::super) fn fd_of<T>(_: &T) -> i32 {
    -1
}

/// An address is never shared here unless that is asked for; and nothing shares out what comes.
pub(in super::super) fn before_bind(_: &Socket, reuse_port: bool) -> io::Result<()> {
    if reuse_port { Err(io::ErrorKind::Unsupported.into()) } else { Ok(()) }
}

pub(in super::super) fn is_in_progress(error: &io::Error) -> bool {
    error.kind() == io::ErrorKind::WouldBlock
}

/// There is no bound on handles that closing one would help with.
pub(in super::super) enum Spare {}

pub(in super::super) fn spare() -> Option<Spare> {
    None
}

/// A TCP connection.
pub(in super::super) struct Tcp(TcpStream);

impl Tcp {
    pub(in super::super) fn new(socket: Socket) -> io::Result<Self> {
        TcpStream::from_std(socket.into()).map(Self)
    }

    pub(in super::super) fn poll_read(
        &mut self,
        context: &mut Context<'_>,
        into: &mut [u8],
    ) -> Poll<io::Result<usize>> {
        let mut buffer = ReadBuf::new(into);
        ready!(Pin::new(&mut self.0).poll_read(context, &mut buffer))?;
        Poll::Ready(Ok(buffer.filled().len()))
    }

    pub(in super::super) fn poll_write(
        &mut self,
        context: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<io::Result<usize>> {
        Pin::new(&mut self.0).poll_write(context, bytes)
    }

    pub(in super::super) fn poll_writable(&self, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        self.0.poll_write_ready(context)
    }

    pub(in super::super) fn socket(&self) -> SockRef<'_> {
        SockRef::from(&self.0)
    }

    pub(in super::super) fn fd(&self) -> i32 {
        -1
    }

    pub(in super::super) fn note(&self, readiness: Readiness) {
        match readiness {}
    }
}

pub(in super::super) struct TcpServer(TcpListener);

impl TcpServer {
    pub(in super::super) fn new(socket: Socket) -> io::Result<Self> {
        TcpListener::from_std(socket.into()).map(Self)
    }

    pub(in super::super) fn poll_accept(&self, context: &mut Context<'_>) -> Poll<io::Result<Tcp>> {
        let (stream, _) = ready!(self.0.poll_accept(context))?;
        Poll::Ready(Ok(Tcp(stream)))
    }

    pub(in super::super) fn socket(&self) -> SockRef<'_> {
        SockRef::from(&self.0)
    }

    pub(in super::super) fn fd(&self) -> i32 {
        -1
    }

    pub(in super::super) fn note(&self, readiness: Readiness) {
        match readiness {}
    }
}

/// An open pipe.
pub(in super::super) struct Connected {
    end: End,
    /// Runs once our side has ended.
    silence: Option<Pin<Box<Sleep>>>,
}

enum End {
    Client(NamedPipeClient),
    Server(NamedPipeServer),
}

type Opening = Pin<Box<dyn Future<Output = io::Result<NamedPipeClient>>>>;

pub(in super::super) enum Pipe {
    /// Its server is busy with somebody else.
    Waiting(Opening),
    Open(Connected),
}

impl Pipe {
    fn open(end: End) -> Self {
        Self::Open(Connected { end, silence: None })
    }

    fn connected(&mut self) -> io::Result<&mut Connected> {
        match self {
            Self::Open(connected) => Ok(connected),
            Self::Waiting(_) => Err(io::ErrorKind::NotConnected.into()),
        }
    }

    pub(in super::super) fn poll_read(
        &mut self,
        context: &mut Context<'_>,
        into: &mut [u8],
    ) -> Poll<io::Result<usize>> {
        let Connected { end, silence } = self.connected()?;
        let mut buffer = ReadBuf::new(into);
        let outcome = match end {
            End::Client(pipe) => Pin::new(pipe).poll_read(context, &mut buffer),
            End::Server(pipe) => Pin::new(pipe).poll_read(context, &mut buffer),
        };
        match outcome {
            Poll::Ready(Ok(())) => Poll::Ready(Ok(buffer.filled().len())),
            Poll::Ready(Err(error)) if is_broken(&error) => Poll::Ready(Ok(0)),
            Poll::Ready(Err(error)) => Poll::Ready(Err(error)),
            Poll::Pending => match silence {
                Some(silence) => silence.as_mut().poll(context).map(|()| Ok(0)),
                None => Poll::Pending,
            },
        }
    }

    pub(in super::super) fn poll_write(
        &mut self,
        context: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<io::Result<usize>> {
        match &mut self.connected()?.end {
            End::Client(pipe) => Pin::new(pipe).poll_write(context, bytes),
            End::Server(pipe) => Pin::new(pipe).poll_write(context, bytes),
        }
    }

    pub(in super::super) fn write_now(&self, parts: &[IoSlice<'_>]) -> io::Result<usize> {
        match self {
            Self::Open(Connected { end: End::Client(pipe), .. }) => pipe.try_write_vectored(parts),
            Self::Open(Connected { end: End::Server(pipe), .. }) => pipe.try_write_vectored(parts),
            Self::Waiting(_) => Err(io::ErrorKind::NotConnected.into()),
        }
    }

    pub(in super::super) fn poll_connected(&mut self, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        if let Self::Waiting(opening) = self {
            let client = ready!(opening.as_mut().poll(context))?;
            *self = Self::open(End::Client(client));
        }
        Poll::Ready(Ok(()))
    }

    pub(in super::super) fn shut_down(&mut self) -> io::Result<()> {
        self.connected()?.silence = Some(Box::pin(tokio::time::sleep(SILENCE)));
        Ok(())
    }

    pub(in super::super) fn fd(&self) -> i32 {
        -1
    }

    pub(in super::super) fn note(&self, readiness: Readiness) {
        match readiness {}
    }
}

fn is_broken(error: &io::Error) -> bool {
    error.kind() == io::ErrorKind::BrokenPipe || error.raw_os_error() == Some(ERROR_BROKEN_PIPE as i32)
}

fn is_busy<T>(outcome: &io::Result<T>) -> bool {
    outcome.as_ref().is_err_and(|error| error.raw_os_error() == Some(ERROR_PIPE_BUSY as i32))
}

pub(in super::super) fn connect_pipe(path: &str) -> io::Result<Pipe> {
    let client = ClientOptions::new().open(path);
    if is_busy(&client) {
        return Ok(Pipe::Waiting(Box::pin(open_patiently(path.to_owned()))));
    }
    Ok(Pipe::open(End::Client(client?)))
}

async fn open_patiently(path: String) -> io::Result<NamedPipeClient> {
    for _ in 0..PATIENCE {
        tokio::time::sleep(PAUSE).await;
        let client = ClientOptions::new().open(&path);
        if !is_busy(&client) {
            return client;
        }
    }
    Err(io::ErrorKind::TimedOut.into())
}

pub(in super::super) enum PipeListener {
    Bound(NamedPipeServer, String),
    Listening(Clients),
}

/// What the task that waits for clients finds; it ends with the listener.
pub(in super::super) struct Clients {
    found: mpsc::UnboundedReceiver<io::Result<NamedPipeServer>>,
    task: AbortHandle,
}

impl Drop for Clients {
    fn drop(&mut self) {
        self.task.abort();
    }
}

pub(in super::super) fn bind_pipe(path: &str) -> io::Result<PipeListener> {
    match ServerOptions::new().first_pipe_instance(true).create(path) {
        Ok(server) => Ok(PipeListener::Bound(server, path.to_owned())),
        Err(error) if error.raw_os_error() == Some(ERROR_ACCESS_DENIED as i32) => {
            Err(io::Error::from_raw_os_error(WSAEADDRINUSE))
        }
        Err(error) => Err(error),
    }
}

/// Hands over each instance that a client has connected to, and makes the next.
async fn wait_for_clients(
    mut server: NamedPipeServer,
    path: String,
    found: mpsc::UnboundedSender<io::Result<NamedPipeServer>>,
) {
    loop {
        let connected = server.connect().await;
        let next = match ServerOptions::new().create(&path) {
            Ok(next) => next,
            Err(error) => {
                // A listener that is gone hears nothing.
                let _ = found.send(Err(error));
                return;
            }
        };
        let client = std::mem::replace(&mut server, next);
        if found.send(connected.map(|()| client)).is_err() {
            return;
        }
    }
}

impl PipeListener {
    pub(in super::super) fn listen(self, _: i32) -> io::Result<Self> {
        let Self::Bound(server, path) = self else { return Ok(self) };
        let (sender, found) = mpsc::unbounded_channel();
        let task = tokio::task::spawn_local(wait_for_clients(server, path, sender)).abort_handle();
        Ok(Self::Listening(Clients { found, task }))
    }

    pub(in super::super) fn poll_accept(&mut self, context: &mut Context<'_>) -> Poll<io::Result<Pipe>> {
        match self {
            Self::Listening(clients) => match ready!(clients.found.poll_recv(context)) {
                Some(client) => Poll::Ready(client.map(|server| Pipe::open(End::Server(server)))),
                None => Poll::Pending,
            },
            Self::Bound(..) => Poll::Pending,
        }
    }

    pub(in super::super) fn fd(&self) -> i32 {
        -1
    }

    pub(in super::super) fn note(&self, readiness: Readiness) {
        match readiness {}
    }

    /// Who may connect is decided when a pipe is made, and is not changed here.
    pub(in super::super) fn allow(&self, _: u32) -> io::Result<()> {
        Err(io::ErrorKind::Unsupported.into())
    }
}

/// Numbers of files mean nothing to sockets here; the scripts refuse them by name.
pub(in super::super) fn guess_fd(_: i32) -> &'static str {
    "UNKNOWN"
}

pub(in super::super) fn open_fd(_: i32) -> io::Result<Io> {
    Err(io::ErrorKind::Unsupported.into())
}

pub(in super::super) fn pipe_listener(socket: Socket) -> Result<PipeListener, Socket> {
    Err(socket)
}
