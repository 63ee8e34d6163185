//! The two ends of a message channel, each of which may live on any thread.

use std::{
    cell::RefCell,
    collections::{HashMap, VecDeque},
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use super::{Callback, Message, Remote};

/// One end. Dropping it tells the other end that nobody is there any more.
pub(crate) struct End {
    channel: Arc<Mutex<[Side; 2]>>,
    side: usize,
}

#[derive(Default)]
struct Side {
    /// What was sent to this side and not taken yet.
    queue: VecDeque<Message>,
    listener: Option<Remote>,
    /// Whether the listener is told of messages, and not only of the end.
    started: bool,
    gone: bool,
}

/// What an end has for whoever asks.
pub(crate) enum Received {
    Message(Message),
    Nothing,
    /// The other end is gone, and all it sent has been taken.
    Closed,
}

impl End {
    pub(crate) fn pair() -> (Self, Self) {
        let channel = Arc::<Mutex<[Side; 2]>>::default();
        (Self { channel: Arc::clone(&channel), side: 0 }, Self { channel, side: 1 })
    }

    fn sides(&self) -> MutexGuard<'_, [Side; 2]> {
        self.channel.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Sends to the other end. A message to an end that is gone is lost, as is one that holds the other end itself,
    /// which nobody could take out any more; the answer is false for the latter alone.
    pub(crate) fn post(&self, message: Message) -> bool {
        if message.ends().any(|end| Arc::ptr_eq(&end.channel, &self.channel)) {
            return false;
        }
        let mut sides = self.sides();
        let other = &mut sides[1 - self.side];
        // Dropped when the lock is free again, since it may hold ends.
        let mut lost = None;
        if other.gone {
            lost = Some(message);
        } else {
            other.queue.push_back(message);
            other.wake(other.started);
        }
        drop(sides);
        drop(lost);
        true
    }

    /// What was sent here, whether or not this end was started.
    pub(crate) fn take(&self) -> Received {
        let mut sides = self.sides();
        match sides[self.side].queue.pop_front() {
            Some(message) => Received::Message(message),
            None if sides[1 - self.side].gone => Received::Closed,
            None => Received::Nothing,
        }
    }

    pub(crate) fn is_alone(&self) -> bool {
        self.sides()[1 - self.side].gone
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.sides()[self.side].queue.is_empty()
    }

    pub(crate) fn is_started(&self) -> bool {
        self.sides()[self.side].started
    }

    /// From now on `listener` is called when the other end goes.
    fn listen(&self, listener: Remote) {
        let mut sides = self.sides();
        let gone = sides[1 - self.side].gone;
        let own = &mut sides[self.side];
        own.listener = Some(listener);
        own.wake(gone);
    }

    /// From now on the listener is also called once for each message.
    pub(crate) fn start(&self) {
        let mut sides = self.sides();
        let gone = sides[1 - self.side].gone;
        let own = &mut sides[self.side];
        if !std::mem::replace(&mut own.started, true) {
            (0..own.queue.len()).for_each(|_| own.wake(true));
            own.wake(gone);
        }
    }

    /// From now on messages wait again.
    pub(crate) fn stop(&self) {
        self.sides()[self.side].started = false;
    }

    /// Nobody listens while it is on its way to another thread.
    fn deafen(&self) {
        let own = &mut self.sides()[self.side];
        own.listener = None;
        own.started = false;
    }
}

impl Side {
    fn wake(&self, wanted: bool) {
        if let Some(listener) = self.listener.as_ref().filter(|_| wanted) {
            listener.call(());
        }
    }
}

impl Drop for End {
    fn drop(&mut self) {
        let mut sides = self.sides();
        let own = &mut sides[self.side];
        own.gone = true;
        own.listener = None;
        let unread = std::mem::take(&mut own.queue);
        sides[1 - self.side].wake(true);
        drop(sides);
        // They may hold ends, and those of this very channel, too.
        drop(unread);
    }
}

struct Held {
    end: End,
    listener: Option<Callback>,
}

#[derive(Default)]
struct Table {
    ports: HashMap<u32, Held>,
    last: u32,
}

thread_local! {
    /// The ends that the scripts of this thread hold, by the number they have for them.
    static PORTS: RefCell<Table> = RefCell::default();
}

pub(crate) fn hold(end: End) -> u32 {
    PORTS.with_borrow_mut(|table| {
        table.last += 1;
        table.ports.insert(table.last, Held { end, listener: None });
        table.last
    })
}

/// Takes an end away from this thread's scripts: to be sent, or to be dropped.
pub(crate) fn release(id: u32) -> Option<End> {
    let held = PORTS.with_borrow_mut(|table| table.ports.remove(&id))?;
    held.end.deafen();
    Some(held.end)
}

/// Drops all ends of this thread, which is ending.
pub(super) fn release_all() {
    let all = PORTS.with_borrow_mut(|table| std::mem::take(&mut table.ports));
    drop(all);
}

pub(crate) fn with_end<T>(id: u32, act: impl FnOnce(&End) -> T) -> Option<T> {
    PORTS.with_borrow(|table| table.ports.get(&id).map(|held| act(&held.end)))
}

/// Gives an end the function that is called when there may be something to take.
pub(crate) fn listen(id: u32, listener: Callback) {
    PORTS.with_borrow_mut(|table| {
        if let Some(held) = table.ports.get_mut(&id) {
            held.end.listen(listener.remote());
            held.listener = Some(listener);
        }
    });
}

/// Whether this thread stays alive for the end.
pub(crate) fn set_ref(id: u32, flag: bool) {
    PORTS.with_borrow(|table| {
        if let Some(listener) = table.ports.get(&id).and_then(|held| held.listener.as_ref()) {
            listener.set_ref(flag);
        }
    });
}
