use super::Bytes;
use crate::runtime::bytes_of;

/// The index of `needle` at or after `start`, or at or before it when not `forward`; -1 when there is none. `wide` finds
/// it at even indices only. Neither is empty.
pub(super) fn search(view: Bytes<'_>, needle: Bytes<'_>, start: u32, forward: bool, wide: bool) -> i64 {
    let (bytes, needle) = (bytes_of(&view), bytes_of(&needle));
    let step = if wide { 2 } else { 1 };
    let needle = &needle[..needle.len() / step * step];
    let Some(last) = (bytes.len() / step * step).checked_sub(needle.len()) else { return -1 };
    let start = start as usize / step * step;
    let found = match (needle, forward) {
        ([], _) => None,
        ([first, ..], true) => {
            (start..=last).step_by(step).find(|at| bytes[*at] == *first && bytes[*at..].starts_with(needle))
        }
        (_, false) => (0..=start.min(last))
            .rev()
            .filter(|at| at % step == 0)
            .find(|at| bytes[*at..].starts_with(needle)),
    };
    found.map_or(-1, |index| index as i64)
}
