use std::io;

use super::super::Interrupt;

/// The number that shells give to a program ended by Ctrl-C.
const SIGINT: i32 = 2;

/// Windows has one handler for a process' whole life.
pub(in super::super) struct Listening;

pub(in super::super) fn listen(deliver: impl Fn(Interrupt) + Send + 'static) -> io::Result<Listening> {
    // A console sends Ctrl-C to every process in it, so the children have it already.
    ctrlc::set_handler(move || deliver(Interrupt { signal: SIGINT, shared: true }))
        .map_err(io::Error::other)?;
    Ok(Listening)
}
