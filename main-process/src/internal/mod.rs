//! What the other groups stand on; applications cannot require it.

mod bootstrap;
mod builtins;
mod clone;
mod errors;
mod fake_host;
mod fatal;
mod globals;
mod host;
mod inspect;
mod platform;
mod task_queues;
mod test;
mod timers;
mod types;
mod validators;

use crate::runtime::Module;

pub(crate) const TABLE: &[&Module] = &[
    &bootstrap::MODULE,
    &builtins::MODULE,
    &clone::MODULE,
    &errors::MODULE,
    &fake_host::MODULE,
    &fatal::MODULE,
    &globals::MODULE,
    &host::MODULE,
    &inspect::MODULE,
    &platform::MODULE,
    &task_queues::MODULE,
    &test::MODULE,
    &timers::MODULE,
    &types::MODULE,
    &validators::MODULE,
];
