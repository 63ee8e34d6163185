//! The JavaScript engine on its event loop, and what native modules build on.

mod bytes;
mod callback;
pub(crate) mod clone;
mod engine;
mod event_loop;
mod loader;
mod module;
mod natives;
mod options;
mod raw;
mod throw;
mod value;

pub(crate) use bytes::{bytes_of, bytes_of_mut};
pub(crate) use callback::{Callback, Once, Remote, blocking, spawn};
pub(crate) use engine::exit;
pub(crate) use event_loop::Loop;
pub(crate) use loader::declare;
pub(crate) use module::Module;
pub(crate) use options::Environment;
pub use options::{Entry, Options};
pub(crate) use raw::{engine_version, evaluate, memory_usage, run_job};
pub(crate) use throw::{Throw, error_value};
pub(crate) use value::{Bytes, Json};

pub use engine::run;
