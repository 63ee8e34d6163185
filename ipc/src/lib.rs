//! Everything that crosses a process border: page messages, the value codec, and the errors they carry.
//!
//! **Invariant:** this crate knows no JavaScript engine, no window and no async runtime.

mod bytes;
pub mod clone;
mod error;
mod queue;
mod typescript;
pub mod wire;

pub use error::{Class, Code, Error, Result, system_errors};
pub use queue::Queue;
pub use typescript::typescript;
pub use wire::{Failure, FromPage, MAX_BATCH, MAX_CHANNEL_NAME, MAX_MESSAGE, ToPage};
