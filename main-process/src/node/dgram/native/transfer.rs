use std::{
    io::{self, ErrorKind, IoSlice},
    net::SocketAddr,
    task::{Context, Poll, ready as poll_ready},
};

use ipc::Code;
use rquickjs::{ArrayBuffer, Ctx, Function, Result, TypedArray, Undefined, convert::List};
use socket2::{SockAddr, SockRef};
use tokio::{io::ReadBuf, net::UdpSocket};

use super::table::{Handle, Table};
use crate::inet::{errno, parse, shown, status_of};
use crate::runtime::bytes_of;

/// The numbers by which the script knows what happened.
const RECEIVED: i32 = 0;
const SENT: i32 = 1;
const CLOSED: i32 = 2;

/// No datagram is larger.
const LARGEST: usize = 64 * 1024;

/// One that waits until the system takes it.
pub(super) struct Datagram {
    bytes: Vec<u8>,
    to: Option<SocketAddr>,
}

enum Event {
    /// So many bytes are in the scratch buffer, or a negative errno.
    Received(i32, Option<SocketAddr>),
    Sent(i32),
}

/// The macrotask of a socket that may be ready: does one thing, and comes back if there is more to do.
pub(super) fn ready<'js>(ctx: &Ctx<'js>, dispatch: Function<'js>, id: u32) -> Result<()> {
    let table = Table::of(ctx);
    let (event, object) = {
        let mut handles = table.handles.borrow_mut();
        let Some(handle) = handles.get_mut(&id) else { return Ok(()) };
        let event = advance(&table, handle);
        table.settle(handle);
        let Some(event) = event else { return Ok(()) };
        handle.watch.again();
        (event, handle.object.clone().restore(ctx)?)
    };
    match event {
        Event::Sent(status) => dispatch.call((object, SENT, status, Undefined, Undefined)),
        Event::Received(status, from) => match usize::try_from(status) {
            Ok(length) => {
                let bytes = ArrayBuffer::new_copy(ctx.clone(), &table.scratch.borrow()[..length])?;
                let from = shown(from.map(SockAddr::from)).map(List);
                dispatch.call((object, RECEIVED, status, bytes, from))
            }
            Err(_) => dispatch.call((object, RECEIVED, status, Undefined, Undefined)),
        },
    }
}

/// Tells that a socket is closed, and forgets it.
pub(super) fn closed<'js>(ctx: &Ctx<'js>, dispatch: &Function<'js>, id: u32) -> Result<()> {
    match Table::of(ctx).remove(id) {
        Some(object) => dispatch.call((object.restore(ctx)?, CLOSED, 0, Undefined, Undefined)),
        None => Ok(()),
    }
}

fn advance(table: &Table, handle: &mut Handle) -> Option<Event> {
    let Handle { socket: Some(socket), watch, receiving, queue, .. } = handle else { return None };
    if let Some(first) = queue.front()
        && let Poll::Ready(status) = watch.poll(|context| poll_send(socket, context, first))
    {
        queue.pop_front();
        return Some(Event::Sent(status));
    }
    if !*receiving {
        return None;
    }
    let mut scratch = table.scratch.borrow_mut();
    scratch.resize(LARGEST, 0);
    let mut buffer = ReadBuf::new(&mut scratch);
    match watch.poll(|context| socket.poll_recv_from(context, &mut buffer)) {
        Poll::Pending => None,
        Poll::Ready(Ok(from)) => {
            let length = i32::try_from(buffer.filled().len()).expect("no datagram is larger than the buffer");
            Some(Event::Received(length, Some(from)))
        }
        Poll::Ready(Err(error)) => Some(Event::Received(status_of(&error), None)),
    }
}

fn poll_send(socket: &UdpSocket, context: &mut Context<'_>, datagram: &Datagram) -> Poll<i32> {
    loop {
        if let Err(error) = poll_ready!(socket.poll_send_ready(context)) {
            return Poll::Ready(status_of(&error));
        }
        let outcome = match datagram.to {
            Some(to) => socket.try_send_to(&datagram.bytes, to),
            None => socket.try_send(&datagram.bytes),
        };
        match outcome {
            Ok(_) => return Poll::Ready(0),
            Err(error) if error.kind() == ErrorKind::WouldBlock => {}
            Err(error) => return Poll::Ready(status_of(&error)),
        }
    }
}

pub(super) fn receive(ctx: Ctx<'_>, id: u32, on: bool) -> i32 {
    Table::of(&ctx).with(id, |handle| {
        if on && handle.socket.is_none() {
            return errno(Code::BadFile);
        }
        handle.receiving = on;
        handle.watch.again();
        0
    })
}

/// The size plus one: it is sent. 0: it will be, and an event tells. Negative: the errno of why it cannot be.
///
/// Without an address it goes where the socket is connected to.
pub(super) fn send<'js>(
    ctx: Ctx<'js>,
    id: u32,
    parts: Vec<TypedArray<'js, u8>>,
    address: Option<String>,
    port: Option<u16>,
) -> i32 {
    let parts: Vec<&[u8]> = parts.iter().map(bytes_of).collect();
    Table::of(&ctx).with(id, |handle| {
        let to = match address.map(|address| parse(&address, port.unwrap_or(0))) {
            Some(None) => return errno(Code::InvalidArgument),
            Some(Some(to)) => Some(to),
            None => None,
        };
        let Some(socket) = &handle.socket else { return errno(Code::BadFile) };
        let sent = if handle.queue.is_empty() {
            send_now(socket, &parts, to)
        } else {
            Err(ErrorKind::WouldBlock.into())
        };
        match sent {
            Ok(length) => i32::try_from(length).map_or(i32::MAX, |length| length + 1),
            Err(error) if error.kind() == ErrorKind::WouldBlock => {
                handle.queue.push_back(Datagram { bytes: parts.concat(), to });
                handle.watch.again();
                0
            }
            Err(error) => status_of(&error),
        }
    })
}

fn send_now(socket: &UdpSocket, parts: &[&[u8]], to: Option<SocketAddr>) -> io::Result<usize> {
    let socket = SockRef::from(socket);
    let slices: Vec<IoSlice<'_>> = parts.iter().map(|part| IoSlice::new(part)).collect();
    match to {
        Some(to) => socket.send_to_vectored(&slices, &to.into()),
        None => socket.send_vectored(&slices),
    }
}

/// How many bytes and how many datagrams wait.
pub(super) fn queued(ctx: Ctx<'_>, id: u32) -> List<(usize, usize)> {
    let table = Table::of(&ctx);
    let handles = table.handles.borrow();
    let Some(handle) = handles.get(&id) else { return List((0, 0)) };
    List((handle.queue.iter().map(|datagram| datagram.bytes.len()).sum(), handle.queue.len()))
}
