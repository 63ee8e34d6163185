//! Name constraints: <https://www.rfc-editor.org/rfc/rfc5280#section-4.2.1.10>

use std::borrow::Cow;

use super::{
    certificate::{Certificate, SUBJECT_ALT_NAME},
    der::{self, Field, Reader},
    name::Name,
};

const EMAIL: u8 = 0x81;
const DNS: u8 = 0x82;
const DIRECTORY: u8 = 0xa4;
const URI: u8 = 0x86;
const ADDRESS: u8 = 0x87;

/// Whether the names of a certificate keep within an authority's limits. What cannot be read or compared doesn't.
pub(super) fn allow(limits: &[u8], certificate: &Certificate<'_>, is_leaf: bool) -> bool {
    check(limits, certificate, is_leaf).unwrap_or(false)
}

fn check(limits: &[u8], certificate: &Certificate<'_>, is_leaf: bool) -> Option<bool> {
    let mut limits = Reader::new(limits).inside(der::SEQUENCE)?;
    let permitted = subtrees(limits.optional(0xa0))?;
    let excluded = subtrees(limits.optional(0xa1))?;
    if limits.peek().is_some() {
        return None;
    }
    for (kind, name) in names(certificate, is_leaf)? {
        let mut limited = false;
        let mut kept = false;
        for (_, base) in permitted.iter().filter(|tree| tree.0 == kind) {
            limited = true;
            kept |= within((kind, &name), base)?;
        }
        for (_, base) in excluded.iter().filter(|tree| tree.0 == kind) {
            if within((kind, &name), base)? || (kind == DNS && wildcard_reaches(&name, base)) {
                return Some(false);
            }
        }
        if limited && !kept {
            return Some(false);
        }
    }
    Some(true)
}

/// A kind of name and its value.
type Tree<'a> = (u8, &'a [u8]);

fn subtrees(list: Option<&[u8]>) -> Option<Vec<Tree<'_>>> {
    let trees = der::fields(list.unwrap_or_default())?;
    let base = |tree: &Field<'_>| Reader::new(tree.value).field().is_some();
    if !trees.iter().all(base) {
        return None;
    }
    let bases = trees.iter().filter_map(|tree| Reader::new(tree.value).field());
    Some(bases.map(|base| (base.tag, base.value)).collect())
}

/// Its alternative names and its subject. Without hosts among the former, a leaf's common names count as such, since
/// whoever compares hosts then looks at these.
fn names<'a>(certificate: &Certificate<'a>, is_leaf: bool) -> Option<Vec<(u8, Cow<'a, [u8]>)>> {
    let listed = certificate.extension(SUBJECT_ALT_NAME).map_or(Some(Vec::new()), der::list)?;
    let mut all: Vec<(u8, Cow<'a, [u8]>)> =
        listed.iter().map(|field| (field.tag, Cow::Borrowed(field.value))).collect();
    let parts = certificate.subject.parts();
    if is_leaf && !all.iter().any(|(kind, _)| *kind == DNS) {
        let hosts = parts.iter().filter(|part| part.key == "CN" && !part.text.contains(' '));
        all.extend(hosts.map(|part| (DNS, Cow::Owned(part.text.clone().into_bytes()))));
    }
    let letters = parts.iter().filter(|part| part.key == "emailAddress");
    all.extend(letters.map(|part| (EMAIL, Cow::Owned(part.text.clone().into_bytes()))));
    if !parts.is_empty() {
        all.push((DIRECTORY, Cow::Borrowed(certificate.subject.raw)));
    }
    Some(all)
}

/// Nothing when the two cannot be compared.
fn within((kind, name): Tree<'_>, base: &[u8]) -> Option<bool> {
    Some(match kind {
        DNS => domain_within(name, base, true),
        EMAIL if base.contains(&b'@') => name.eq_ignore_ascii_case(base),
        EMAIL => domain_within(name.rsplit(|&byte| byte == b'@').next()?, base, false),
        URI => domain_within(host_of(name)?, base, false),
        ADDRESS if !matches!((name.len(), base.len()), (4 | 16, 8 | 32)) => return None,
        ADDRESS if base.len() == name.len() * 2 => {
            let (network, mask) = base.split_at(name.len());
            name.iter().zip(network).zip(mask).all(|((byte, wanted), mask)| byte & mask == wanted & mask)
        }
        ADDRESS => false,
        DIRECTORY => canonical(name)?.starts_with(&canonical(base)?),
        _ => return None,
    })
}

/// The parts of a name without what makes no difference: how they are encoded, the case, runs of spaces.
fn canonical(name: &[u8]) -> Option<Vec<(String, String)>> {
    let parts = Name::new(Reader::new(name).expect(der::SEQUENCE)?).parts();
    let plain = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
    Some(parts.into_iter().map(|part| (plain(&part.text), part.key)).collect())
}

/// Whether `*.example.com` stands for hosts that `base` takes out, such as `secret.example.com`.
fn wildcard_reaches(name: &[u8], base: &[u8]) -> bool {
    let Some(dot) = name.iter().position(|&byte| byte == b'.') else { return false };
    let base = base.strip_prefix(b".").unwrap_or(base);
    name[..dot].contains(&b'*') && domain_within(base, &name[dot..], true)
}

/// A base with a leading dot means the domains below it; one without means the domain itself, and for hosts those too.
fn domain_within(name: &[u8], base: &[u8], below: bool) -> bool {
    if base.is_empty() {
        return true;
    }
    // Whoever compares hosts takes no notice of a last dot.
    let name = name.strip_suffix(b".").unwrap_or(name);
    let base = base.strip_suffix(b".").unwrap_or(base);
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
        assert_eq!(within((ADDRESS, &[10, 1, 2, 3]), &[10, 0, 0, 0, 255, 0, 0, 0]), Some(true));
        assert_eq!(within((ADDRESS, &[11, 1, 2, 3]), &[10, 0, 0, 0, 255, 0, 0, 0]), Some(false));
        assert_eq!(within((ADDRESS, &[11, 1, 2, 3]), &[10, 0, 0]), None);
    }
}
