//! The JavaScript world: the engine on its loop, Node's and Electron's modules, and the port to the shell.
//!
//! **Invariant:** this crate knows no window system; its tests need no display.

pub mod command_line;
mod electron;
#[doc(hidden)]
pub mod fuzz;
pub mod host;
mod inet;
mod internal;
mod node;
mod runtime;
mod web;
mod x509;

pub use runtime::{Entry, Options, run};

/// The version of Node whose API this is.
pub(crate) const NODE_VERSION: &str = "v22.12.0";
