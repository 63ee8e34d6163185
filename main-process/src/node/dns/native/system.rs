//! The system's own resolver, on the blocking pool.

use std::net::{IpAddr, SocketAddr};

use rquickjs::{Ctx, Function, Result, prelude::List};
use url::quirks::domain_to_ascii;

use super::platform;
use crate::runtime::blocking;

/// `done(null, [errno, addresses])`; an errno of 0 is success. The script words the error, since it knows the name.
pub(super) fn get_addresses<'js>(
    ctx: Ctx<'js>,
    hostname: String,
    family: i32,
    hints: i32,
    done: Function<'js>,
) -> Result<()> {
    blocking(&ctx, done, move || {
        let ascii = if hostname.is_ascii() { hostname } else { domain_to_ascii(&hostname) };
        Ok(match platform::addresses(&ascii, family, hints) {
            Ok(found) => List((0, found.iter().map(ToString::to_string).collect::<Vec<_>>())),
            Err(errno) => List((errno, Vec::new())),
        })
    })
}

/// `done(null, [errno, hostname, service])`
pub(super) fn get_name<'js>(ctx: Ctx<'js>, address: String, port: u16, done: Function<'js>) -> Result<()> {
    blocking(&ctx, done, move || {
        // The script has checked it; a zone is no part of what names are looked up for.
        let bare = address.split('%').next().unwrap_or_default();
        let Ok(address) = bare.parse::<IpAddr>() else {
            return Ok(List((platform::EAI_NONAME, String::new(), String::new())));
        };
        Ok(match platform::name(SocketAddr::new(address, port)) {
            Ok((hostname, service)) => List((0, hostname, service)),
            Err(errno) => List((errno, String::new(), String::new())),
        })
    })
}
