//! zlib's own formats, through the C interface of zlib-rs: it alone has every control that Node offers.
#![allow(unsafe_code)]

use std::ffi::{CStr, c_int};

use libz_rs_sys as zlib;

use super::codec::{Codec, Failure, Progress};

/// Node's numbers for the formats.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Mode {
    Deflate,
    Inflate,
    Gzip,
    Gunzip,
    DeflateRaw,
    InflateRaw,
    Unzip,
}

impl Mode {
    pub(super) fn from_number(number: i32) -> Option<Self> {
        use Mode::{Deflate, DeflateRaw, Gunzip, Gzip, Inflate, InflateRaw, Unzip};
        let index = usize::try_from(number).ok()?.checked_sub(1)?;
        [Deflate, Inflate, Gzip, Gunzip, DeflateRaw, InflateRaw, Unzip].get(index).copied()
    }

    fn compresses(self) -> bool {
        matches!(self, Self::Deflate | Self::Gzip | Self::DeflateRaw)
    }

    /// zlib takes the format from the range that the window's size is in.
    fn window(self, bits: i32) -> i32 {
        match self {
            Self::Gzip | Self::Gunzip => bits + 16,
            Self::Unzip => bits + 32,
            Self::DeflateRaw | Self::InflateRaw => -bits,
            Self::Deflate | Self::Inflate => bits,
        }
    }
}

#[derive(Debug, Clone)]
pub(super) struct Settings {
    pub(super) window_bits: i32,
    pub(super) level: i32,
    pub(super) mem_level: i32,
    pub(super) strategy: i32,
    pub(super) dictionary: Vec<u8>,
}

pub(super) struct Zlib {
    mode: Mode,
    settings: Settings,
    /// Made by the first step: a stream that is never used takes no memory for its window.
    stream: Option<Stream>,
    header: Header,
}

/// What an `Unzip` has seen of the two bytes that mark gzip; only gzip may have several members.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Header {
    Nothing,
    First,
    Gzip,
    Other,
}

/// zlib's state. Boxed, since it points to itself.
struct Stream {
    raw: Box<zlib::z_stream>,
    compresses: bool,
}

// SAFETY: the state is memory of its own, which only its owner uses.
unsafe impl Send for Stream {}

impl Drop for Stream {
    fn drop(&mut self) {
        let raw: *mut _ = &mut *self.raw;
        // SAFETY: initialised by `open`, and ended only here.
        unsafe { if self.compresses { zlib::deflateEnd(raw) } else { zlib::inflateEnd(raw) } };
    }
}

impl Stream {
    fn open(mode: Mode, settings: &Settings) -> Result<Self, c_int> {
        let mut raw = Box::new(zlib::z_stream::default());
        let pointer: *mut _ = &mut *raw;
        let size = size_of::<zlib::z_stream>() as c_int;
        let window = mode.window(settings.window_bits);
        let Settings { level, mem_level, strategy, .. } = *settings;
        // SAFETY: the stream is a valid, fresh one, and lives in its box.
        let outcome = unsafe {
            let version = zlib::zlibVersion();
            if mode.compresses() {
                let method = zlib::Z_DEFLATED;
                zlib::deflateInit2_(pointer, level, method, window, mem_level, strategy, version, size)
            } else {
                zlib::inflateInit2_(pointer, window, version, size)
            }
        };
        if outcome == zlib::Z_OK { Ok(Self { raw, compresses: mode.compresses() }) } else { Err(outcome) }
    }

    /// One call of deflate or inflate; returns its code, the bytes read and the bytes written.
    fn run(&mut self, flush: i32, input: &[u8], output: &mut [u8]) -> (c_int, usize, usize) {
        let available = |length: usize| u32::try_from(length).unwrap_or(u32::MAX);
        let (before_in, before_out) = (available(input.len()), available(output.len()));
        self.raw.next_in = input.as_ptr();
        self.raw.avail_in = before_in;
        self.raw.next_out = output.as_mut_ptr();
        self.raw.avail_out = before_out;
        let raw: *mut _ = &mut *self.raw;
        // SAFETY: initialised by `open`; both buffers are valid for the lengths given and outlive the call.
        let code =
            unsafe { if self.compresses { zlib::deflate(raw, flush) } else { zlib::inflate(raw, flush) } };
        let (consumed, produced) = (before_in - self.raw.avail_in, before_out - self.raw.avail_out);
        (code, consumed as usize, produced as usize)
    }

    fn set_dictionary(&mut self, dictionary: &[u8]) -> c_int {
        let raw: *mut _ = &mut *self.raw;
        let length = u32::try_from(dictionary.len()).unwrap_or(u32::MAX);
        // SAFETY: initialised by `open`; zlib copies the dictionary.
        unsafe {
            if self.compresses {
                zlib::deflateSetDictionary(raw, dictionary.as_ptr(), length)
            } else {
                zlib::inflateSetDictionary(raw, dictionary.as_ptr(), length)
            }
        }
    }

    fn reset(&mut self) -> c_int {
        let raw: *mut _ = &mut *self.raw;
        // SAFETY: initialised by `open`.
        unsafe { if self.compresses { zlib::deflateReset(raw) } else { zlib::inflateReset(raw) } }
    }

    fn set_params(&mut self, level: i32, strategy: i32) -> c_int {
        self.raw.avail_in = 0;
        self.raw.avail_out = 0;
        // SAFETY: initialised by `open`, as one that compresses; with nothing available neither buffer is touched.
        unsafe { zlib::deflateParams(&mut *self.raw, level, strategy) }
    }

    /// zlib's own words, if it has some.
    fn message(&self) -> Option<String> {
        if self.raw.msg.is_null() {
            return None;
        }
        // SAFETY: zlib's messages are static, terminated strings.
        Some(unsafe { CStr::from_ptr(self.raw.msg) }.to_string_lossy().into_owned())
    }
}

/// The checksum of gzip and zip, going on from `start`.
#[allow(clippy::useless_conversion, clippy::unnecessary_cast)]
pub(super) fn crc32(start: u32, bytes: &[u8]) -> u32 {
    // C's long has 64 bits on some systems and 32 on others.
    let start = std::ffi::c_ulong::from(start);
    // SAFETY: the pointer is valid for the length.
    unsafe { zlib::crc32_z(start, bytes.as_ptr(), bytes.len()) as u32 }
}

fn name_of(code: c_int) -> &'static str {
    match code {
        zlib::Z_OK => "Z_OK",
        zlib::Z_STREAM_END => "Z_STREAM_END",
        zlib::Z_NEED_DICT => "Z_NEED_DICT",
        zlib::Z_ERRNO => "Z_ERRNO",
        zlib::Z_STREAM_ERROR => "Z_STREAM_ERROR",
        zlib::Z_DATA_ERROR => "Z_DATA_ERROR",
        zlib::Z_MEM_ERROR => "Z_MEM_ERROR",
        zlib::Z_BUF_ERROR => "Z_BUF_ERROR",
        zlib::Z_VERSION_ERROR => "Z_VERSION_ERROR",
        _ => "Z_UNKNOWN_ERROR",
    }
}

impl Zlib {
    pub(super) fn new(mode: Mode, settings: Settings) -> Self {
        Self { mode, settings, stream: None, header: Header::Nothing }
    }

    fn failure(&self, message: &str, code: c_int) -> Failure {
        let own = self.stream.as_ref().and_then(Stream::message);
        Failure::new(own.unwrap_or_else(|| message.to_owned()), name_of(code), code)
    }

    fn ready(&mut self) -> Result<&mut Stream, Failure> {
        if self.stream.is_none() {
            let stream = Stream::open(self.mode, &self.settings)
                .map_err(|code| Failure::new("Init error", name_of(code), code))?;
            self.stream = Some(stream);
            self.offer_dictionary()?;
        }
        Ok(self.stream.as_mut().expect("made above"))
    }

    /// Inflating asks for its dictionary, if the data says so; the others have it from the start.
    fn offer_dictionary(&mut self) -> Result<(), Failure> {
        let early = matches!(self.mode, Mode::Deflate | Mode::DeflateRaw | Mode::InflateRaw);
        if !early || self.settings.dictionary.is_empty() {
            return Ok(());
        }
        let stream = self.stream.as_mut().expect("callers have made it");
        let code = stream.set_dictionary(&self.settings.dictionary);
        if code == zlib::Z_OK { Ok(()) } else { Err(self.failure("Failed to set dictionary", code)) }
    }

    fn look_at_header(&mut self, input: &[u8]) {
        for &byte in input {
            self.header = match (self.header, byte) {
                (Header::Nothing, 0x1f) => Header::First,
                (Header::First, 0x8b) => Header::Gzip,
                (Header::Nothing | Header::First, _) => Header::Other,
                _ => return,
            };
        }
    }

    fn has_members(&self) -> bool {
        self.mode == Mode::Gunzip || (self.mode == Mode::Unzip && self.header == Header::Gzip)
    }

    fn inflate(
        &mut self,
        flush: i32,
        input: &[u8],
        output: &mut [u8],
    ) -> Result<(c_int, usize, usize), Failure> {
        let mode = self.mode;
        let members = self.has_members();
        self.ready()?;
        let dictionary = std::mem::take(&mut self.settings.dictionary);
        let stream = self.stream.as_mut().expect("made above");
        let (mut code, mut consumed, mut produced) = stream.run(flush, input, output);
        let mut again = |stream: &mut Stream, consumed: &mut usize, produced: &mut usize| {
            let (code, read, written) = stream.run(flush, &input[*consumed..], &mut output[*produced..]);
            *consumed += read;
            *produced += written;
            code
        };
        if code == zlib::Z_NEED_DICT && mode != Mode::InflateRaw && !dictionary.is_empty() {
            code = match stream.set_dictionary(&dictionary) {
                zlib::Z_OK => again(stream, &mut consumed, &mut produced),
                zlib::Z_DATA_ERROR => zlib::Z_NEED_DICT,
                other => other,
            };
        }
        // What follows a member is another one, unless it is zeros that fill up a block.
        while members && code == zlib::Z_STREAM_END && input.get(consumed).is_some_and(|&byte| byte != 0) {
            stream.reset();
            code = again(stream, &mut consumed, &mut produced);
        }
        self.settings.dictionary = dictionary;
        Ok((code, consumed, produced))
    }

    fn check(&self, code: c_int, flush: i32, full: bool) -> Option<Failure> {
        match code {
            zlib::Z_OK | zlib::Z_BUF_ERROR if flush == zlib::Z_FINISH && !full => Some(Failure::truncated()),
            zlib::Z_OK | zlib::Z_BUF_ERROR | zlib::Z_STREAM_END => None,
            zlib::Z_NEED_DICT if self.settings.dictionary.is_empty() => {
                Some(self.failure("Missing dictionary", code))
            }
            zlib::Z_NEED_DICT => Some(self.failure("Bad dictionary", code)),
            _ => Some(self.failure("Zlib error", code)),
        }
    }
}

impl Codec for Zlib {
    fn step(&mut self, flush: i32, input: &[u8], output: &mut [u8]) -> Progress {
        if self.mode == Mode::Unzip {
            self.look_at_header(input);
        }
        let outcome = if self.mode.compresses() {
            self.ready().map(|stream| stream.run(flush, input, output))
        } else {
            self.inflate(flush, input, output)
        };
        match outcome {
            Ok((code, consumed, produced)) => {
                let failure = self.check(code, flush, produced == output.len());
                Progress { consumed, produced, failure }
            }
            Err(failure) => Progress::failed(failure),
        }
    }

    fn reset(&mut self) -> Result<(), Failure> {
        self.header = Header::Nothing;
        let Some(stream) = &mut self.stream else { return Ok(()) };
        let code = stream.reset();
        if code != zlib::Z_OK {
            return Err(self.failure("Failed to reset stream", code));
        }
        self.offer_dictionary()
    }

    fn set_params(&mut self, level: i32, strategy: i32) -> Result<(), Failure> {
        if !matches!(self.mode, Mode::Deflate | Mode::DeflateRaw) {
            return Ok(());
        }
        match self.ready()?.set_params(level, strategy) {
            zlib::Z_OK | zlib::Z_BUF_ERROR => Ok(()),
            code => Err(self.failure("Failed to set parameters", code)),
        }
    }
}
