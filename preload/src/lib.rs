//! The scripts that a page gets before its own: the bridge, `electron` for preload scripts, and those scripts themselves.
//!
//! **Invariant:** the transport to the main process is in the isolated world only; the page's world has nothing but what
//! a preload script exposes.

mod compose;
mod config;
mod parts;

pub use compose::{execute, scripts};
pub use config::{Config, Preload, Transport};

/// The name of the isolated world, where the platform wants one.
pub const WORLD: &str = "kaon-preload";

/// The script message handler of the isolated world that WebKit's transport posts to.
pub const HANDLER: &str = "kaon";

/// The scheme of synchronous requests; the whole URL is `kaon-sync://ipc/<token>`.
pub const SYNC_SCHEME: &str = "kaon-sync";

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum World {
    /// Shares the document with the page, but no script.
    Isolated,
    Page,
}

/// To be added in this order, at document start, to the top frame only.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Script {
    pub world: World,
    pub source: String,
}
