use std::{
    pin::pin,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    task::{Context, Poll, Wake, Waker},
};

use rquickjs::{Ctx, Function, Result};

use super::Remote;

/// What is run on the JavaScript thread when the watched object may be ready: the function it reports to, and its key.
pub(crate) type Ready = for<'js> fn(&Ctx<'js>, Function<'js>, u32) -> Result<()>;

/// Waits for an object of the system without a task of its own: its readiness becomes one macrotask, in which it is
/// read or written.
pub(crate) struct Watch {
    waker: Waker,
}

struct Signal {
    key: u32,
    /// One macrotask at a time.
    queued: AtomicBool,
    ready: Ready,
    remote: Remote,
}

impl Watch {
    pub(crate) fn new(remote: Remote, key: u32, ready: Ready) -> Self {
        let signal = Signal { key, queued: AtomicBool::new(false), ready, remote };
        Self { waker: Waker::from(Arc::new(signal)) }
    }

    /// Tries what tokio knows how to wait for. While it is pending, a macrotask follows when there is reason to try again.
    pub(crate) fn poll<T>(&self, mut attempt: impl FnMut(&mut Context<'_>) -> Poll<T>) -> Poll<T> {
        // Fairness is the event loop's: tokio's own would only wake this again and again.
        let attempt = tokio::task::unconstrained(std::future::poll_fn(|context| attempt(context)));
        pin!(attempt).poll(&mut Context::from_waker(&self.waker))
    }

    /// Asks for a macrotask whatever the object says.
    pub(crate) fn again(&self) {
        self.waker.wake_by_ref();
    }
}

impl Wake for Signal {
    fn wake(self: Arc<Self>) {
        self.wake_by_ref();
    }

    fn wake_by_ref(self: &Arc<Self>) {
        if self.queued.swap(true, Ordering::AcqRel) {
            return;
        }
        let signal = Arc::clone(self);
        self.remote.call_with(move |ctx, function| {
            signal.queued.store(false, Ordering::Release);
            (signal.ready)(ctx, function, signal.key)
        });
    }
}
