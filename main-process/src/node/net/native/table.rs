use ipc::Code;
use std::{
    cell::{Cell, RefCell},
    collections::HashMap,
    rc::Rc,
};

use rquickjs::{Ctx, Function, JsLifetime, Object, Persistent, Result};

use super::{
    advance,
    io::{Listener, Stream},
    platform,
    reactor::{Reactor, Readiness, Wake},
    write::Output,
};
use crate::inet::errno;
use crate::runtime::{Callback, Loop, Throw};

/// What a handle is at the moment.
pub(super) enum Io {
    Idle,
    /// Has an address; what went wrong with it is told when it is used, as libuv does.
    Bound(socket2::Socket, Option<i32>),
    /// The outcome, where it is known already.
    Connecting(Option<Stream>, Option<i32>),
    Stream(Stream),
    Listener(Box<Listener>),
    Closed,
}

pub(super) struct Handle {
    pub(super) io: Io,
    /// The script's side; none for a connection that it has not taken over yet.
    pub(super) object: Option<Persistent<Object<'static>>>,
    pub(super) wake: Wake,
    pub(super) reading: bool,
    pub(super) referenced: bool,
    pub(super) sink: Option<u32>,
    /// The most that one read takes; 0 for no limit of its own.
    pub(super) read_limit: u32,
    /// What waits to be written; none while nothing does.
    pub(super) output: Option<Box<Output>>,
    /// How many references to the loop it holds.
    held: u32,
}

impl Io {
    pub(super) fn note(&self, readiness: Readiness) {
        match self {
            Self::Stream(stream) | Self::Connecting(Some(stream), _) => stream.note(readiness),
            Self::Listener(listener) => listener.note(readiness),
            Self::Idle | Self::Bound(..) | Self::Connecting(None, _) | Self::Closed => {}
        }
    }
}

impl Handle {
    fn new(io: Io, wake: Wake) -> Self {
        let (object, sink, output) = (None, None, None);
        Self { io, object, wake, reading: false, referenced: true, sink, read_limit: 0, output, held: 0 }
    }

    pub(super) fn set_reading(&mut self, reading: bool) -> i32 {
        match &self.io {
            Io::Stream(_) => {
                if reading && !self.reading {
                    self.wake.again();
                }
                self.reading = reading;
                0
            }
            _ if reading => errno(Code::NotConnected),
            _ => 0,
        }
    }

    /// As libuv counts: what it listens for counts while it is referenced, what it was asked to do counts always.
    fn holds(&self) -> u32 {
        let (active, requests) = match &self.io {
            Io::Connecting(..) | Io::Closed => (false, 1),
            Io::Listener(_) => (true, 0),
            Io::Stream(_) => (self.reading, self.output.as_ref().map_or(0, |output| output.requests())),
            Io::Idle | Io::Bound(..) => (false, 0),
        };
        requests + u32::from(active && self.referenced)
    }
}

/// All handles of one engine.
pub(super) struct Table {
    pub(super) handles: RefCell<HashMap<u32, Box<Handle>>>,
    /// Every read goes here first, and from here on in its exact size.
    pub(super) scratch: RefCell<Vec<u8>>,
    /// Given up for a moment when there are no descriptors left, so that connections can be turned away.
    pub(super) spare: RefCell<Option<platform::Spare>>,
    pub(super) state: Rc<Loop>,
    pub(super) reactor: RefCell<Reactor>,
    dispatch: Callback,
    next: Cell<u32>,
}

#[derive(Clone)]
struct Shared(Rc<Table>);

#[allow(unsafe_code)]
// SAFETY: nothing in it borrows from the engine; objects are kept as `Persistent`.
unsafe impl<'js> JsLifetime<'js> for Shared {
    type Changed<'to> = Shared;
}

/// `dispatch(object, event, status, value)` is called for whatever happens to a handle.
pub(super) fn start<'js>(ctx: Ctx<'js>, dispatch: Function<'js>) -> Result<()> {
    let dispatch = Callback::new(&ctx, dispatch);
    dispatch.set_ref(false);
    let reactor = Reactor::new(&dispatch, advance::collect)
        .map_err(|error| ipc::Error::io(&error, "epoll_create"))
        .throw(&ctx)?;
    let table = Table {
        handles: RefCell::default(),
        scratch: RefCell::default(),
        spare: RefCell::default(),
        state: Loop::of(&ctx),
        reactor: RefCell::new(reactor),
        dispatch,
        next: Cell::new(1),
    };
    // The scripts call it once, before anything else, so that nothing is being read from it.
    let _ = ctx.store_userdata(Shared(Rc::new(table)));
    Ok(())
}

impl Table {
    pub(super) fn of(ctx: &Ctx<'_>) -> Rc<Self> {
        ctx.userdata::<Shared>().expect("started before any handle is made").0.clone()
    }

    pub(super) fn insert(&self, io: Io) -> u32 {
        let id = self.next.get();
        // Numbers come round after four billion handles; one that old and still open is stepped over.
        let mut next = id.wrapping_add(1).max(1);
        while self.handles.borrow().contains_key(&next) {
            next = next.wrapping_add(1).max(1);
        }
        self.next.set(next);
        let wake = Wake::new(&self.dispatch, id, advance::ready);
        let mut handle = Box::new(Handle::new(io, wake));
        self.settle(id, &mut handle);
        self.handles.borrow_mut().insert(id, handle);
        id
    }

    /// Has the system tell of a connection or a listener.
    pub(super) fn watch(&self, id: u32, io: &Io) -> std::io::Result<()> {
        match io {
            Io::Stream(stream) | Io::Connecting(Some(stream), _) => {
                self.reactor.borrow().add(stream.fd(), id)
            }
            Io::Listener(listener) => self.reactor.borrow().add(listener.fd(), id),
            Io::Idle | Io::Bound(..) | Io::Connecting(None, _) | Io::Closed => Ok(()),
        }
    }

    /// Does something to a handle; a handle that is gone is a bad descriptor.
    pub(super) fn with(&self, id: u32, act: impl FnOnce(&mut Handle) -> i32) -> i32 {
        match self.handles.borrow_mut().get_mut(&id) {
            Some(handle) => {
                let status = act(handle);
                self.settle(id, handle);
                status
            }
            None => errno(Code::BadFile),
        }
    }

    /// After a change: gives the handle its macrotask if it wants one, and lets the process live exactly as long as the
    /// handle has a reason to.
    pub(super) fn settle(&self, id: u32, handle: &mut Handle) {
        handle.wake.flush(&self.dispatch, id, advance::ready);
        let wanted = handle.holds();
        while handle.held < wanted {
            self.state.reference();
            handle.held += 1;
        }
        while handle.held > wanted {
            self.state.release();
            handle.held -= 1;
        }
    }
}

/// A handle that is nothing yet.
pub(super) fn create<'js>(ctx: Ctx<'js>, object: Object<'js>) -> u32 {
    let table = Table::of(&ctx);
    let id = table.insert(Io::Idle);
    adopt(ctx, id, object);
    id
}

/// Takes over a handle that natives made, such as an accepted connection.
pub(super) fn adopt<'js>(ctx: Ctx<'js>, id: u32, object: Object<'js>) -> i32 {
    let object = Persistent::save(&ctx, object);
    Table::of(&ctx).with(id, |handle| {
        handle.object = Some(object);
        0
    })
}

/// Gives the handle back to the system at once; the script hears of it when this turn of the loop ends.
pub(super) fn close(ctx: Ctx<'_>, id: u32, reset: bool) -> i32 {
    let table = Table::of(&ctx);
    table.with(id, |handle| {
        if reset && let Io::Stream(stream) = &handle.io {
            let status = stream.abort_on_close();
            if status != 0 {
                return status;
            }
        }
        if !matches!(handle.io, Io::Closed) {
            handle.io = Io::Closed;
            handle.output = None;
            table.dispatch.call_at_end_of_turn(move |ctx, function| advance::closed(ctx, &function, id));
        }
        0
    })
}
