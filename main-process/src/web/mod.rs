//! The web platform's globals.

mod events;

use crate::runtime::Module;

pub(crate) const TABLE: &[&Module] = &[
    &events::MODULE,
];
