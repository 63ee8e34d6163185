use zstd_safe::{
    CCtx, CParameter, DCtx, DParameter, InBuffer, OutBuffer, ResetDirective, Strategy, get_error_name,
    zstd_sys::ZSTD_EndDirective as Directive,
};

use super::codec::{Codec, Failure, Progress};

const END: i32 = 2;

const ERRORS: &[(i32, &str)] = &[
    (1, "GENERIC"),
    (10, "prefix_unknown"),
    (12, "version_unsupported"),
    (14, "frameParameter_unsupported"),
    (16, "frameParameter_windowTooLarge"),
    (20, "corruption_detected"),
    (22, "checksum_wrong"),
    (24, "literals_headerWrong"),
    (30, "dictionary_corrupted"),
    (32, "dictionary_wrong"),
    (34, "dictionaryCreation_failed"),
    (40, "parameter_unsupported"),
    (41, "parameter_combination_unsupported"),
    (42, "parameter_outOfBound"),
    (44, "tableLog_tooLarge"),
    (46, "maxSymbolValue_tooLarge"),
    (48, "maxSymbolValue_tooSmall"),
    (50, "stabilityCondition_notRespected"),
    (60, "stage_wrong"),
    (62, "init_missing"),
    (64, "memory_allocation"),
    (66, "workSpace_tooSmall"),
    (70, "dstSize_tooSmall"),
    (72, "srcSize_wrong"),
    (74, "dstBuffer_null"),
    (80, "noForwardProgress_destFull"),
    (82, "noForwardProgress_inputEmpty"),
];

/// Of the library's error value, which is its number negated.
fn failure(code: usize) -> Failure {
    let number = i32::try_from(code.wrapping_neg()).unwrap_or(1);
    let found = ERRORS.iter().find(|(known, _)| *known == number);
    let name = found.map_or("GENERIC", |(_, name)| name);
    Failure::new(get_error_name(code), format!("ZSTD_error_{name}"), number)
}

fn initialized(outcome: Result<usize, usize>) -> Result<(), Failure> {
    match outcome {
        Ok(_) => Ok(()),
        Err(_) => Err(Failure::new("Setting parameter failed", "ERR_ZLIB_INITIALIZATION_FAILED", -1)),
    }
}

fn unsupported() -> Failure {
    Failure::new("Setting parameter failed", "ERR_ZLIB_INITIALIZATION_FAILED", -1)
}

fn strategy(number: u32) -> Option<Strategy> {
    use Strategy as S;
    let all = [
        S::ZSTD_fast,
        S::ZSTD_dfast,
        S::ZSTD_greedy,
        S::ZSTD_lazy,
        S::ZSTD_lazy2,
        S::ZSTD_btlazy2,
        S::ZSTD_btopt,
        S::ZSTD_btultra,
        S::ZSTD_btultra2,
    ];
    all.get((number as usize).checked_sub(1)?).copied()
}

fn parameter(number: u32, value: u32) -> Option<CParameter> {
    Some(match number {
        // Levels may be negative; the script's number arrives as its bits.
        100 => CParameter::CompressionLevel(value.cast_signed()),
        101 => CParameter::WindowLog(value),
        102 => CParameter::HashLog(value),
        103 => CParameter::ChainLog(value),
        104 => CParameter::SearchLog(value),
        105 => CParameter::MinMatch(value),
        106 => CParameter::TargetLength(value),
        107 => CParameter::Strategy(strategy(value)?),
        160 => CParameter::EnableLongDistanceMatching(value != 0),
        161 => CParameter::LdmHashLog(value),
        162 => CParameter::LdmMinMatch(value),
        163 => CParameter::LdmBucketSizeLog(value),
        164 => CParameter::LdmHashRateLog(value),
        200 => CParameter::ContentSizeFlag(value != 0),
        201 => CParameter::ChecksumFlag(value != 0),
        202 => CParameter::DictIdFlag(value != 0),
        400 => CParameter::NbWorkers(value),
        401 => CParameter::JobSize(value),
        402 => CParameter::OverlapSizeLog(value),
        _ => return None,
    })
}

pub(super) struct Encoder {
    context: CCtx<'static>,
    pledged: Option<u64>,
}

impl Encoder {
    pub(super) fn new(params: &[(u32, u32)], pledged: Option<u64>) -> Result<Self, Failure> {
        let mut context = CCtx::try_create().ok_or_else(unsupported)?;
        for &(number, value) in params {
            initialized(context.set_parameter(parameter(number, value).ok_or_else(unsupported)?))?;
        }
        initialized(context.set_pledged_src_size(pledged))?;
        Ok(Self { context, pledged })
    }
}

impl Codec for Encoder {
    fn step(&mut self, flush: i32, input: &[u8], output: &mut [u8]) -> Progress {
        let directive = match flush {
            1 => Directive::ZSTD_e_flush,
            END => Directive::ZSTD_e_end,
            _ => Directive::ZSTD_e_continue,
        };
        let mut source = InBuffer::around(input);
        let mut target = OutBuffer::around(output);
        let outcome = self.context.compress_stream2(&mut target, &mut source, directive);
        Progress { consumed: source.pos(), produced: target.pos(), failure: outcome.err().map(failure) }
    }

    fn reset(&mut self) -> Result<(), Failure> {
        initialized(self.context.reset(ResetDirective::SessionOnly))?;
        initialized(self.context.set_pledged_src_size(self.pledged))
    }
}

pub(super) struct Decoder {
    context: DCtx<'static>,
    /// Whether everything seen so far makes whole frames.
    complete: bool,
}

impl Decoder {
    pub(super) fn new(params: &[(u32, u32)]) -> Result<Self, Failure> {
        let mut context = DCtx::try_create().ok_or_else(unsupported)?;
        for &(number, value) in params {
            if number != 100 {
                return Err(unsupported());
            }
            initialized(context.set_parameter(DParameter::WindowLogMax(value)))?;
        }
        Ok(Self { context, complete: false })
    }
}

impl Codec for Decoder {
    fn step(&mut self, flush: i32, input: &[u8], output: &mut [u8]) -> Progress {
        let capacity = output.len();
        let mut source = InBuffer::around(input);
        let mut target = OutBuffer::around(output);
        let mut first = true;
        // A frame may follow another; each ends a call.
        while first || (source.pos() < input.len() && target.pos() < capacity) {
            // Without input a decoder between two frames would ask for another.
            if self.complete && source.pos() == input.len() {
                break;
            }
            first = false;
            match self.context.decompress_stream(&mut target, &mut source) {
                Ok(hint) => self.complete = hint == 0,
                Err(code) => {
                    let (consumed, produced) = (source.pos(), target.pos());
                    return Progress { consumed, produced, failure: Some(failure(code)) };
                }
            }
        }
        let cut = flush == END && !self.complete && target.pos() < capacity;
        let failure = cut.then(Failure::truncated);
        Progress { consumed: source.pos(), produced: target.pos(), failure }
    }

    fn reset(&mut self) -> Result<(), Failure> {
        self.complete = false;
        initialized(self.context.reset(ResetDirective::SessionOnly))
    }
}
