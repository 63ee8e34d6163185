//! The port through which the main process asks the shell for things: one file per capability.
//!
//! Commands and events are plain data. JavaScript writes a command as `{ window: { setTitle: { id, title } } }`
//! and reads an event in the same shape, so that a capability is one enum and nothing more.

pub mod app;
pub mod desktop;
pub mod dialog;
mod fake;
mod load;
pub mod menu;
pub mod page;
pub mod screen;
pub mod theme;
pub mod window;

use std::sync::Arc;

use serde::{Deserialize, Serialize};

pub use fake::Fake;
pub use load::{Load, Scale};

/// Everything a main process can ask of a shell; the shell matches it exhaustively.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Command {
    App(app::Command),
    Desktop(desktop::Command),
    Dialog(dialog::Command),
    Menu(menu::Command),
    Page(page::Command),
    Screen(screen::Command),
    Theme(theme::Command),
    Window(window::Command),
}

/// Everything a shell can report to a main process.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Event {
    App(app::Event),
    Menu(menu::Event),
    Page(page::Event),
    Screen(screen::Event),
    Theme(theme::Event),
    Window(window::Event),
}

/// What a shell answers to a command that was asked rather than told.
#[derive(Debug, Clone, PartialEq)]
pub enum Answer {
    Json(serde_json::Value),
    Bytes(Vec<u8>),
}

impl Answer {
    pub const NOTHING: Self = Self::Json(serde_json::Value::Null);
}

/// Where the answer to a command goes; callable once, from any thread.
pub type Reply = Box<dyn FnOnce(ipc::Result<Answer>) + Send>;

/// The shell as the main process sees it. Never blocks: a command is queued, its answer comes through the reply.
pub trait Host: Send + Sync {
    /// Carries `command` out, in order. Without a `reply` a failure is only logged.
    fn handle(&self, command: Command, reply: Option<Reply>);
}

/// How the shell reports [`Event`]s; unbounded here because every producer of many events is bounded itself.
pub type Events = tokio::sync::mpsc::UnboundedReceiver<Event>;

/// A host shared between the JavaScript thread and whoever composes the program.
pub type SharedHost = Arc<dyn Host>;
