//! The web platform's globals.

mod blob;
mod clone;
mod crypto;
mod encoding;
mod events;
mod performance;
mod url;

use crate::runtime::Module;

pub(crate) const TABLE: &[&Module] = &[
    &blob::MODULE,
    &clone::MODULE,
    &crypto::MODULE,
    &encoding::MODULE,
    &events::MODULE,
    &performance::MODULE,
    &url::MODULE,
];
