use std::{io, thread};

use signal_hook::{
    consts::{SIGHUP, SIGINT, SIGQUIT, SIGTERM},
    iterator::{Handle, SignalsInfo, exfiltrator::WithOrigin},
    low_level::siginfo::{Cause, Origin},
};

use super::super::Interrupt;

pub(in super::super) struct Listening {
    handle: Handle,
}

impl Drop for Listening {
    fn drop(&mut self) {
        self.handle.close();
    }
}

pub(in super::super) fn listen(deliver: impl Fn(Interrupt) + Send + 'static) -> io::Result<Listening> {
    let mut signals = SignalsInfo::<WithOrigin>::new([SIGINT, SIGTERM, SIGHUP, SIGQUIT])?;
    let handle = signals.handle();
    thread::Builder::new().name("signals".into()).spawn(move || {
        for origin in &mut signals {
            deliver(Interrupt { signal: origin.signal, shared: shared(&origin) });
        }
    })?;
    Ok(Listening { handle })
}

/// Keys of the terminal reach the whole foreground group; a `kill` reaches one process. macOS does not say which it
/// was, but there only keys bear no sender.
fn shared(origin: &Origin) -> bool {
    let key = matches!(origin.signal, SIGINT | SIGQUIT);
    matches!(origin.cause, Cause::Kernel) || (key && origin.process.is_none())
}
