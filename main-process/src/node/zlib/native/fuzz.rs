use super::{Wish, codec, codec::run_whole, deflate::Settings};

/// More than any seed needs; enough for a bomb to be one.
const LIMIT: usize = 1 << 20;

/// Puts any bytes through every format: what a byte chooses, with the rest as input, in one go and in pieces. Nothing may
/// panic, hang, or grow over the limit; and what was compressed comes back.
pub(in crate::node::zlib) fn fuzz(data: &[u8]) {
    let [choice, piece, input @ ..] = data else { return };
    let mode = i32::from(choice % 11) + 1;
    decode_in_pieces(mode, usize::from(*piece) + 1, input);
    round_trip(mode, input);
}

fn wish(mode: i32) -> Wish {
    let window_bits = if matches!(mode, 2 | 4 | 7) { 0 } else { 15 };
    let zlib = Settings { window_bits, level: 6, mem_level: 8, strategy: 0, dictionary: Vec::new() };
    // Brotli's default quality would make every run slow.
    let params = if mode == super::BROTLI_ENCODE { vec![(1, 4)] } else { Vec::new() };
    Wish { mode, zlib, params, pledged: None }
}

fn finish_of(mode: i32) -> i32 {
    if mode >= super::BROTLI_DECODE { 2 } else { 4 }
}

fn decode_in_pieces(mode: i32, piece: usize, input: &[u8]) {
    let Ok(mut codec) = codec(wish(mode)) else { return };
    let mut output = vec![0; 4096];
    let mut total = 0;
    for chunk in input.chunks(piece) {
        let mut rest = chunk;
        loop {
            let progress = codec.step(0, rest, &mut output);
            assert!(progress.consumed <= rest.len() && progress.produced <= output.len());
            rest = &rest[progress.consumed..];
            total += progress.produced;
            if progress.failure.is_some() || total > LIMIT {
                return;
            }
            if progress.produced < output.len() {
                break;
            }
        }
    }
    let _ = codec.reset();
    if let Ok((whole, used)) = run_whole(codec.as_mut(), finish_of(mode), input, 64, LIMIT) {
        assert!(whole.len() <= LIMIT && used <= input.len());
    }
}

/// Each compressor with what undoes it.
const PAIRS: &[(i32, i32)] = &[(1, 2), (3, 4), (5, 6), (3, 7), (9, 8), (10, 11)];

fn round_trip(mode: i32, input: &[u8]) {
    let Some(&(there, back)) = PAIRS.iter().find(|(there, _)| *there == mode) else { return };
    let (Ok(mut compressor), Ok(mut decompressor)) = (codec(wish(there)), codec(wish(back))) else { return };
    let Ok((packed, _)) = run_whole(compressor.as_mut(), finish_of(there), input, 64, LIMIT) else { return };
    let unpacked = run_whole(decompressor.as_mut(), finish_of(back), &packed, 64, LIMIT);
    assert!(unpacked.is_ok_and(|(bytes, _)| bytes == input), "what was compressed comes back");
}

#[cfg(test)]
mod tests {
    use super::fuzz;

    #[test]
    fn any_bytes_are_either_data_or_an_error() {
        let mut state = 0x2545_f491_u32;
        for round in 0..400_u32 {
            let length = round as usize % 97;
            let mut bytes: Vec<u8> = (0..length)
                .map(|_| {
                    state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                    (state >> 24) as u8
                })
                .collect();
            if let Some(first) = bytes.first_mut() {
                *first = round as u8;
            }
            fuzz(&bytes);
        }
    }
}
