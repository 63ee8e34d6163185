//! What the other groups stand on; applications cannot require it.

mod bootstrap;
mod builtins;
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
    &errors::MODULE,
    &fake_host::MODULE,
    &fatal::MODULE,
    &task_queues::MODULE,
    &validators::MODULE,
    &timers::MODULE,
    &bootstrap::MODULE,
    &builtins::MODULE,
    &globals::MODULE,
    &host::MODULE,
    &platform::MODULE,
    &inspect::MODULE,
    &test::MODULE,
    &types::MODULE,
];
