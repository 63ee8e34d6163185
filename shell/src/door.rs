//! The port's outer side: commands come in from any thread and are taken one by one, in order, on the UI thread.

use std::{
    collections::VecDeque,
    rc::Rc,
    sync::{Condvar, Mutex, MutexGuard, PoisonError},
};

use main_process::host::{Command, Host, Reply};

use crate::{
    answer::Ask,
    app::{Shell, Waker},
};

/// What a thread of the shell leaves to do on the UI thread.
pub(crate) type Call = Box<dyn FnOnce(&Rc<Shell>) + Send>;

/// One thing to do on the UI thread.
pub(crate) enum Work {
    Command(Command, Ask),
    Call(Call),
    /// The main process is over, with this exit code.
    Finished(i32),
}

#[derive(Default)]
struct Inbox {
    work: VecDeque<Work>,
    /// There once the event loop runs.
    waker: Option<Waker>,
    /// The loop knows already that there is work.
    awake: bool,
}

#[derive(Default)]
pub(crate) struct Door {
    inbox: Mutex<Inbox>,
    arrived: Condvar,
}

impl Door {
    pub(crate) fn push(&self, work: Work) {
        let mut inbox = self.lock();
        inbox.work.push_back(work);
        wake(&mut inbox);
        self.arrived.notify_one();
    }

    /// From now on arriving work wakes the event loop.
    pub(crate) fn set_waker(&self, waker: Waker) {
        let mut inbox = self.lock();
        inbox.waker = Some(waker);
        if !inbox.work.is_empty() {
            wake(&mut inbox);
        }
    }

    /// The next piece of work. After the last one the loop sleeps until something arrives.
    pub(crate) fn take(&self) -> Option<Work> {
        let mut inbox = self.lock();
        let next = inbox.work.pop_front();
        if next.is_none() {
            inbox.awake = false;
        }
        next
    }

    /// Has the loop come back, although it stopped before the work was done, after it has drawn.
    pub(crate) fn come_back(&self) {
        if let Some(waker) = &self.lock().waker {
            waker.wake_later();
        }
    }

    /// Waits for work while there is no event loop yet.
    pub(crate) fn wait(&self) -> Work {
        let mut inbox = self.lock();
        loop {
            match inbox.work.pop_front() {
                Some(work) => return work,
                None => inbox = self.arrived.wait(inbox).unwrap_or_else(PoisonError::into_inner),
            }
        }
    }

    fn lock(&self) -> MutexGuard<'_, Inbox> {
        // A panic elsewhere leaves the queue whole: it is only ever pushed to and popped from.
        self.inbox.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn wake(inbox: &mut Inbox) {
    if let (Some(waker), false) = (&inbox.waker, inbox.awake) {
        waker.wake();
        inbox.awake = true;
    }
}

impl Host for Door {
    fn handle(&self, command: Command, reply: Option<Reply>) {
        self.push(Work::Command(command, Ask::new(reply)));
    }
}

#[cfg(test)]
mod tests {
    use main_process::host::app;

    use super::*;

    #[test]
    fn work_is_taken_in_the_order_it_came() {
        let door = Door::default();
        for code in 0..3 {
            door.handle(Command::App(app::Command::Exit { code }), None);
        }
        for expected in 0..3 {
            assert!(
                matches!(door.take(), Some(Work::Command(Command::App(app::Command::Exit { code }), _)) if code == expected)
            );
        }
        assert!(door.take().is_none());
    }

    #[test]
    fn a_command_that_is_dropped_is_answered_with_an_error() {
        let (sender, receiver) = std::sync::mpsc::channel();
        let door = Door::default();
        let reply: Reply = Box::new(move |answer| sender.send(answer.is_err()).unwrap());
        door.handle(Command::App(app::Command::Focus), Some(reply));
        drop(door);
        assert_eq!(receiver.recv(), Ok(true));
    }
}
