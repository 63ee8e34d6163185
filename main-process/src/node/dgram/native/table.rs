use std::{
    cell::{Cell, RefCell},
    collections::HashMap,
    rc::Rc,
};

use ipc::Code;
use rquickjs::{Ctx, Function, JsLifetime, Object, Persistent};
use tokio::net::UdpSocket;

use super::transfer::{self, Datagram};
use crate::inet::errno;
use crate::runtime::{Callback, Loop, Watch};

pub(super) struct Handle {
    /// None until it is bound, and when it was closed.
    pub(super) socket: Option<UdpSocket>,
    pub(super) object: Persistent<Object<'static>>,
    pub(super) watch: Watch,
    pub(super) receiving: bool,
    pub(super) queue: std::collections::VecDeque<Datagram>,
    referenced: bool,
    closing: bool,
    /// How many references to the loop it holds.
    held: usize,
}

impl Handle {
    fn holds(&self) -> usize {
        usize::from(self.receiving && self.referenced) + self.queue.len() + usize::from(self.closing)
    }
}

/// All sockets of one engine.
pub(super) struct Table {
    pub(super) handles: RefCell<HashMap<u32, Box<Handle>>>,
    /// What is received goes here first, and from here on in its exact size.
    pub(super) scratch: RefCell<Vec<u8>>,
    state: Rc<Loop>,
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

/// `dispatch(object, event, status, bytes, sender)` is called for whatever happens to a socket.
pub(super) fn start<'js>(ctx: Ctx<'js>, dispatch: Function<'js>) {
    let dispatch = Callback::new(&ctx, dispatch);
    dispatch.set_ref(false);
    let table = Table {
        handles: RefCell::default(),
        scratch: RefCell::default(),
        state: Loop::of(&ctx),
        dispatch,
        next: Cell::new(1),
    };
    // The scripts call it once, before anything else, so that nothing is being read from it.
    let _ = ctx.store_userdata(Shared(Rc::new(table)));
}

impl Table {
    pub(super) fn of(ctx: &Ctx<'_>) -> Rc<Self> {
        ctx.userdata::<Shared>().expect("started before any socket is made").0.clone()
    }

    /// Does something to a socket's handle; one that is gone is a bad descriptor.
    pub(super) fn with(&self, id: u32, act: impl FnOnce(&mut Handle) -> i32) -> i32 {
        match self.handles.borrow_mut().get_mut(&id) {
            Some(handle) => {
                let status = act(handle);
                self.settle(handle);
                status
            }
            None => errno(Code::BadFile),
        }
    }

    /// Lets the process live exactly as long as the handle has a reason to.
    pub(super) fn settle(&self, handle: &mut Handle) {
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

    /// Forgets a socket that was closed, and gives the script's side of it.
    pub(super) fn remove(&self, id: u32) -> Option<Persistent<Object<'static>>> {
        let mut handle = self.handles.borrow_mut().remove(&id)?;
        handle.closing = false;
        self.settle(&mut handle);
        Some(handle.object)
    }
}

/// A handle without a socket: that comes when it is bound.
pub(super) fn create<'js>(ctx: Ctx<'js>, object: Object<'js>) -> u32 {
    let table = Table::of(&ctx);
    let mut handles = table.handles.borrow_mut();
    let mut id = table.next.get();
    while handles.contains_key(&id) {
        id = id.wrapping_add(1);
    }
    table.next.set(id.wrapping_add(1));
    let handle = Handle {
        socket: None,
        object: Persistent::save(&ctx, object),
        watch: Watch::new(table.dispatch.remote(), id, transfer::ready),
        receiving: false,
        queue: std::collections::VecDeque::new(),
        referenced: true,
        closing: false,
        held: 0,
    };
    handles.insert(id, Box::new(handle));
    id
}

/// Gives the socket back to the system at once; the script hears of it when this turn of the loop ends.
pub(super) fn close(ctx: Ctx<'_>, id: u32) -> i32 {
    let table = Table::of(&ctx);
    table.with(id, |handle| {
        if !handle.closing {
            handle.closing = true;
            handle.receiving = false;
            handle.socket = None;
            handle.queue.clear();
            table.dispatch.call_at_end_of_turn(move |ctx, function| transfer::closed(ctx, &function, id));
        }
        0
    })
}

pub(super) fn set_ref(ctx: Ctx<'_>, id: u32, flag: bool) -> i32 {
    Table::of(&ctx).with(id, |handle| {
        handle.referenced = flag;
        0
    })
}
