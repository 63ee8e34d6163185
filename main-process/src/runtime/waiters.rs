//! Threads that sleep at a place in shared memory until another one wakes them: `Atomics.wait` and `notify`.
//!
//! The engine's own would sleep on in a thread that is to end.

use std::{
    sync::{
        Arc, Condvar, Mutex, MutexGuard, PoisonError,
        atomic::{AtomicBool, Ordering},
    },
    time::Instant,
};

use super::{Control, Remote};

struct Waiter {
    place: usize,
    woken: AtomicBool,
    signal: Condvar,
    /// Who waits without sleeping: called when it is woken.
    remote: Option<Remote>,
}

/// In the order in which they came.
static WAITERS: Mutex<Vec<Arc<Waiter>>> = Mutex::new(Vec::new());

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Woken {
    Notified,
    NotEqual,
    TimedOut,
    /// The thread is to end.
    Stopped,
}

fn waiters() -> MutexGuard<'static, Vec<Arc<Waiter>>> {
    WAITERS.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Sleeps at `place` if `unchanged` says so, which no notifier can overtake.
pub(crate) fn wait(
    control: &Control,
    place: usize,
    unchanged: impl FnOnce() -> bool,
    deadline: Option<Instant>,
) -> Woken {
    let mut all = waiters();
    if !unchanged() {
        return Woken::NotEqual;
    }
    let own = Arc::new(Waiter { place, woken: AtomicBool::new(false), signal: Condvar::new(), remote: None });
    all.push(Arc::clone(&own));
    loop {
        if own.woken.load(Ordering::Relaxed) {
            return Woken::Notified;
        }
        let left = deadline.map(|deadline| deadline.saturating_duration_since(Instant::now()));
        if control.is_stopped() || left.is_some_and(|left| left.is_zero()) {
            all.retain(|waiter| !Arc::ptr_eq(waiter, &own));
            return if control.is_stopped() { Woken::Stopped } else { Woken::TimedOut };
        }
        all = match left {
            Some(left) => own.signal.wait_timeout(all, left).unwrap_or_else(PoisonError::into_inner).0,
            None => own.signal.wait(all).unwrap_or_else(PoisonError::into_inner),
        };
    }
}

/// A place in the queue of those who do not sleep, until it is dropped.
pub(crate) struct Turn(Arc<Waiter>);

/// Calls `remote` when somebody notifies `place`; nothing if it has changed already.
pub(crate) fn enqueue(place: usize, unchanged: impl FnOnce() -> bool, remote: Remote) -> Option<Turn> {
    let mut all = waiters();
    if !unchanged() {
        return None;
    }
    let woken = AtomicBool::new(false);
    let own = Arc::new(Waiter { place, woken, signal: Condvar::new(), remote: Some(remote) });
    all.push(Arc::clone(&own));
    Some(Turn(own))
}

impl Drop for Turn {
    fn drop(&mut self) {
        waiters().retain(|waiter| !Arc::ptr_eq(waiter, &self.0));
    }
}

/// Wakes those who came first; returns how many they were.
pub(crate) fn notify(place: usize, most: usize) -> usize {
    let mut count = 0;
    waiters().retain(|waiter| {
        if waiter.place != place || count >= most {
            return true;
        }
        count += 1;
        waiter.woken.store(true, Ordering::Relaxed);
        waiter.signal.notify_one();
        if let Some(remote) = &waiter.remote {
            remote.call(());
        }
        false
    });
    count
}

/// Lets every sleeping thread look whether it is to end.
pub(super) fn rouse() {
    for waiter in waiters().iter() {
        waiter.signal.notify_one();
    }
}
