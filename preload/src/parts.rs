//! The files that scripts are composed of, and which script has which.

pub(crate) type Part = (&'static str, &'static str);

macro_rules! parts {
    ($($name:literal)*) => { &[$(($name, include_str!(concat!($name, ".js"))),)*] };
}

pub(crate) const LOADER: &str = include_str!("loader.js");

pub(crate) const BRIDGE: &[Part] =
    parts! { "bridge/primitives" "bridge/lower" "bridge/raise" "bridge/side" "bridge/port" };

pub(crate) const PAGE: &[Part] = parts! { "bridge/expose" "page" };

pub(crate) const CODEC: &[Part] =
    parts! { "codec/bytes" "codec/text" "codec/kinds" "codec/encode" "codec/decode" "codec" };

pub(crate) const LINK: &[Part] = parts! { "wire" "link" "isolated" "transport/sync" };

pub(crate) const WEBKIT: &str = include_str!("transport/webkit.js");

pub(crate) const PORTABLE: &str = include_str!("transport/portable.js");

/// Where the preload scripts run.
pub(crate) const ENVIRONMENT: &[Part] = parts! {
    "environment"
    "electron/omitted" "electron/ipc_renderer" "electron/context_bridge" "electron/web_frame"
    "node/events" "node/timers" "node/url" "node/buffer" "node/process"
};

pub(crate) const EXECUTE: &[Part] = parts! { "wire" "execute" };
