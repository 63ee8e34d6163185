//! WHATWG URLs by the `url` crate. A URL in JavaScript is its serialised text and the offsets of its parts.

use rquickjs::{Ctx, Object, Result, TypedArray, prelude::Func};
use url::{Position, Url, form_urlencoded, quirks};

use crate::runtime::bytes_of_mut;

/// The parts' borders in the order in which `parts.js` names them.
const BORDERS: [Position; 13] = [
    Position::AfterScheme,
    Position::BeforeUsername,
    Position::AfterUsername,
    Position::BeforePassword,
    Position::AfterPassword,
    Position::BeforeHost,
    Position::AfterHost,
    Position::BeforePort,
    Position::AfterPort,
    Position::BeforePath,
    Position::AfterPath,
    Position::BeforeQuery,
    Position::AfterQuery,
];

pub(super) fn native(_: &Ctx<'_>, native: &Object<'_>) -> Result<()> {
    native.set("borders", BORDERS.len())?;
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
    finish(resolve(&input, base.as_deref())?, &borders)
}

fn can_parse(input: String, base: Option<String>) -> bool {
    resolve(&input, base.as_deref()).is_some()
}

fn resolve(input: &str, base: Option<&str>) -> Option<Url> {
    match base {
        None => Url::parse(input).ok(),
        Some(base) => Url::parse(base).ok()?.join(input).ok(),
    }
}

fn finish(url: Url, borders: &TypedArray<'_, u8>) -> Option<String> {
    for (slot, position) in bytes_of_mut(borders).chunks_exact_mut(4).zip(BORDERS) {
        slot.copy_from_slice(&(url[..position].len() as u32).to_ne_bytes());
    }
    Some(url.into())
}

/// Sets one part of a URL. What the Standard ignores leaves it as it is.
fn change(href: String, part: String, value: String, borders: TypedArray<'_, u8>) -> Option<String> {
    let mut url = Url::parse(&href).ok()?;
    let value = value.as_str();
    // A part that cannot be set so stays: there is nothing to report.
    let _ = match part.as_str() {
        "protocol" => quirks::set_protocol(&mut url, value),
        "username" => quirks::set_username(&mut url, value),
        "password" => quirks::set_password(&mut url, value),
        "host" => quirks::set_host(&mut url, value),
        "hostname" => quirks::set_hostname(&mut url, value),
        "port" => quirks::set_port(&mut url, value),
        _ => {
            match part.as_str() {
                "pathname" => quirks::set_pathname(&mut url, value),
                "search" => quirks::set_search(&mut url, value),
                _ => quirks::set_hash(&mut url, value),
            }
            Ok(())
        }
    };
    finish(url, &borders)
}

/// Names and values in turn.
fn parse_query(query: String) -> Vec<String> {
    form_urlencoded::parse(query.as_bytes()).flat_map(|(name, value)| [name.into_owned(), value.into_owned()]).collect()
}

fn serialize_query(list: Vec<String>) -> String {
    let pairs = list.chunks_exact(2).map(|pair| (&pair[0], &pair[1]));
    form_urlencoded::Serializer::new(String::new()).extend_pairs(pairs).finish()
}
