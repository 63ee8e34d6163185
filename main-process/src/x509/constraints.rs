//! Name constraints: <https://www.rfc-editor.org/rfc/rfc5280#section-4.2.1.10>

use super::{
    certificate::{Certificate, SUBJECT_ALT_NAME},
    der::{self, Reader},
};

const EMAIL: u8 = 0x81;
const DNS: u8 = 0x82;
const DIRECTORY: u8 = 0xa4;
const URI: u8 = 0x86;
const ADDRESS: u8 = 0x87;

/// Whether the names of a certificate keep within an authority's limits. What cannot be compared doesn't.
pub(super) fn allow(limits: &[u8], certificate: &Certificate<'_>) -> bool {
    let Some(mut limits) = Reader::new(limits).inside(der::SEQUENCE) else { return false };
    let permitted = subtrees(limits.optional(0xa0));
    let excluded = subtrees(limits.optional(0xa1));
    names(certificate).iter().all(|&name| {
        let hits = |trees: &[Tree<'_>]| trees.iter().any(|tree| tree.0 == name.0 && within(name, tree.1));
        let limited = permitted.iter().any(|tree| tree.0 == name.0);
        (!limited || hits(&permitted)) && !hits(&excluded)
    })
}

/// A kind of name and its value.
type Tree<'a> = (u8, &'a [u8]);

fn subtrees(list: Option<&[u8]>) -> Vec<Tree<'_>> {
    let trees = list.map(Reader::new).into_iter().flatten();
    trees.filter_map(|tree| Reader::new(tree.value).field()).map(|base| (base.tag, base.value)).collect()
}

/// Its alternative names and its subject; without the former, its common names count as hosts'.
fn names<'a>(certificate: &Certificate<'a>) -> Vec<Tree<'a>> {
    let alternatives = certificate.extension(SUBJECT_ALT_NAME);
    let listed =
        alternatives.and_then(|value| Reader::new(value).inside(der::SEQUENCE)).into_iter().flatten();
    let mut all: Vec<Tree<'a>> = listed.map(|field| (field.tag, field.value)).collect();
    all.push((DIRECTORY, certificate.subject.raw));
    if alternatives.is_none() {
        all.extend(certificate.subject.common_names().map(|name| (DNS, name)));
    }
    all
}

fn within((kind, name): Tree<'_>, base: &[u8]) -> bool {
    match kind {
        DNS => domain_within(name, base, true),
        EMAIL if base.contains(&b'@') => name.eq_ignore_ascii_case(base),
        EMAIL => {
            name.rsplit(|&byte| byte == b'@').next().is_some_and(|host| domain_within(host, base, false))
        }
        URI => host_of(name).is_some_and(|host| domain_within(host, base, false)),
        ADDRESS if base.len() == name.len() * 2 => {
            let (network, mask) = base.split_at(name.len());
            name.iter().zip(network).zip(mask).all(|((byte, wanted), mask)| byte & mask == wanted & mask)
        }
        DIRECTORY => content(name).zip(content(base)).is_some_and(|(name, base)| name.starts_with(base)),
        _ => false,
    }
}

fn content(name: &[u8]) -> Option<&[u8]> {
    Reader::new(name).value(der::SEQUENCE)
}

/// A base with a leading dot means the domains below it; one without means the domain itself, and for hosts those too.
fn domain_within(name: &[u8], base: &[u8], below: bool) -> bool {
    if base.is_empty() {
        return true;
    }
    let Some(start) = name.len().checked_sub(base.len()) else { return false };
    let (front, tail) = name.split_at(start);
    if !tail.eq_ignore_ascii_case(base) {
        return false;
    }
    front.is_empty() || base.starts_with(b".") || (below && front.ends_with(b"."))
}

fn host_of(uri: &[u8]) -> Option<&[u8]> {
    let at = uri.windows(3).position(|three| three == b"://")? + 3;
    let authority = uri[at..].split(|byte| matches!(byte, b'/' | b'?' | b'#')).next()?;
    let host = authority.rsplit(|&byte| byte == b'@').next()?;
    host.split(|&byte| byte == b':').next()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn domains_end_where_their_base_does() {
        assert!(domain_within(b"a.example.com", b"example.com", true));
        assert!(domain_within(b"EXAMPLE.com", b"example.com", true));
        assert!(!domain_within(b"badexample.com", b"example.com", true));
        assert!(!domain_within(b"a.example.com", b"example.com", false));
        assert!(domain_within(b"a.example.com", b".example.com", false));
        assert!(!domain_within(b"com", b"example.com", true));
    }

    #[test]
    fn hosts_of_addresses() {
        assert_eq!(host_of(b"https://u@a.b:8/c"), Some(&b"a.b"[..]));
        assert_eq!(host_of(b"mailto:a@b"), None);
    }

    #[test]
    fn networks_have_masks() {
        assert!(within((ADDRESS, &[10, 1, 2, 3]), &[10, 0, 0, 0, 255, 0, 0, 0]));
        assert!(!within((ADDRESS, &[11, 1, 2, 3]), &[10, 0, 0, 0, 255, 0, 0, 0]));
    }
}
