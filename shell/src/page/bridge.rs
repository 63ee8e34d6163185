//! The bridge of one page: what arrives becomes events, what is posted waits until the page asks for it.

use std::cell::{Cell, RefCell};

use ipc::{Code, Error, Failure, FromPage, Queue, ToPage, wire};
use main_process::host::{
    Scale,
    page::{self, Frame},
};

use super::Page;
use crate::answer::complain;

/// The most bytes of frames that go over at once; the rest follows with the next question.
const BATCH: usize = 1 << 20;

pub(super) struct Bridge {
    queue: RefCell<Queue>,
    /// Weighs what is on its way to the main process.
    scale: Scale,
    /// Known to the isolated world alone: it shows that a request comes from there.
    token: String,
    closed: Cell<bool>,
    requests: Cell<u64>,
}

impl Bridge {
    pub(super) fn new() -> ipc::Result<Self> {
        let token = random()?;
        Ok(Self {
            queue: RefCell::default(),
            scale: Scale::default(),
            token,
            closed: Cell::default(),
            requests: Cell::default(),
        })
    }

    pub(super) fn token(&self) -> &str {
        &self.token
    }

    /// A new document: nothing of the old one's is for it.
    pub(super) fn reset(&self) {
        self.queue.borrow_mut().clear();
        self.closed.set(false);
    }

    pub(super) fn shut(&self) {
        self.queue.borrow_mut().clear();
        self.closed.set(true);
    }

    pub(super) fn is_closed(&self) -> bool {
        self.closed.get()
    }

    /// The frames that wait, as the page reads them; `None` if nothing waits.
    pub(super) fn next(&self) -> Option<String> {
        self.queue.borrow_mut().drain(BATCH).map(|batch| wire::to_text(&batch))
    }
}

/// 128 bits that nobody can guess, as letters and digits.
pub(super) fn random() -> ipc::Result<String> {
    let mut bits = [0_u8; 16];
    getrandom::fill(&mut bits)
        .map_err(|error| Error::new(Code::Io, format!("No random numbers: {error}")))?;
    Ok(bits.iter().map(|byte| format!("{byte:02x}")).collect())
}

/// How this system's web view carries the bridge's text. A faster way takes its place by offering this.
pub(crate) trait Transport {
    /// Lets the page have what waits in its queue: soon, in order, all that has come together by then.
    fn deliver(&self, page: &Page);
    /// Answers a request that the page waits for.
    fn sync_reply(&self, request: u64, text: &str);
}

impl Page {
    /// A message for the page; over the bound the bridge is closed rather than a message dropped.
    pub(super) fn post(&self, message: &ToPage) {
        if self.bridge.is_closed() {
            return;
        }
        let pushed = self.bridge.queue.borrow_mut().push(message);
        match pushed {
            Ok(()) => self.view.deliver(self),
            // One message that cannot be written says nothing about the others.
            Err(error) if error.code != Code::QueueFull => complain(&error.message),
            Err(error) => self.break_off(&error),
        }
    }

    /// A batch that the page's isolated world has sent.
    pub(super) fn receive(&self, text: &str, url: &str) {
        match self.frames(text) {
            Ok(frames) => frames.into_iter().for_each(|message| self.message(message, url)),
            Err(error) => self.break_off(&error),
        }
    }

    /// The same, but the page waits for an answer to the last frame; its number, unless the batch is broken.
    pub(super) fn receive_sync(&self, text: &str, url: &str) -> Option<u64> {
        let mut frames = match self.frames(text) {
            Ok(frames) => frames,
            Err(error) => {
                self.break_off(&error);
                return None;
            }
        };
        let message = frames.pop()?;
        frames.into_iter().for_each(|message| self.message(message, url));
        let request = self.bridge.requests.get() + 1;
        self.bridge.requests.set(request);
        let (id, window, frame) = (self.id, self.window, frame(url));
        self.tell(page::Event::SyncMessage { id, window, request, frame, message });
        Some(request)
    }

    fn frames(&self, text: &str) -> ipc::Result<Vec<FromPage>> {
        if self.bridge.is_closed() { Ok(Vec::new()) } else { wire::decode_batch(&wire::from_text(text)?) }
    }

    /// Over the bound the bridge is closed: a page that floods a busy main process is heard no more.
    fn message(&self, message: FromPage, url: &str) {
        if self.bridge.is_closed() {
            return;
        }
        let (id, window, frame) = (self.id, self.window, frame(url));
        match self.bridge.scale.take(weight(&message)) {
            Some(load) => self.tell(page::Event::Message { id, window, frame, message, load }),
            None => self.break_off(&Error::new(
                Code::QueueFull,
                "The page sends messages faster than the main process takes them",
            )),
        }
    }

    fn break_off(&self, error: &Error) {
        self.bridge.shut();
        self.view.deliver(self);
        self.tell(page::Event::BridgeClosed { id: self.id, reason: error.message.clone() });
    }
}

/// The answer to a request that a page waits for, as it reads it.
pub(super) fn answer(message: &ToPage) -> String {
    let batch = wire::encode_batch([message])
        .or_else(|error| wire::encode_batch([&ToPage::Failure { id: 0, error: Failure::from(&error) }]));
    batch.map(|batch| wire::to_text(&batch)).unwrap_or_default()
}

/// In bytes.
fn weight(message: &FromPage) -> usize {
    match message {
        FromPage::Send { args, .. } | FromPage::Invoke { args, .. } | FromPage::SendSync { args, .. } => {
            args.len()
        }
        FromPage::PreloadError { message, stack, .. } => message.len() + stack.len(),
        FromPage::Fault { message } => message.len(),
        FromPage::Ready => 0,
    }
}

fn frame(url: &str) -> Frame {
    Frame { url: url.into(), is_main_frame: true }
}
