//! What waits for one page: frames in the order they were sent, handed over in batches when the page asks.

use std::collections::VecDeque;

use crate::wire::{Frame, MAX_BATCH, ToPage};
use crate::{Code, Error, Result};

#[derive(Debug)]
pub struct Queue {
    frames: VecDeque<Vec<u8>>,
    bytes: usize,
    limit: usize,
}

impl Queue {
    /// How much may wait for a page that does not ask, unless its owner says otherwise.
    pub const LIMIT: usize = 2 * MAX_BATCH;

    pub fn new(limit: usize) -> Self {
        Self { frames: VecDeque::new(), bytes: 0, limit }
    }

    /// Over the limit the frame is refused and the queue stays as it was: nothing is ever dropped from the middle.
    pub fn push(&mut self, frame: &ToPage) -> Result<()> {
        let mut bytes = Vec::new();
        frame.encode(&mut bytes)?;
        if self.bytes + bytes.len() > self.limit {
            let why = format!("The page does not take its messages: {} bytes are waiting", self.bytes);
            return Err(Error::new(Code::QueueFull, why));
        }
        self.bytes += bytes.len();
        self.frames.push_back(bytes);
        Ok(())
    }

    /// The oldest frames as one batch of at most `most` bytes, but always at least one frame. `None` if nothing waits.
    pub fn drain(&mut self, most: usize) -> Option<Vec<u8>> {
        let mut batch = self.frames.pop_front()?;
        while let Some(next) = self.frames.front()
            && batch.len() + next.len() <= most
        {
            batch.extend_from_slice(next);
            self.frames.pop_front();
        }
        self.bytes -= batch.len();
        Some(batch)
    }

    /// Forgets everything: the page that waited is gone.
    pub fn clear(&mut self) {
        self.frames.clear();
        self.bytes = 0;
    }

    pub fn is_empty(&self) -> bool {
        self.frames.is_empty()
    }

    /// Frames waiting.
    pub fn len(&self) -> usize {
        self.frames.len()
    }

    /// Bytes waiting.
    pub fn bytes(&self) -> usize {
        self.bytes
    }
}

impl Default for Queue {
    fn default() -> Self {
        Self::new(Self::LIMIT)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::wire::decode_batch;

    fn event(number: usize) -> ToPage {
        ToPage::Event { channel: number.to_string(), args: vec![0; 10] }
    }

    #[test]
    fn frames_leave_in_the_order_they_came() {
        let mut queue = Queue::default();
        for number in 0..100 {
            queue.push(&event(number)).expect("there is room");
        }
        let mut seen = Vec::new();
        while let Some(batch) = queue.drain(50) {
            assert!(batch.len() <= 50);
            seen.extend(decode_batch::<ToPage>(&batch).expect("a batch is well formed"));
        }
        assert_eq!(seen, (0..100).map(event).collect::<Vec<_>>());
        assert_eq!((queue.bytes(), queue.len()), (0, 0));
    }

    #[test]
    fn over_the_limit_a_frame_is_refused_and_the_rest_is_kept() {
        let mut queue = Queue::new(40);
        queue.push(&event(1)).expect("there is room");
        queue.push(&event(2)).expect("there is room");
        let error = queue.push(&event(3)).expect_err("there is no room");
        assert_eq!(error.code, Code::QueueFull);
        assert_eq!(queue.len(), 2);
        queue.drain(1).expect("one frame at least");
        queue.push(&event(3)).expect("there is room again");
    }

    #[test]
    fn a_frame_larger_than_a_batch_still_leaves() {
        let mut queue = Queue::default();
        queue.push(&ToPage::Reply { id: 1, value: vec![0; 1000] }).expect("there is room");
        assert!(queue.drain(10).is_some_and(|batch| batch.len() > 1000));
        assert!(queue.drain(10).is_none());
    }
}
