//! The frames of one connection: bytes in, messages out, and the other way round.

use std::{
    cell::RefCell,
    io::{self, Read, Write},
    rc::Rc,
};

use rquickjs::{
    Array, Ctx, Function, IntoJs, Object, Result, TypedArray, Value,
    prelude::{Func, List},
};
use tungstenite::{
    Error, Message, WebSocket,
    protocol::{CloseFrame, Role, WebSocketConfig, frame::coding::CloseCode},
};

use crate::runtime::{Bytes, bytes_of};

pub(super) fn native(_: &Ctx<'_>, native: &Object<'_>) -> Result<()> {
    native.set("connection", Func::from(connection))
}

/// What the network has brought and what is to be written to it.
#[derive(Default)]
struct Wire {
    incoming: Vec<u8>,
    read: usize,
    outgoing: Vec<u8>,
}

impl Read for Wire {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let waiting = &self.incoming[self.read..];
        if waiting.is_empty() {
            return Err(io::ErrorKind::WouldBlock.into());
        }
        let count = waiting.len().min(into.len());
        into[..count].copy_from_slice(&waiting[..count]);
        self.read += count;
        if self.read == self.incoming.len() {
            self.incoming.clear();
            self.read = 0;
        }
        Ok(count)
    }
}

impl Write for Wire {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.outgoing.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

type Shared = Rc<RefCell<WebSocket<Wire>>>;

/// A client's end. `limit` bounds one message, in bytes. `feed(bytes)` returns what came: `['text', string]`,
/// `['binary', bytes]`, `['close', code, reason]`, `['error', text]`; `take()` what is to be written.
fn connection<'js>(ctx: Ctx<'js>, limit: f64) -> Result<Object<'js>> {
    let limit = Some(limit as usize);
    let config = WebSocketConfig::default().max_message_size(limit).max_frame_size(limit);
    let socket = WebSocket::from_raw_socket(Wire::default(), Role::Client, Some(config));
    let socket: Shared = Rc::new(RefCell::new(socket));
    let handle = Object::new(ctx.clone())?;
    let its = || Rc::clone(&socket);
    let it = its();
    let feed = move |ctx: Ctx<'js>, bytes: TypedArray<'js, u8>| feed(&ctx, &it, bytes_of(&bytes));
    handle.set("feed", Function::new(ctx.clone(), feed)?)?;
    let it = its();
    let send = move |message: Value<'js>| -> Result<()> {
        let message = match message.as_string() {
            Some(text) => Message::text(text.to_string()?),
            None => Message::binary(bytes_of(&message.get::<TypedArray<u8>>()?).to_vec()),
        };
        tell(&it, |socket| socket.write(message));
        Ok(())
    };
    handle.set("send", Function::new(ctx.clone(), send)?)?;
    let it = its();
    let close = move |code: Option<u16>, reason: Option<String>| {
        let frame = code.map(|code| CloseFrame {
            code: CloseCode::from(code),
            reason: reason.unwrap_or_default().into(),
        });
        tell(&it, |socket| socket.close(frame));
    };
    handle.set("close", Function::new(ctx.clone(), close)?)?;
    let it = its();
    let take = move || Bytes(std::mem::take(&mut it.borrow_mut().get_mut().outgoing));
    handle.set("take", Function::new(ctx.clone(), take)?)?;
    Ok(handle)
}

/// The wire takes everything at once, so that nothing can fail but a connection that is closing already.
fn tell(socket: &Shared, what: impl FnOnce(&mut WebSocket<Wire>) -> std::result::Result<(), Error>) {
    let mut socket = socket.borrow_mut();
    if what(&mut socket).is_ok() {
        let _ = socket.flush();
    }
}

fn feed<'js>(ctx: &Ctx<'js>, socket: &Shared, bytes: &[u8]) -> Result<Array<'js>> {
    let mut socket = socket.borrow_mut();
    socket.get_mut().incoming.extend_from_slice(bytes);
    let seen = Array::new(ctx.clone())?;
    loop {
        let event = match socket.read() {
            Ok(Message::Text(text)) => List(("text", text.as_str())).into_js(ctx)?,
            Ok(Message::Binary(bytes)) => List(("binary", Bytes(bytes.to_vec()))).into_js(ctx)?,
            Ok(Message::Close(frame)) => closed(ctx, frame)?,
            Ok(_) => continue,
            Err(Error::Io(error)) if error.kind() == io::ErrorKind::WouldBlock => break,
            Err(Error::ConnectionClosed | Error::AlreadyClosed) => break,
            Err(error) => {
                seen.set(seen.len(), List(("error", error.to_string())))?;
                break;
            }
        };
        seen.set(seen.len(), event)?;
    }
    // Pongs and the answer to a close are sent by reading on, and by this.
    let _ = socket.flush();
    Ok(seen)
}

fn closed<'js>(ctx: &Ctx<'js>, frame: Option<CloseFrame>) -> Result<Value<'js>> {
    const NO_STATUS: u16 = 1005;
    match frame {
        Some(frame) => List(("close", u16::from(frame.code), frame.reason.as_str())).into_js(ctx),
        None => List(("close", NO_STATUS, "")).into_js(ctx),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_wire_hands_out_what_came_and_then_blocks() {
        let mut wire = Wire { incoming: vec![1, 2, 3], ..Wire::default() };
        let mut two = [0; 2];
        assert_eq!(wire.read(&mut two).ok(), Some(2));
        assert_eq!(wire.read(&mut two).ok(), Some(1));
        assert_eq!(wire.read(&mut two).map_err(|error| error.kind()), Err(io::ErrorKind::WouldBlock));
    }
}
