//! The JavaScript engine on its event loop, and what native modules build on.

pub(crate) mod async_context;
mod bytes;
mod callback;
pub(crate) mod clone;
mod deadline;
mod engine;
mod event_loop;
mod limits;
mod loader;
mod message;
mod module;
mod natives;
mod options;
mod platform;
pub(crate) mod port;
mod raw;
pub(crate) mod realm;
mod shared;
mod sink;
mod throw;
mod value;
mod variables;
pub(crate) mod waiters;
mod watch;
pub(crate) mod worker;

pub(crate) use bytes::{bytes_of, bytes_of_mut};
pub(crate) use callback::{Callback, Once, Remote, blocking, spawn};
pub(crate) use engine::exit;
pub(crate) use event_loop::Loop;
pub(crate) use loader::declare;
pub(crate) use message::Message;
pub(crate) use module::Module;
pub(crate) use options::Environment;
pub use options::{Entry, Options};
pub(crate) use raw::{detach, engine_version, evaluate, memory_usage, run_job};
pub(crate) use sink::Sink;
pub(crate) use throw::{Throw, error_value};
pub(crate) use value::{Bytes, Json};
pub(crate) use variables::{Names, Variables};
pub(crate) use watch::{Ready, Watch};
pub(crate) use worker::{Control, WorkerEnvironment};

pub use engine::run;
