use icu_segmenter::{
    GraphemeClusterSegmenter, SentenceSegmenter, WordSegmenter, options::WordBreakInvariantOptions,
};

/// Where segments end, in UTF-16 units; for words each followed by 1 or 0: whether it is like a word.
pub(super) fn boundaries(text: String, granularity: String) -> Vec<u32> {
    let units: Vec<u16> = text.encode_utf16().collect();
    match granularity.as_str() {
        "word" => words(&units),
        "sentence" => positions(SentenceSegmenter::new(Default::default()).segment_utf16(&units)),
        _ => positions(GraphemeClusterSegmenter::new().segment_utf16(&units)),
    }
}

fn positions(breaks: impl Iterator<Item = usize>) -> Vec<u32> {
    breaks.filter(|&at| at > 0).map(|at| at as u32).collect()
}

fn words(units: &[u16]) -> Vec<u32> {
    let segmenter = WordSegmenter::new_for_non_complex_scripts(WordBreakInvariantOptions::default());
    let mut found = Vec::new();
    let mut breaks = segmenter.segment_utf16(units);
    while let Some(at) = breaks.next() {
        if at > 0 {
            found.extend([at as u32, u32::from(breaks.is_word_like())]);
        }
    }
    found
}
