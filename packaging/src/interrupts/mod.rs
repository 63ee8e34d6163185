//! Ctrl-C and requests to end, turned into values: whoever holds children or half-written files tidies up first.

mod platform;

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::Sender;

static REQUESTED: AtomicBool = AtomicBool::new(false);

/// A request to end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Interrupt {
    /// The signal's number, where there are signals.
    pub signal: i32,
    /// Whether the children got it, too: a terminal sends to everyone in the foreground.
    pub shared: bool,
}

/// While this lives, requests to end are values and nothing else.
pub struct Listening {
    _system: platform::Listening,
}

/// Every request from now on calls `deliver`, from another thread.
pub fn listen(deliver: impl Fn(Interrupt) + Send + Sync + 'static) -> std::io::Result<Listening> {
    let system = platform::listen(move |interrupt| {
        REQUESTED.store(true, Ordering::Relaxed);
        deliver(interrupt);
    })?;
    Ok(Listening { _system: system })
}

/// [`listen`], into a channel.
pub fn listen_into<T: Send + 'static>(
    sender: Sender<T>,
    wrap: impl Fn(Interrupt) -> T + Send + Sync + 'static,
) -> std::io::Result<Listening> {
    listen(move |interrupt| {
        // A receiver that is gone has nothing left to tidy up.
        let _ = sender.send(wrap(interrupt));
    })
}

/// For long work in steps: whether to stop after this one.
pub fn requested() -> bool {
    REQUESTED.load(Ordering::Relaxed)
}
