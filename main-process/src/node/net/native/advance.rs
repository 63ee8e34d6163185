use ipc::Code;
use std::task::Poll;

use rquickjs::{ArrayBuffer, Ctx, Function, Object, Persistent, Result, Undefined};

use super::{
    io::{Listener, Stream},
    platform,
    table::{Handle, Io, Table},
};
use crate::inet::{errno, status, status_of};

/// The numbers by which the script knows what happened.
const READ: i32 = 0;
const CONNECTED: i32 = 1;
const ACCEPTED: i32 = 2;
pub(super) const WRITTEN: i32 = 3;
pub(super) const SHUT_DOWN: i32 = 4;
const CLOSED: i32 = 5;

/// One read takes at most this much, as libuv's do.
const SCRATCH: usize = 64 * 1024;

enum Event {
    /// So many bytes are in the scratch buffer; or a negative errno, which the end of the stream is, too.
    Read(i32),
    Accepted(Stream),
    /// Anything that is only an event and a status.
    Told(i32, i32),
}

/// The macrotask of a handle that may be ready: does one thing, and comes back if there is more to do.
pub(super) fn ready<'js>(ctx: &Ctx<'js>, dispatch: Function<'js>, id: u32) -> Result<()> {
    let table = Table::of(ctx);
    let (event, object, sink) = {
        let mut handles = table.handles.borrow_mut();
        let Some(handle) = handles.get_mut(&id) else { return Ok(()) };
        handle.wake.begun();
        let event = advance(&table, handle);
        table.settle(id, handle);
        (event, handle.object.clone(), handle.sink)
    };
    let (Some(event), Some(object)) = (event, object) else { return Ok(()) };
    match event {
        Event::Read(count) => tell_read(ctx, &table, &dispatch, object, count, sink),
        Event::Told(event, status) => dispatch.call((object.restore(ctx)?, event, status, Undefined)),
        Event::Accepted(stream) => {
            let connection = table.insert(Io::Stream(stream));
            let status = table.with(connection, |handle| status(table.watch(connection, &handle.io)));
            dispatch.call((object.restore(ctx)?, ACCEPTED, status, connection))
        }
    }
}

/// The reactor's macrotask: wakes the handles that something happened to, the first of them at once.
pub(super) fn collect<'js>(ctx: &Ctx<'js>, dispatch: Function<'js>, _: u32) -> Result<()> {
    let table = Table::of(ctx);
    let events = table.reactor.borrow_mut().collect();
    let mut first = None;
    {
        let mut handles = table.handles.borrow_mut();
        for (id, readiness) in events {
            let Some(handle) = handles.get_mut(&id) else { continue };
            handle.io.note(readiness);
            if first.is_none() {
                first = Some(id);
            } else {
                handle.wake.again();
                table.settle(id, handle);
            }
        }
    }
    first.map_or(Ok(()), |id| ready(ctx, dispatch, id))
}

fn tell_read<'js>(
    ctx: &Ctx<'js>,
    table: &Table,
    dispatch: &Function<'js>,
    object: Persistent<Object<'static>>,
    count: i32,
    sink: Option<u32>,
) -> Result<()> {
    let Ok(length) = usize::try_from(count) else {
        return dispatch.call((object.restore(ctx)?, READ, count, Undefined));
    };
    if let Some(sink) = sink.and_then(|sink| table.state.sink(sink)) {
        // A sink may run scripts, and those may read: the bytes are its own meanwhile.
        let scratch = table.scratch.take();
        let outcome = sink.bytes(ctx, &scratch[..length]);
        table.scratch.replace(scratch);
        return outcome;
    }
    let bytes = ArrayBuffer::new_copy(ctx.clone(), &table.scratch.borrow()[..length])?;
    dispatch.call((object.restore(ctx)?, READ, count, bytes))
}

/// Tells that a handle is closed, and forgets it.
pub(super) fn closed<'js>(ctx: &Ctx<'js>, dispatch: &Function<'js>, id: u32) -> Result<()> {
    let table = Table::of(ctx);
    let Some(mut handle) = table.handles.borrow_mut().remove(&id) else { return Ok(()) };
    handle.io = Io::Idle;
    table.settle(id, &mut handle);
    match handle.object.take() {
        Some(object) => dispatch.call((object.restore(ctx)?, CLOSED, 0, Undefined)),
        None => Ok(()),
    }
}

fn advance(table: &Table, handle: &mut Handle) -> Option<Event> {
    match &mut handle.io {
        Io::Connecting(..) => connect(handle),
        Io::Listener(_) => accept(table, handle),
        Io::Stream(_) => carry(table, handle),
        Io::Idle | Io::Bound(..) | Io::Closed => None,
    }
}

fn connect(handle: &mut Handle) -> Option<Event> {
    let Handle { io: Io::Connecting(stream, outcome), wake, .. } = handle else { return None };
    let status = match (*outcome, stream.as_mut()) {
        (Some(status), _) => status,
        (None, Some(stream)) => match wake.poll(|context| stream.poll_connected(context)) {
            Poll::Ready(outcome) => status(outcome),
            Poll::Pending => return None,
        },
        (None, None) => errno(Code::Unknown),
    };
    handle.io = stream.take().map_or(Io::Idle, Io::Stream);
    Some(Event::Told(CONNECTED, status))
}

fn accept(table: &Table, handle: &mut Handle) -> Option<Event> {
    let Handle { io: Io::Listener(listener), wake, .. } = handle else { return None };
    match wake.poll(|context| listener.poll_accept(context)) {
        Poll::Ready(Ok(stream)) => {
            wake.again();
            Some(Event::Accepted(stream))
        }
        Poll::Ready(Err(error)) => {
            wake.again();
            let status = status_of(&error);
            // One that came and went before it was looked at is nobody's loss.
            if status == errno(Code::ConnectionAborted)
                || (is_out_of_files(status) && turn_away(table, listener))
            {
                return None;
            }
            Some(Event::Told(ACCEPTED, status))
        }
        Poll::Pending => None,
    }
}

fn is_out_of_files(status: i32) -> bool {
    status == errno(Code::TooManyOpenFiles) || status == errno(Code::FileTableFull)
}

/// Closes a connection that there is no descriptor for, so that its other side hears of it rather than waits.
fn turn_away(table: &Table, listener: &mut Listener) -> bool {
    if table.spare.take().is_none() {
        return false;
    }
    let mut context = std::task::Context::from_waker(std::task::Waker::noop());
    drop(listener.poll_accept(&mut context));
    table.spare.replace(platform::spare());
    true
}

/// Reads or writes, in turns where both are wanted.
fn carry(table: &Table, handle: &mut Handle) -> Option<Event> {
    let writes_first = handle.output.as_ref().is_some_and(|output| output.has_turn);
    let event = if writes_first {
        flush(handle).or_else(|| read(table, handle))
    } else {
        read(table, handle).or_else(|| flush(handle))
    };
    if let Some(output) = &mut handle.output {
        output.has_turn = !writes_first;
    }
    if event.is_some() && (handle.reading || handle.output.is_some()) {
        handle.wake.again();
    }
    event
}

fn read(table: &Table, handle: &mut Handle) -> Option<Event> {
    if !handle.reading {
        return None;
    }
    let Handle { io: Io::Stream(stream), wake, read_limit, .. } = handle else { return None };
    let mut scratch = table.scratch.borrow_mut();
    scratch.resize(SCRATCH, 0);
    let most = if *read_limit == 0 { SCRATCH } else { SCRATCH.min(*read_limit as usize) };
    let count = match wake.poll(|context| stream.poll_read(context, &mut scratch[..most])) {
        Poll::Pending => return None,
        Poll::Ready(Ok(0)) => errno(Code::EndOfFile),
        Poll::Ready(Ok(count)) => i32::try_from(count).expect("no more than the scratch buffer holds"),
        Poll::Ready(Err(error)) => status_of(&error),
    };
    if count < 0 {
        handle.reading = false;
    }
    Some(Event::Read(count))
}

/// Writes on; an event for every write that is done, and for the end of them all.
fn flush(handle: &mut Handle) -> Option<Event> {
    let Handle { io: Io::Stream(stream), wake, output, .. } = handle else { return None };
    let waiting = output.as_mut()?;
    let event = match waiting.advance(stream, wake) {
        Poll::Pending => return None,
        Poll::Ready(Some(status)) => Event::Told(WRITTEN, status),
        Poll::Ready(None) => Event::Told(SHUT_DOWN, status(stream.shut_down())),
    };
    if matches!(event, Event::Told(SHUT_DOWN, _)) || waiting.is_empty() {
        *output = None;
    }
    Some(event)
}
