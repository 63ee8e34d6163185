//! The web platform's globals.

mod blob;
mod clone;
mod crypto;
mod encoding;
mod events;
mod fetch;
mod form_data;
mod intl;
mod message_channel;
mod performance;
mod streams;
pub(crate) mod url;
mod url_pattern;

use crate::runtime::Module;

pub(crate) const TABLE: &[&Module] = &[
    &blob::MODULE,
    &clone::MODULE,
    &crypto::MODULE,
    &encoding::MODULE,
    &events::MODULE,
    &fetch::MODULE,
    &form_data::MODULE,
    &intl::MODULE,
    &message_channel::MODULE,
    &performance::MODULE,
    &streams::MODULE,
    &url::MODULE,
    &url_pattern::MODULE,
];
