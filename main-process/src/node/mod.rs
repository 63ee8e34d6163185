//! Node's modules.

mod assert;
mod async_hooks;
mod buffer;
mod child_process;
mod cluster;
mod console;
mod constants;
mod crypto;
mod dgram;
mod diagnostics_channel;
pub(crate) mod dns;
mod domain;
mod event_source;
mod events;
mod fetch;
mod fs;
pub(crate) mod http;
mod http2;
mod https;
mod inspector;
mod module;
mod navigator;
mod net;
mod os;
mod path;
mod perf_hooks;
mod process;
mod punycode;
mod querystring;
mod readline;
mod repl;
mod sqlite;
mod stream;
mod string_decoder;
mod sys;
mod test;
mod timers;
mod tls;
mod trace_events;
mod tty;
mod url;
mod util;
mod v8;
mod vm;
mod wasi;
mod web_socket;
mod worker_threads;
pub(crate) mod zlib;

use crate::runtime::Module;

pub(crate) const TABLE: &[&Module] = &[
    &assert::MODULE,
    &async_hooks::MODULE,
    &buffer::MODULE,
    &child_process::MODULE,
    &cluster::MODULE,
    &console::MODULE,
    &constants::MODULE,
    &crypto::MODULE,
    &dgram::MODULE,
    &diagnostics_channel::MODULE,
    &dns::MODULE,
    &domain::MODULE,
    &event_source::MODULE,
    &events::MODULE,
    &fetch::MODULE,
    &fs::MODULE,
    &http::MODULE,
    &http2::MODULE,
    &https::MODULE,
    &inspector::MODULE,
    &module::MODULE,
    &navigator::MODULE,
    &net::MODULE,
    &os::MODULE,
    &path::MODULE,
    &perf_hooks::MODULE,
    &process::MODULE,
    &punycode::MODULE,
    &querystring::MODULE,
    &readline::MODULE,
    &repl::MODULE,
    &sqlite::MODULE,
    &stream::MODULE,
    &string_decoder::MODULE,
    &sys::MODULE,
    &test::MODULE,
    &timers::MODULE,
    &tls::MODULE,
    &trace_events::MODULE,
    &tty::MODULE,
    &url::MODULE,
    &util::MODULE,
    &v8::MODULE,
    &vm::MODULE,
    &wasi::MODULE,
    &web_socket::MODULE,
    &worker_threads::MODULE,
    &zlib::MODULE,
];
