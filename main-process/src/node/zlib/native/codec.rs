use std::cmp::min;

/// What a compressor or decompressor says when it cannot go on: data, which the script makes an error of.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Failure {
    pub(super) message: String,
    pub(super) code: String,
    pub(super) errno: i32,
}

impl Failure {
    pub(super) fn new(message: impl Into<String>, code: impl Into<String>, errno: i32) -> Self {
        Self { message: message.into(), code: code.into(), errno }
    }

    /// The input is over before what it compresses is.
    pub(super) fn truncated() -> Self {
        Self::new("unexpected end of file", "Z_BUF_ERROR", -5)
    }
}

/// How far one step came.
#[derive(Debug, Default)]
pub(super) struct Progress {
    pub(super) consumed: usize,
    pub(super) produced: usize,
    pub(super) failure: Option<Failure>,
}

impl Progress {
    pub(super) fn failed(failure: Failure) -> Self {
        Self { failure: Some(failure), ..Self::default() }
    }
}

/// One format in one direction. A step goes on until the input is used up or the output is full; what is left of the
/// input though there was room is no part of the compressed data.
pub(super) trait Codec: Send {
    fn step(&mut self, flush: i32, input: &[u8], output: &mut [u8]) -> Progress;
    fn reset(&mut self) -> Result<(), Failure>;
    fn set_params(&mut self, _level: i32, _strategy: i32) -> Result<(), Failure> {
        Ok(())
    }
}

/// Why a whole run gave no result.
#[derive(Debug)]
pub(super) enum Stop {
    Failed(Failure),
    /// There is more output than was allowed.
    TooLarge,
}

/// Output grows from a chunk of at most this size, whatever size was asked for.
const LARGEST_START: usize = 1 << 20;

/// Runs all of `input` through the codec; returns the output and how much of the input was used. The output never takes
/// more than `limit` bytes, however much there would be.
pub(super) fn run_whole(
    codec: &mut dyn Codec,
    flush: i32,
    input: &[u8],
    chunk: usize,
    limit: usize,
) -> Result<(Vec<u8>, usize), Stop> {
    let mut output = Vec::new();
    let mut used = 0;
    let chunk = chunk.min(LARGEST_START);
    loop {
        let start = output.len();
        // Twice as much each time, so that large results take few steps; one byte over the limit tells of its breach.
        let room = min(chunk.max(start), (limit - start).saturating_add(1));
        output.resize(start + room, 0);
        let progress = codec.step(flush, &input[used..], &mut output[start..]);
        if let Some(failure) = progress.failure {
            return Err(Stop::Failed(failure));
        }
        used += progress.consumed;
        output.truncate(start + progress.produced);
        if output.len() > limit {
            return Err(Stop::TooLarge);
        }
        if progress.produced < room {
            output.shrink_to_fit();
            return Ok((output, used));
        }
    }
}
