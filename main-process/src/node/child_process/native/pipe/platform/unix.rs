#![allow(unsafe_code)]

use std::{
    io::{self, Read, Write},
    net::Shutdown,
    os::{
        fd::{AsRawFd, FromRawFd},
        unix::net::UnixStream,
    },
    sync::Arc,
};

/// Our end of a pipe. Both directions work, whichever the child uses.
#[derive(Clone)]
pub(crate) struct End(Arc<UnixStream>);

impl End {
    pub(crate) fn new(stream: UnixStream) -> Self {
        Self(Arc::new(stream))
    }

    pub(crate) fn reader(&self) -> io::Result<impl Read + Send + 'static> {
        self.0.try_clone()
    }

    pub(crate) fn writer(&self) -> io::Result<impl Write + Send + 'static> {
        self.0.try_clone()
    }

    /// What the system itself calls it.
    pub(crate) fn os_handle(&self) -> i64 {
        i64::from(self.0.as_raw_fd())
    }

    /// Nothing more will be written.
    pub(crate) fn finish(&self) {
        // A child that is gone has nothing to hear.
        let _ = self.0.shutdown(Shutdown::Write);
    }
}

/// An end on the event loop.
pub(crate) struct Pipe {
    stream: tokio::net::UnixStream,
    /// The same socket, to be shut down.
    end: End,
}

impl Pipe {
    pub(crate) fn new(end: End) -> io::Result<Self> {
        end.0.set_nonblocking(true)?;
        let stream = tokio::net::UnixStream::from_std(end.0.try_clone()?)?;
        Ok(Self { stream, end })
    }

    /// The next bytes; none at the end.
    pub(crate) async fn read(&self, length: usize) -> io::Result<Vec<u8>> {
        let mut bytes = vec![0; length];
        loop {
            self.stream.readable().await?;
            match self.stream.try_read(&mut bytes) {
                Ok(count) => {
                    bytes.truncate(count);
                    return Ok(bytes);
                }
                // A child that left with our words unread.
                Err(error) if error.kind() == io::ErrorKind::ConnectionReset => return Ok(Vec::new()),
                Err(error) if error.kind() == io::ErrorKind::WouldBlock => {}
                Err(error) => return Err(error),
            }
        }
    }

    /// Writes what goes at once, so that last words are out before the process ends; says how much that was.
    pub(crate) fn write_now(&self, bytes: &[u8]) -> io::Result<usize> {
        match (&*self.end.0).write(bytes) {
            Err(error) if matches!(error.kind(), io::ErrorKind::WouldBlock | io::ErrorKind::Interrupted) => {
                Ok(0)
            }
            outcome => outcome,
        }
    }

    pub(crate) async fn write(&self, bytes: &[u8]) -> io::Result<()> {
        let mut left = bytes;
        while !left.is_empty() {
            self.stream.writable().await?;
            match self.stream.try_write(left) {
                Ok(count) => left = &left[count..],
                Err(error) if error.kind() == io::ErrorKind::WouldBlock => {}
                Err(error) => return Err(error),
            }
        }
        Ok(())
    }

    pub(crate) fn finish(&self) {
        self.end.finish();
    }
}

/// Takes over the descriptor of a channel that a parent left for us.
pub(crate) fn open_channel(name: &str) -> io::Result<Pipe> {
    let fd = name.parse().ok().filter(|fd: &i32| *fd >= 0).ok_or(io::ErrorKind::InvalidInput)?;
    // SAFETY: the call fails if the descriptor is not open.
    if unsafe { libc::fcntl(fd, libc::F_SETFD, libc::FD_CLOEXEC) } != 0 {
        return Err(io::Error::last_os_error());
    }
    // SAFETY: open, and left to us by the parent.
    Pipe::new(End::new(unsafe { UnixStream::from_raw_fd(fd) }))
}

/// Children inherit their channel as they do every other pipe; none has a name.
pub(crate) fn create_channel() -> io::Result<(String, Pipe)> {
    Err(io::ErrorKind::Unsupported.into())
}

/// See [`create_channel`].
pub(crate) fn release_channel(_: &str) {}
