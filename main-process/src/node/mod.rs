//! Node's modules.

mod module;
mod path;
mod timers;

use crate::runtime::Module;

pub(crate) const TABLE: &[&Module] = &[
    &module::MODULE,
    &path::MODULE,
    &timers::MODULE,
];
