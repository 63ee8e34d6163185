//! What `dns.js` cannot know by itself.

mod hosts;
mod message;
mod platform;
mod query;
mod system;

use rquickjs::{Ctx, Object, Result, prelude::Func};

pub(super) fn native(_: &Ctx<'_>, native: &Object<'_>) -> Result<()> {
    native.set("ADDRCONFIG", platform::ADDRCONFIG)?;
    native.set("ALL", platform::ALL)?;
    native.set("V4MAPPED", platform::V4MAPPED)?;
    native.set("getaddrinfo", Func::from(system::get_addresses))?;
    native.set("getnameinfo", Func::from(system::get_name))?;
    native.set("servers", Func::from(servers))?;
    native.set("aliasesOf", Func::from(hosts::aliases))?;
    native.set("reverseName", Func::from(hosts::reverse_name))?;
    native.set("query", Func::from(query::query))
}

/// The bytes as they are, and behind the head that the question asks for, without which nobody would look at them.
pub(super) fn fuzz(data: &[u8]) {
    for kind in ["ANY", "TLSA", "TXT"] {
        let Ok(query) = message::question(7, "a.test", kind) else { continue };
        message::answer(&query, data);
        let [answers, rest @ ..] = data else { return };
        let mut fitting = query.clone();
        fitting[2] |= 0x80;
        fitting[7] = answers % 16;
        fitting.extend(rest);
        message::answer(&query, &fitting);
    }
}

/// As c-ares has it: a system without configuration asks itself.
fn servers() -> Vec<String> {
    let found: Vec<String> = platform::servers().iter().map(ToString::to_string).collect();
    if found.is_empty() { vec!["127.0.0.1".into()] } else { found }
}
