#![allow(unsafe_code)]

use std::{
    cell::Cell,
    io::{self, ErrorKind},
    os::fd::{AsRawFd, RawFd},
    task::{Context, Poll, Waker},
    time::Duration,
};

use mio::{Events, Interest, Token, unix::SourceFd};
use tokio::io::unix::AsyncFd;

use crate::runtime::{Callback, Ready, Watch};

/// What is asked for in one go; if there is more it comes with the next.
const AT_ONCE: usize = 1024;

const READABLE: u8 = 1;
const WRITABLE: u8 = 2;
/// The other side has ended, or there was an error: reading never blocks again.
const ENDED: u8 = 4;

/// What the system said of a connection.
#[derive(Clone, Copy)]
pub(in super::super::super) struct Readiness(u8);

/// All connections in one set, which tokio waits for as one object.
pub(in super::super::super) struct Reactor {
    set: AsyncFd<mio::Poll>,
    events: Events,
    watch: Watch,
}

impl Reactor {
    /// `ready` is run as a macrotask when there is something to collect.
    pub(in super::super::super) fn new(callback: &Callback, ready: Ready) -> io::Result<Self> {
        // SAFETY: the set owns its descriptor and keeps it as long as it is registered.
        let set = unsafe { AsyncFd::register(mio::Poll::new()?) }.map_err(io::Error::from)?;
        let mut reactor = Self {
            set,
            events: Events::with_capacity(AT_ONCE),
            watch: Watch::new(callback.remote(), 0, ready),
        };
        reactor.collect();
        Ok(reactor)
    }

    /// Waits for this descriptor from now on, until it is closed.
    pub(in super::super::super) fn add(&self, fd: RawFd, id: u32) -> io::Result<()> {
        let both = Interest::READABLE | Interest::WRITABLE;
        self.set.get_ref().registry().register(&mut SourceFd(&fd), Token(id as usize), both)
    }

    /// What has become ready, by the numbers that were given to `add`.
    pub(in super::super::super) fn collect(&mut self) -> Vec<(u32, Readiness)> {
        let Self { set, events, watch } = self;
        let mut found = Vec::new();
        while let Poll::Ready(true) =
            watch.poll(|context| set.poll_read_ready(context).map(|ready| ready.is_ok()))
        {
            if set.get_mut().poll(events, Some(Duration::ZERO)).is_err() {
                // Interrupted: the next time finds it.
                continue;
            }
            let before = found.len();
            found.extend(events.iter().map(|event| (event.token().0 as u32, readiness_of(event))));
            if found.len() - before < AT_ONCE {
                let _ = watch
                    .poll(|context| set.poll_read_ready(context).map_ok(|mut ready| ready.clear_ready()));
            }
        }
        found
    }
}

fn readiness_of(event: &mio::event::Event) -> Readiness {
    let ended = event.is_read_closed() || event.is_error();
    let readable = ended || event.is_readable();
    let writable = event.is_writable() || event.is_write_closed() || event.is_error();
    Readiness(
        if readable { READABLE } else { 0 }
            | if writable { WRITABLE } else { 0 }
            | if ended { ENDED } else { 0 },
    )
}

/// Asks for a handle's macrotask, one at a time.
pub(in super::super::super) struct Wake {
    wanted: Cell<bool>,
    queued: Cell<bool>,
}

impl Wake {
    pub(in super::super::super) fn new(_: &Callback, _: u32, _: Ready) -> Self {
        Self { wanted: Cell::new(false), queued: Cell::new(false) }
    }

    pub(in super::super::super) fn again(&self) {
        self.wanted.set(true);
    }

    /// Queues the macrotask if one was asked for. To be called after whatever may have asked.
    pub(in super::super::super) fn flush(&self, callback: &Callback, id: u32, ready: Ready) {
        if self.wanted.take() && !self.queued.replace(true) {
            callback.remote().call_with(move |ctx, function| ready(ctx, function, id));
        }
    }

    /// Its macrotask has begun.
    pub(in super::super::super) fn begun(&self) {
        self.queued.set(false);
    }

    /// Who wakes is the reactor, so that what is tried needs no waker.
    pub(in super::super::super) fn poll<T>(
        &self,
        attempt: impl FnOnce(&mut Context<'_>) -> Poll<T>,
    ) -> Poll<T> {
        attempt(&mut Context::from_waker(Waker::noop()))
    }
}

/// An object that the reactor watches, with what is known of it.
pub(in super::super::super) struct Source<T> {
    io: T,
    known: Cell<u8>,
}

impl<T: AsRawFd> Source<T> {
    pub(in super::super::super) fn new(io: T) -> Self {
        Self { io, known: Cell::new(0) }
    }

    pub(in super::super::super) fn io(&self) -> &T {
        &self.io
    }

    pub(in super::super::super) fn fd(&self) -> RawFd {
        self.io.as_raw_fd()
    }

    pub(in super::super::super) fn note(&self, readiness: Readiness) {
        self.known.set(self.known.get() | readiness.0);
    }

    pub(in super::super::super) fn poll_writable(&self) -> Poll<()> {
        if self.known.get() & WRITABLE == 0 { Poll::Pending } else { Poll::Ready(()) }
    }

    /// Reads up to `most` bytes. Less than that means that there is no more for now, and the reactor will tell.
    pub(in super::super::super) fn poll_read(
        &self,
        most: usize,
        read: impl FnMut(&T) -> io::Result<usize>,
    ) -> Poll<io::Result<usize>> {
        self.attempt(READABLE, most, read)
    }

    pub(in super::super::super) fn poll_write(
        &self,
        most: usize,
        write: impl FnMut(&T) -> io::Result<usize>,
    ) -> Poll<io::Result<usize>> {
        self.attempt(WRITABLE, most, write)
    }

    /// For what gives one thing at a time, such as a listener.
    pub(in super::super::super) fn poll_one<R>(
        &self,
        take: impl FnMut(&T) -> io::Result<R>,
    ) -> Poll<io::Result<R>> {
        self.attempt_with(READABLE, take, |_| false)
    }

    fn attempt(
        &self,
        kind: u8,
        most: usize,
        act: impl FnMut(&T) -> io::Result<usize>,
    ) -> Poll<io::Result<usize>> {
        self.attempt_with(kind, act, |count| *count < most)
    }

    fn attempt_with<R>(
        &self,
        kind: u8,
        mut act: impl FnMut(&T) -> io::Result<R>,
        exhausts: impl Fn(&R) -> bool,
    ) -> Poll<io::Result<R>> {
        let known = self.known.get();
        if known & kind == 0 {
            return Poll::Pending;
        }
        loop {
            match act(&self.io) {
                Err(error) if error.kind() == ErrorKind::Interrupted => {}
                Err(error) if error.kind() == ErrorKind::WouldBlock => {
                    self.known.set(known & !kind);
                    return Poll::Pending;
                }
                outcome => {
                    let stays = kind == READABLE && known & ENDED != 0;
                    if !stays && outcome.as_ref().is_ok_and(&exhausts) {
                        self.known.set(known & !kind);
                    }
                    return Poll::Ready(outcome);
                }
            }
        }
    }
}
