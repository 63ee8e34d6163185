//! Frames between a page and the main process.
//!
//! ```text
//! batch  = (bytes:varint frame)*                     as text: base64 of that
//! frame  = kind:u8 fields                            the last field takes what is left of the frame
//! string = bytes:varint UTF-8
//!
//! from a page:  1 Send channel:string args           2 Invoke id:varint channel:string args
//!               3 SendSync channel:string args       4 Ready
//!               5 PreloadError path:string message:string stack:string
//!               6 Fault message:string
//! to a page:    1 Event channel:string args          2 Reply id:varint value
//!               3 Failure id:varint name:string message:string code:string stack:string
//! ```
//!
//! `args` (always an array) and `value` are [`crate::clone`] bytes and opaque here. No frame says who sent it: whoever
//! receives it knows that better than the page.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde::{Deserialize, Serialize};

use crate::bytes::{Input, MAX_VARINT, put_bytes, put_varint};
use crate::{Code, Error, Result};

/// The most bytes that one value, and so one frame's `args` or `value`, may have.
pub const MAX_MESSAGE: usize = 256 << 20;
/// The most bytes a batch may have before it becomes text: one largest message and company.
pub const MAX_BATCH: usize = MAX_MESSAGE + (16 << 20);
/// The most bytes in a channel's name.
pub const MAX_CHANNEL_NAME: usize = 4096;
/// What a frame needs besides its value.
const MAX_FRAME: usize = MAX_MESSAGE + MAX_CHANNEL_NAME + 32;
/// Channels that begin so belong to Kaon itself: application code can neither send nor listen on them.
pub const RESERVED_CHANNEL: &str = "-kaon-";

#[derive(Debug, Clone, PartialEq)]
pub enum FromPage {
    Send {
        channel: String,
        args: Vec<u8>,
    },
    Invoke {
        id: u64,
        channel: String,
        args: Vec<u8>,
    },
    /// Comes in a request of its own, last in its batch, behind sends that were not posted yet; that request is
    /// answered by a batch of one `Reply` or `Failure` with the id 0.
    SendSync {
        channel: String,
        args: Vec<u8>,
    },
    /// The preload scripts have run.
    Ready,
    PreloadError {
        path: String,
        message: String,
        stack: String,
    },
    /// The page's half could not read what it was sent.
    Fault {
        message: String,
    },
}

#[derive(Debug, Clone, PartialEq)]
pub enum ToPage {
    Event { channel: String, args: Vec<u8> },
    Reply { id: u64, value: Vec<u8> },
    Failure { id: u64, error: Failure },
}

/// An error as a page sees it; `code` and `stack` are empty where there are none.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Failure {
    pub name: String,
    pub message: String,
    pub code: String,
    pub stack: String,
}

impl From<&Error> for Failure {
    fn from(error: &Error) -> Self {
        let name = format!("{:?}", error.code.class());
        Self { name, message: error.message.clone(), code: error.code.as_str().into(), stack: String::new() }
    }
}

/// One direction's frames.
pub trait Frame: Sized {
    /// Appends the frame with its length, or leaves `out` as it was.
    fn encode(&self, out: &mut Vec<u8>) -> Result<()>;
    fn decode(frame: &[u8]) -> Result<Self>;
}

pub fn encode_batch<'f, F: Frame + 'f>(frames: impl IntoIterator<Item = &'f F>) -> Result<Vec<u8>> {
    let mut out = Vec::new();
    for frame in frames {
        frame.encode(&mut out)?;
    }
    if out.len() > MAX_BATCH { Err(too_large("batch", MAX_BATCH)) } else { Ok(out) }
}

pub fn decode_batch<F: Frame>(batch: &[u8]) -> Result<Vec<F>> {
    if batch.len() > MAX_BATCH {
        return Err(too_large("batch", MAX_BATCH));
    }
    let mut input = Input::new(batch);
    let mut frames = Vec::new();
    while input.left() > 0 {
        frames.push(F::decode(input.bytes()?)?);
    }
    Ok(frames)
}

/// A batch as script messages carry it.
pub fn to_text(batch: &[u8]) -> String {
    STANDARD.encode(batch)
}

pub fn from_text(text: &str) -> Result<Vec<u8>> {
    if text.len() / 4 * 3 > MAX_BATCH {
        return Err(too_large("batch", MAX_BATCH));
    }
    STANDARD.decode(text).map_err(|error| Error::new(Code::BadMessage, format!("malformed message: {error}")))
}

impl Frame for FromPage {
    fn encode(&self, out: &mut Vec<u8>) -> Result<()> {
        append(out, |frame| match self {
            Self::Send { channel, args } => put_send(frame.kind(1), channel, args),
            Self::Invoke { id, channel, args } => put_send(frame.kind(2).id(*id)?, channel, args),
            Self::SendSync { channel, args } => put_send(frame.kind(3), channel, args),
            Self::Ready => frame.kind(4).done(),
            Self::PreloadError { path, message, stack } => {
                frame.kind(5).string(path).string(message).string(stack).done()
            }
            Self::Fault { message } => frame.kind(6).string(message).done(),
        })
    }

    fn decode(frame: &[u8]) -> Result<Self> {
        let mut input = Input::new(frame);
        let frame = match input.u8()? {
            1 => Self::Send { channel: channel(&mut input)?, args: value(&mut input)? },
            2 => {
                Self::Invoke { id: input.varint()?, channel: channel(&mut input)?, args: value(&mut input)? }
            }
            3 => Self::SendSync { channel: channel(&mut input)?, args: value(&mut input)? },
            4 => Self::Ready,
            5 => Self::PreloadError {
                path: string(&mut input)?,
                message: string(&mut input)?,
                stack: string(&mut input)?,
            },
            6 => Self::Fault { message: string(&mut input)? },
            _ => return input.fail("a kind of frame is not known"),
        };
        if input.left() > 0 { input.fail("a frame is too long") } else { Ok(frame) }
    }
}

impl Frame for ToPage {
    fn encode(&self, out: &mut Vec<u8>) -> Result<()> {
        append(out, |frame| match self {
            Self::Event { channel, args } => put_send(frame.kind(1), channel, args),
            Self::Reply { id, value } => frame.kind(2).id(*id)?.value(value),
            Self::Failure { id, error } => {
                let Failure { name, message, code, stack } = error;
                frame.kind(3).id(*id)?.string(name).string(message).string(code).string(stack).done()
            }
        })
    }

    fn decode(frame: &[u8]) -> Result<Self> {
        let mut input = Input::new(frame);
        let frame = match input.u8()? {
            1 => Self::Event { channel: channel(&mut input)?, args: value(&mut input)? },
            2 => Self::Reply { id: input.varint()?, value: value(&mut input)? },
            3 => {
                let id = input.varint()?;
                let (name, message) = (string(&mut input)?, string(&mut input)?);
                let (code, stack) = (string(&mut input)?, string(&mut input)?);
                Self::Failure { id, error: Failure { name, message, code, stack } }
            }
            _ => return input.fail("a kind of frame is not known"),
        };
        if input.left() > 0 { input.fail("a frame is too long") } else { Ok(frame) }
    }
}

#[derive(Default)]
struct Draft(Vec<u8>);

impl Draft {
    fn kind(mut self, kind: u8) -> Self {
        self.0.push(kind);
        self
    }

    fn id(mut self, id: u64) -> Result<Self> {
        if id > MAX_VARINT {
            return Err(Error::new(Code::OutOfRange, format!("an id of {id} exceeds 2^53 - 1")));
        }
        put_varint(&mut self.0, id);
        Ok(self)
    }

    fn string(mut self, text: &str) -> Self {
        put_bytes(&mut self.0, text.as_bytes());
        self
    }

    fn value(mut self, value: &[u8]) -> Result<Self> {
        if value.len() > MAX_MESSAGE {
            return Err(too_large("message", MAX_MESSAGE));
        }
        self.0.extend_from_slice(value);
        Ok(self)
    }

    fn done(self) -> Result<Self> {
        Ok(self)
    }
}

fn append(out: &mut Vec<u8>, draft: impl FnOnce(Draft) -> Result<Draft>) -> Result<()> {
    let frame = draft(Draft::default())?.0;
    if frame.len() > MAX_FRAME {
        return Err(too_large("frame", MAX_FRAME));
    }
    put_bytes(out, &frame);
    Ok(())
}

fn put_send(frame: Draft, channel: &str, args: &[u8]) -> Result<Draft> {
    if channel.len() > MAX_CHANNEL_NAME {
        return Err(too_large("channel name", MAX_CHANNEL_NAME));
    }
    frame.string(channel).value(args)
}

fn channel(input: &mut Input) -> Result<String> {
    let channel = input.str()?;
    if channel.len() > MAX_CHANNEL_NAME {
        Err(too_large("channel name", MAX_CHANNEL_NAME))
    } else {
        Ok(channel.into())
    }
}

fn string(input: &mut Input) -> Result<String> {
    Ok(input.str()?.into())
}

fn value(input: &mut Input) -> Result<Vec<u8>> {
    if input.left() > MAX_MESSAGE as u64 {
        return Err(too_large("message", MAX_MESSAGE));
    }
    Ok(input.take(input.left())?.to_vec())
}

fn too_large(what: &str, limit: usize) -> Error {
    Error::new(Code::MessageTooLarge, format!("A {what} may have {limit} bytes at most"))
}
