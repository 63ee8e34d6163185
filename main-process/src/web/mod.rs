//! The web platform's globals.

mod clone;
mod encoding;
mod events;
mod url;

use crate::runtime::Module;

pub(crate) const TABLE: &[&Module] = &[
    &clone::MODULE,
    &encoding::MODULE,
    &events::MODULE,
    &url::MODULE,
];
