use brotli::{
    BrotliDecompressStream, BrotliResult, BrotliState,
    enc::{
        StandardAlloc,
        encode::{
            BrotliEncoderOperation as Operation, BrotliEncoderParameter as Parameter,
            BrotliEncoderStateStruct,
        },
    },
};

use super::codec::{Codec, Failure, Progress};

/// Which operation a number of Node's stands for; what is none asks for nothing special.
fn operation(number: i32) -> Operation {
    match number {
        1 => Operation::BROTLI_OPERATION_FLUSH,
        2 => Operation::BROTLI_OPERATION_FINISH,
        3 => Operation::BROTLI_OPERATION_EMIT_METADATA,
        _ => Operation::BROTLI_OPERATION_PROCESS,
    }
}

fn parameter(number: u32) -> Option<Parameter> {
    Some(match number {
        0 => Parameter::BROTLI_PARAM_MODE,
        1 => Parameter::BROTLI_PARAM_QUALITY,
        2 => Parameter::BROTLI_PARAM_LGWIN,
        3 => Parameter::BROTLI_PARAM_LGBLOCK,
        4 => Parameter::BROTLI_PARAM_DISABLE_LITERAL_CONTEXT_MODELING,
        5 => Parameter::BROTLI_PARAM_SIZE_HINT,
        6 => Parameter::BROTLI_PARAM_LARGE_WINDOW,
        _ => return None,
    })
}

fn not_initialized() -> Failure {
    Failure::new("Initialization failed", "ERR_ZLIB_INITIALIZATION_FAILED", -1)
}

pub(super) struct Encoder {
    state: Box<BrotliEncoderStateStruct<StandardAlloc>>,
    params: Vec<(u32, u32)>,
}

impl Encoder {
    pub(super) fn new(params: Vec<(u32, u32)>) -> Result<Self, Failure> {
        Ok(Self { state: Self::state(&params)?, params })
    }

    fn state(params: &[(u32, u32)]) -> Result<Box<BrotliEncoderStateStruct<StandardAlloc>>, Failure> {
        let mut state = Box::new(BrotliEncoderStateStruct::new(StandardAlloc::default()));
        for &(number, value) in params {
            let known = parameter(number).is_some_and(|parameter| state.set_parameter(parameter, value));
            if !known {
                return Err(not_initialized());
            }
        }
        Ok(state)
    }
}

impl Codec for Encoder {
    fn step(&mut self, flush: i32, input: &[u8], output: &mut [u8]) -> Progress {
        let (mut available_in, mut consumed) = (input.len(), 0);
        let (mut available_out, mut produced) = (output.len(), 0);
        let worked = self.state.compress_stream(
            operation(flush),
            &mut available_in,
            input,
            &mut consumed,
            &mut available_out,
            output,
            &mut produced,
            &mut None,
            &mut |_, _, _, _| (),
        );
        let failure =
            (!worked).then(|| Failure::new("Compression failed", "ERR_BROTLI_COMPRESSION_FAILED", -1));
        Progress { consumed, produced, failure }
    }

    fn reset(&mut self) -> Result<(), Failure> {
        self.state = Self::state(&self.params)?;
        Ok(())
    }
}

type State = BrotliState<StandardAlloc, StandardAlloc, StandardAlloc>;

pub(super) struct Decoder {
    state: Box<State>,
    large_window: bool,
    over: bool,
}

impl Decoder {
    pub(super) fn new(params: &[(u32, u32)]) -> Self {
        // The one parameter with a meaning here; the other only changes how memory is taken.
        let large_window = params.iter().any(|&(number, value)| number == 1 && value != 0);
        Self { state: Self::state(large_window), large_window, over: false }
    }

    fn state(large_window: bool) -> Box<State> {
        let alloc = StandardAlloc::default;
        let make = if large_window { State::new } else { State::new_strict };
        Box::new(make(alloc(), alloc(), alloc()))
    }

    fn failure(&self) -> Failure {
        let number = self.state.error_code as i32;
        // The crate names its codes as the C library does; that leaves out the first two words of them.
        let name = format!("{:?}", self.state.error_code).replace("BROTLI_DECODER", "ERR_");
        Failure::new("Decompression failed", name, number)
    }
}

impl Codec for Decoder {
    fn step(&mut self, flush: i32, input: &[u8], output: &mut [u8]) -> Progress {
        if self.over {
            return Progress::default();
        }
        let (mut available_in, mut consumed) = (input.len(), 0);
        let (mut available_out, mut produced, mut total) = (output.len(), 0, 0);
        let result = BrotliDecompressStream(
            &mut available_in,
            &mut consumed,
            input,
            &mut available_out,
            &mut produced,
            output,
            &mut total,
            &mut self.state,
        );
        let finish = flush == Operation::BROTLI_OPERATION_FINISH as i32;
        let failure = match result {
            BrotliResult::ResultFailure => Some(self.failure()),
            BrotliResult::NeedsMoreInput if finish => Some(Failure::truncated()),
            _ => None,
        };
        self.over = matches!(result, BrotliResult::ResultSuccess);
        Progress { consumed, produced, failure }
    }

    fn reset(&mut self) -> Result<(), Failure> {
        *self = Self { state: Self::state(self.large_window), large_window: self.large_window, over: false };
        Ok(())
    }
}
