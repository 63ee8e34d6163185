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

use tokio::io::Interest;

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

    /// The next bytes, and the descriptors that came with them, which are the caller's; no bytes at the end.
    pub(crate) async fn read(&self, length: usize) -> io::Result<(Vec<u8>, Vec<i64>)> {
        let mut bytes = vec![0; length];
        loop {
            self.stream.readable().await?;
            let received = || receive(self.stream.as_raw_fd(), &mut bytes);
            match self.stream.try_io(Interest::READABLE, received) {
                Ok((count, handles)) => {
                    bytes.truncate(count);
                    return Ok((bytes, handles));
                }
                // A child that left with our words unread.
                Err(error) if error.kind() == io::ErrorKind::ConnectionReset => {
                    return Ok((Vec::new(), Vec::new()));
                }
                Err(error) if error.kind() == io::ErrorKind::WouldBlock => {}
                Err(error) => return Err(error),
            }
        }
    }

    /// Writes what goes at once, so that last words are out before the process ends; says how much that was.
    /// A descriptor goes with the first byte.
    pub(crate) fn write_now(&self, bytes: &[u8], handle: Option<i64>) -> io::Result<usize> {
        let sent = match handle {
            Some(handle) => send(self.end.0.as_raw_fd(), bytes, handle),
            None => (&*self.end.0).write(bytes),
        };
        match sent {
            Err(error) if matches!(error.kind(), io::ErrorKind::WouldBlock | io::ErrorKind::Interrupted) => {
                Ok(0)
            }
            outcome => outcome,
        }
    }

    pub(crate) async fn write(&self, bytes: &[u8], mut handle: Option<i64>) -> io::Result<()> {
        let mut left = bytes;
        while !left.is_empty() {
            self.stream.writable().await?;
            let sent = match handle {
                Some(handle) => {
                    let send = || send(self.stream.as_raw_fd(), left, handle);
                    self.stream.try_io(Interest::WRITABLE, send)
                }
                None => self.stream.try_write(left),
            };
            match sent {
                Ok(count) => {
                    handle = None;
                    left = &left[count..];
                }
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

/// Room for as many descriptors as anybody sends at once.
const CONTROL: usize = 256;

/// Aligned as the system wants it.
#[repr(C, align(8))]
struct Control([u8; CONTROL]);

fn message(bytes: &mut libc::iovec, control: &mut Control) -> libc::msghdr {
    // SAFETY: all zeros is a message without anything.
    let mut message: libc::msghdr = unsafe { std::mem::zeroed() };
    message.msg_iov = bytes;
    message.msg_iovlen = 1;
    message.msg_control = control.0.as_mut_ptr().cast();
    message
}

fn send(socket: i32, bytes: &[u8], handle: i64) -> io::Result<usize> {
    let mut control = Control([0; CONTROL]);
    let mut part = libc::iovec { iov_base: bytes.as_ptr().cast_mut().cast(), iov_len: bytes.len() };
    let mut message = message(&mut part, &mut control);
    let size = size_of::<libc::c_int>() as u32;
    // SAFETY: one descriptor fits into the control bytes, which the message points to; the system only reads.
    let sent = unsafe {
        message.msg_controllen = libc::CMSG_SPACE(size) as _;
        let header = libc::CMSG_FIRSTHDR(&message);
        (*header).cmsg_level = libc::SOL_SOCKET;
        (*header).cmsg_type = libc::SCM_RIGHTS;
        (*header).cmsg_len = libc::CMSG_LEN(size) as _;
        libc::CMSG_DATA(header).cast::<libc::c_int>().write_unaligned(handle as libc::c_int);
        libc::sendmsg(socket, &message, 0)
    };
    usize::try_from(sent).map_err(|_| io::Error::last_os_error())
}

fn receive(socket: i32, bytes: &mut [u8]) -> io::Result<(usize, Vec<i64>)> {
    let mut control = Control([0; CONTROL]);
    let mut part = libc::iovec { iov_base: bytes.as_mut_ptr().cast(), iov_len: bytes.len() };
    let mut message = message(&mut part, &mut control);
    message.msg_controllen = CONTROL as _;
    let mut handles = Vec::new();
    // SAFETY: the system writes within the bounds that the message gives; the headers are walked as it left them.
    let count = unsafe {
        let count = libc::recvmsg(socket, &mut message, 0);
        let mut header = if count < 0 { std::ptr::null_mut() } else { libc::CMSG_FIRSTHDR(&message) };
        while !header.is_null() {
            if (*header).cmsg_level == libc::SOL_SOCKET && (*header).cmsg_type == libc::SCM_RIGHTS {
                let length = (*header).cmsg_len as usize - libc::CMSG_LEN(0) as usize;
                let data = libc::CMSG_DATA(header).cast::<libc::c_int>();
                for index in 0..length / size_of::<libc::c_int>() {
                    let fd = data.add(index).read_unaligned();
                    libc::fcntl(fd, libc::F_SETFD, libc::FD_CLOEXEC);
                    handles.push(i64::from(fd));
                }
            }
            header = libc::CMSG_NXTHDR(&message, header);
        }
        count
    };
    match usize::try_from(count) {
        Ok(count) => Ok((count, handles)),
        Err(_) => Err(io::Error::last_os_error()),
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
