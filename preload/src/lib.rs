//! The scripts that a page gets before its own: the bridge, `electron` for preload scripts, and those scripts themselves.
//!
//! **Invariant:** the transport to the main process is in the isolated world only; the page's world has nothing but what
//! a preload script exposes.

mod compose;
mod config;
mod parts;

pub use compose::{execute, execute_expression, scripts};
pub use config::{Config, Preload, Transport};

/// The name of the isolated world, where the platform wants one.
pub const WORLD: &str = "kaon-preload";

/// The script message handler of the isolated world that WebKit's transport posts to.
pub const HANDLER: &str = "kaon";

/// The scheme of synchronous requests: POST to `kaon-sync://ipc/` with a batch as text, answered by one.
pub const SYNC_SCHEME: &str = "kaon-sync";

/// Whether a synchronous request with this `Content-Type` comes from the isolated world that was given `token`. To be
/// asked before the body is touched: any frame can make such a request.
pub fn admits(token: &str, content_type: &str) -> bool {
    content_type.strip_prefix("text/plain;token=").is_some_and(|given| !token.is_empty() && given == token)
}

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
