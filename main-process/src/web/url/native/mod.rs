//! The URL Standard. A URL in JavaScript is its serialised text and the borders of its parts; hosts and queries are
//! the `url` crate's business.

mod parser;
mod percent;
mod record;
mod setters;

use rquickjs::{Ctx, Object, Result, TypedArray, prelude::Func};
use url::{form_urlencoded, quirks};

use crate::runtime::bytes_of_mut;
use record::{BORDERS, Record};

pub(super) fn native(_: &Ctx<'_>, native: &Object<'_>) -> Result<()> {
    native.set("borders", BORDERS)?;
    native.set("parse", Func::from(parse))?;
    native.set("canParse", Func::from(can_parse))?;
    native.set("change", Func::from(change))?;
    native.set("parseQuery", Func::from(parse_query))?;
    native.set("serializeQuery", Func::from(serialize_query))?;
    native.set("domainToAscii", Func::from(|domain: String| quirks::domain_to_ascii(&domain)))?;
    native.set("domainToUnicode", Func::from(|domain: String| quirks::domain_to_unicode(&domain)))
}

/// The serialised URL, and its borders as native-endian numbers in `borders`; nothing when there is no such URL.
fn parse(input: String, base: Option<String>, borders: TypedArray<'_, u8>) -> Option<String> {
    Some(finish(&resolve(&input, base.as_deref())?, &borders))
}

fn can_parse(input: String, base: Option<String>) -> bool {
    resolve(&input, base.as_deref()).is_some()
}

fn resolve(input: &str, base: Option<&str>) -> Option<Record> {
    match base {
        None => parser::parse(input, None),
        Some(base) => parser::parse(input, Some(&parser::parse(base, None)?)),
    }
}

fn finish(url: &Record, target: &TypedArray<'_, u8>) -> String {
    let (href, borders) = url.serialize();
    for (slot, border) in bytes_of_mut(target).chunks_exact_mut(4).zip(borders) {
        slot.copy_from_slice(&(border as u32).to_ne_bytes());
    }
    href
}

/// Sets one part of a URL. What the Standard ignores leaves it as it is.
fn change(href: String, part: String, value: String, borders: TypedArray<'_, u8>) -> Option<String> {
    let mut url = parser::parse(&href, None)?;
    setters::set(&mut url, &part, &value);
    Some(finish(&url, &borders))
}

/// Names and values in turn.
fn parse_query(query: String) -> Vec<String> {
    form_urlencoded::parse(query.as_bytes())
        .flat_map(|(name, value)| [name.into_owned(), value.into_owned()])
        .collect()
}

fn serialize_query(list: Vec<String>) -> String {
    let pairs = list.chunks_exact(2).map(|pair| (&pair[0], &pair[1]));
    form_urlencoded::Serializer::new(String::new()).extend_pairs(pairs).finish()
}

const PARTS: [&str; 9] =
    ["protocol", "username", "password", "host", "hostname", "port", "pathname", "search", "hash"];

/// Two texts, split where a byte says: each as a URL, one beside the other, and one as a part of the other. What is
/// serialised reads as itself again.
pub(super) fn fuzz(data: &[u8]) {
    let [cut, part, rest @ ..] = data else { return };
    let (first, second) = rest.split_at(rest.len() * usize::from(*cut) / 255);
    let (first, second) = (String::from_utf8_lossy(first), String::from_utf8_lossy(second));
    for base in [None, Some(&*second), Some("http://a.test/b/c?d#e"), Some("file:///C:/a"), Some("x:/y")] {
        let Some(mut url) = resolve(&first, base) else { continue };
        let (href, _) = url.serialize();
        let again = parser::parse(&href, None).map(|url| url.serialize().0);
        assert_eq!(again.as_deref(), Some(&*href), "a URL is stable");
        setters::set(&mut url, PARTS[usize::from(*part) % PARTS.len()], &second);
        let (href, borders) = url.serialize();
        assert!(borders.iter().all(|&border| border <= href.len()), "{href}");
    }
    parse_query(first.into_owned());
}
