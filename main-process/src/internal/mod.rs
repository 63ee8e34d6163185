//! What the other groups stand on; applications cannot require it.

mod errors;
mod fake_host;
mod fatal;
mod task_queues;
mod validators;
mod timers;
mod bootstrap;
mod builtins;
mod globals;
mod host;
mod platform;

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
];
