//! Node's modules.

mod assert;
mod buffer;
mod child_process;
mod console;
mod events;
mod fs;
mod module;
mod net;
mod os;
mod path;
mod perf_hooks;
mod process;
mod punycode;
mod querystring;
mod stream;
mod string_decoder;
mod timers;
mod tty;
mod url;
mod util;
mod worker_threads;

use crate::runtime::Module;

pub(crate) const TABLE: &[&Module] = &[
    &assert::MODULE,
    &buffer::MODULE,
    &child_process::MODULE,
    &console::MODULE,
    &events::MODULE,
    &fs::MODULE,
    &module::MODULE,
    &net::MODULE,
    &os::MODULE,
    &path::MODULE,
    &perf_hooks::MODULE,
    &process::MODULE,
    &punycode::MODULE,
    &querystring::MODULE,
    &stream::MODULE,
    &string_decoder::MODULE,
    &timers::MODULE,
    &tty::MODULE,
    &url::MODULE,
    &util::MODULE,
    &worker_threads::MODULE,
];
