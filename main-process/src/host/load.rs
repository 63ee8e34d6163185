//! What a page's messages weigh until the main process has heard them: the bound of their queue.

use std::sync::{
    Arc,
    atomic::{AtomicUsize, Ordering},
};

/// The most bytes of one page's messages that may wait: two of the largest.
const LIMIT: usize = 2 * ipc::MAX_MESSAGE;
/// What a message costs besides its values.
const OVERHEAD: usize = 256;

/// One page's messages on their way; kept by the shell.
#[derive(Debug, Clone, Default)]
pub struct Scale(Arc<AtomicUsize>);

impl Scale {
    /// Takes up a message of that many bytes; `None` if too much waits already.
    pub fn take(&self, bytes: usize) -> Option<Load> {
        let weight = bytes + OVERHEAD;
        if self.0.fetch_add(weight, Ordering::Relaxed) + weight > LIMIT {
            self.0.fetch_sub(weight, Ordering::Relaxed);
            return None;
        }
        Some(Load(Arc::new(Held { scale: self.0.clone(), weight })))
    }
}

/// Goes with a message and ends when that was heard.
#[derive(Debug, Clone, Default)]
pub struct Load(#[allow(dead_code, reason = "held for what its end does")] Arc<Held>);

/// Events are compared by what they say.
impl PartialEq for Load {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

#[derive(Debug, Default)]
struct Held {
    scale: Arc<AtomicUsize>,
    weight: usize,
}

impl Drop for Held {
    fn drop(&mut self) {
        self.scale.fetch_sub(self.weight, Ordering::Relaxed);
    }
}

#[cfg(test)]
mod tests {
    use super::{LIMIT, OVERHEAD, Scale};

    #[test]
    fn what_was_heard_makes_room_again() {
        let scale = Scale::default();
        let first = scale.take(LIMIT - OVERHEAD);
        assert!(first.is_some() && scale.take(0).is_none());
        drop(first);
        assert!(scale.take(0).is_some());
    }
}
