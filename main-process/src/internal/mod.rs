//! What the other groups stand on; applications cannot require it.

mod async_context;
mod atomics;
mod bootstrap;
mod builtins;
mod clone;
mod errors;
mod fake_host;
mod fatal;
mod globals;
mod host;
mod inspect;
mod options;
mod platform;
mod refusal;
mod task_queues;
mod test;
mod timers;
mod types;
mod validators;

use crate::runtime::Module;

pub(crate) const TABLE: &[&Module] = &[
    &async_context::MODULE,
    &atomics::MODULE,
    &bootstrap::MODULE,
    &builtins::MODULE,
    &clone::MODULE,
    &errors::MODULE,
    &fake_host::MODULE,
    &fatal::MODULE,
    &globals::MODULE,
    &host::MODULE,
    &inspect::MODULE,
    &options::MODULE,
    &platform::MODULE,
    &refusal::MODULE,
    &task_queues::MODULE,
    &test::MODULE,
    &timers::MODULE,
    &types::MODULE,
    &validators::MODULE,
];
