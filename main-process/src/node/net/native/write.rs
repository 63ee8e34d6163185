use ipc::Code;
use std::{
    collections::VecDeque,
    io::{ErrorKind, IoSlice},
    task::Poll,
};

use rquickjs::{Ctx, TypedArray};

use super::{
    io::Stream,
    reactor::Wake,
    table::{Io, Table},
};
use crate::inet::{errno, status_of};
use crate::runtime::bytes_of;

/// The system takes no more parts than this at once, on any system.
const PARTS: usize = 1024;

/// What waits until the other side takes it.
#[derive(Default)]
pub(super) struct Output {
    writes: VecDeque<Rest>,
    /// The writable side is to be closed after the last write.
    ends: bool,
    /// Writing comes before reading the next time.
    pub(super) has_turn: bool,
}

struct Rest {
    bytes: Vec<u8>,
    written: usize,
}

impl Output {
    pub(super) fn requests(&self) -> u32 {
        u32::try_from(self.writes.len()).unwrap_or(u32::MAX - 1) + u32::from(self.ends)
    }

    pub(super) fn is_empty(&self) -> bool {
        self.requests() == 0
    }

    /// Ready with the status of the first write when that is done, with none when it is time to close.
    pub(super) fn advance(&mut self, stream: &mut Stream, wake: &Wake) -> Poll<Option<i32>> {
        while let Some(first) = self.writes.front_mut() {
            let Rest { bytes, written } = first;
            match wake.poll(|context| stream.poll_write(context, &bytes[*written..])) {
                Poll::Pending => return Poll::Pending,
                Poll::Ready(Ok(count)) => *written += count,
                Poll::Ready(Err(error)) => {
                    self.writes.pop_front();
                    return Poll::Ready(Some(status_of(&error)));
                }
            }
            if *written == bytes.len() {
                self.writes.pop_front();
                return Poll::Ready(Some(0));
            }
        }
        if self.ends { Poll::Ready(None) } else { Poll::Pending }
    }
}

/// 1: all of it is written. 0: the rest follows, and then an event. Else an errno.
pub(super) fn write<'js>(ctx: Ctx<'js>, id: u32, bytes: TypedArray<'js, u8>) -> i32 {
    send(&ctx, id, &[bytes_of(&bytes)])
}

/// As `write`, of a text in UTF-8. How many bytes it is if all of them are written, 0 if the rest follows, or an errno.
pub(super) fn write_text(ctx: Ctx<'_>, id: u32, text: String) -> i32 {
    match send(&ctx, id, &[text.as_bytes()]) {
        1 => i32::try_from(text.len()).unwrap_or(i32::MAX),
        status => status,
    }
}

/// As `write_text`, of a text behind a head that ends with its length in bytes and an empty line, as HTTP's do.
pub(super) fn write_counted(ctx: Ctx<'_>, id: u32, head: String, text: String) -> i32 {
    let mut whole = head;
    let length = text.len();
    whole.push_str(&format!("{length}\r\n\r\n{text}"));
    write_text(ctx, id, whole)
}

/// As `write`, with a text in Latin-1 before the bytes.
pub(super) fn write_with_head<'js>(ctx: Ctx<'js>, id: u32, head: String, bytes: TypedArray<'js, u8>) -> i32 {
    if head.is_ascii() {
        return send(&ctx, id, &[head.as_bytes(), bytes_of(&bytes)]);
    }
    let head: Vec<u8> = head.chars().map(|char| char as u8).collect();
    send(&ctx, id, &[&head, bytes_of(&bytes)])
}

pub(super) fn writev<'js>(ctx: Ctx<'js>, id: u32, parts: Vec<TypedArray<'js, u8>>) -> i32 {
    let parts: Vec<&[u8]> = parts.iter().map(bytes_of).collect();
    send(&ctx, id, &parts)
}

fn send(ctx: &Ctx<'_>, id: u32, parts: &[&[u8]]) -> i32 {
    Table::of(ctx).with(id, |handle| {
        let Io::Stream(stream) = &mut handle.io else { return errno(Code::BadFile) };
        let total: usize = parts.iter().map(|part| part.len()).sum();
        let written = if handle.output.is_some() { Ok(0) } else { write_now(stream, parts) };
        let written = match written {
            Ok(written) if written == total => return 1,
            Ok(written) => written,
            Err(error) if error.kind() == ErrorKind::WouldBlock => 0,
            Err(error) => return status_of(&error),
        };
        let output = handle.output.get_or_insert_default();
        output.writes.push_back(Rest { bytes: rest(parts, written, total), written: 0 });
        handle.wake.again();
        0
    })
}

fn write_now(stream: &Stream, parts: &[&[u8]]) -> std::io::Result<usize> {
    let slices: Vec<IoSlice<'_>> = parts.iter().take(PARTS).map(|part| IoSlice::new(part)).collect();
    if slices.iter().all(|slice| slice.is_empty()) && parts.len() <= PARTS {
        return Ok(0);
    }
    stream.write_now(&slices)
}

fn rest(parts: &[&[u8]], mut skip: usize, total: usize) -> Vec<u8> {
    let mut rest = Vec::with_capacity(total - skip);
    for part in parts {
        let from = skip.min(part.len());
        skip -= from;
        rest.extend_from_slice(&part[from..]);
    }
    rest
}

/// How many bytes the system has not taken yet.
pub(super) fn queued(ctx: Ctx<'_>, id: u32) -> usize {
    let table = Table::of(&ctx);
    let handles = table.handles.borrow();
    let output = handles.get(&id).and_then(|handle| handle.output.as_ref());
    output.map_or(0, |output| output.writes.iter().map(|rest| rest.bytes.len() - rest.written).sum())
}

/// Closes the writable side after all that is still to be written; an event follows.
pub(super) fn shutdown(ctx: Ctx<'_>, id: u32) -> i32 {
    Table::of(&ctx).with(id, |handle| {
        if !matches!(handle.io, Io::Stream(_)) {
            return errno(Code::NotConnected);
        }
        handle.output.get_or_insert_default().ends = true;
        handle.wake.again();
        0
    })
}
