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

/// As c-ares has it: a system without configuration asks itself.
fn servers() -> Vec<String> {
    let found: Vec<String> = platform::servers().iter().map(ToString::to_string).collect();
    if found.is_empty() { vec!["127.0.0.1".into()] } else { found }
}
