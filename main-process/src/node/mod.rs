//! Node's modules.

mod buffer;
mod module;
mod path;
mod timers;

use crate::runtime::Module;

pub(crate) const TABLE: &[&Module] = &[
    &buffer::MODULE,
    &module::MODULE,
    &path::MODULE,
    &timers::MODULE,
];
