//! The web platform's globals.

mod blob;
mod clone;
mod crypto;
mod encoding;
mod events;
mod message_channel;
mod performance;
mod url;

use crate::runtime::Module;

pub(crate) const TABLE: &[&Module] = &[
    &blob::MODULE,
    &clone::MODULE,
    &crypto::MODULE,
    &encoding::MODULE,
    &events::MODULE,
    &message_channel::MODULE,
    &performance::MODULE,
    &url::MODULE,
];
