//! The JavaScript world: the engine on its loop, Node's and Electron's modules, and the port to the shell.
//!
//! **Invariant:** this crate knows no window system; its tests need no display.

pub mod command_line;
mod electron;
pub mod host;
mod internal;
mod node;
mod runtime;
mod web;

pub use runtime::{Entry, Options, run};
