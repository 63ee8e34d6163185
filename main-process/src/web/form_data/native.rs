use rquickjs::{Ctx, Object, Result, TypedArray, prelude::Func};

use crate::runtime::bytes_of;

pub(super) fn native(_: &Ctx<'_>, native: &Object<'_>) -> Result<()> {
    native.set("find", Func::from(find))
}

/// Where `needle` is in `bytes` from `start` on; -1 if it is not.
fn find(bytes: TypedArray<'_, u8>, needle: TypedArray<'_, u8>, start: usize) -> f64 {
    let found = bytes_of(&bytes).get(start..).and_then(|rest| position(rest, bytes_of(&needle)));
    found.map_or(-1.0, |index| (start + index) as f64)
}

fn position(bytes: &[u8], needle: &[u8]) -> Option<usize> {
    let (&first, rest) = needle.split_first()?;
    let mut start = 0;
    while let Some(index) = bytes.get(start..)?.iter().position(|&byte| byte == first) {
        start += index + 1;
        if bytes.get(start..)?.starts_with(rest) {
            return Some(start - 1);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::position;

    #[test]
    fn finds_the_first_of_several_and_none_of_none() {
        assert_eq!(position(b"aabaab", b"ab"), Some(1));
        assert_eq!(position(b"aab", b"abc"), None);
        assert_eq!(position(b"", b"a"), None);
        assert_eq!(position(b"aaaa", b""), None);
    }
}
