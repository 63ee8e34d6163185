//! A child that is looked after: it gets our signals, and it does not outlive us.

mod platform;

use std::{
    io,
    process::{Child, Command, ExitStatus},
    sync::mpsc::{Receiver, Sender, channel},
    thread,
    time::{Duration, Instant},
};

use crate::interrupts::{self, Interrupt, Listening};

/// How long a child may take to end when it is asked to.
const PATIENCE: Duration = Duration::from_secs(5);

enum Event {
    Interrupted(Interrupt),
    Exited(io::Result<ExitStatus>),
}

/// Where a child's life is followed. Made before anything that must be tidied up, so that no Ctrl-C slips through.
pub struct Keeper {
    events: Receiver<Event>,
    sender: Sender<Event>,
    _listening: Listening,
}

impl Keeper {
    pub fn new() -> io::Result<Self> {
        let (sender, events) = channel();
        let listening = interrupts::listen_into(sender.clone(), Event::Interrupted)?;
        Ok(Self { events, sender, _listening: listening })
    }

    pub fn start(&self, command: &mut Command) -> io::Result<Running<'_>> {
        let mut child = command.spawn()?;
        let pid = child.id();
        let sender = self.sender.clone();
        thread::spawn(move || {
            // When nobody listens any more, nobody wants the status.
            let _ = sender.send(Event::Exited(child.wait()));
        });
        Ok(Running { keeper: self, pid, ended: None })
    }
}

pub struct Running<'a> {
    keeper: &'a Keeper,
    pid: u32,
    ended: Option<i32>,
}

impl Running<'_> {
    /// The code the child ended with, as a shell tells it: 128 and the signal's number for one that was killed.
    pub fn wait(mut self) -> io::Result<i32> {
        loop {
            if let Some(code) = self.wait_for(Duration::MAX)? {
                return Ok(code);
            }
        }
    }

    /// [`Self::wait`] for a while. Meanwhile, signals go on to the child.
    pub fn wait_for(&mut self, time: Duration) -> io::Result<Option<i32>> {
        let deadline = Instant::now().checked_add(time);
        while self.ended.is_none() {
            let left = deadline.map(|deadline| deadline.saturating_duration_since(Instant::now()));
            let event = match left {
                Some(left) => self.keeper.events.recv_timeout(left).ok(),
                None => self.keeper.events.recv().ok(),
            };
            match event {
                None => return Ok(None),
                Some(Event::Interrupted(interrupt)) if interrupt.shared => {}
                Some(Event::Interrupted(interrupt)) => platform::signal(self.pid, interrupt.signal),
                Some(Event::Exited(status)) => self.ended = Some(platform::exit_code(status?)),
            }
        }
        Ok(self.ended)
    }

    /// Asks the child to end, and ends it when it does not.
    pub fn stop(&mut self) -> io::Result<()> {
        platform::ask_to_end(self.pid);
        if self.wait_for(PATIENCE)?.is_none() {
            platform::end(self.pid);
            self.wait_for(PATIENCE)?;
        }
        Ok(())
    }
}

/// Ends a helper and waits until it is gone: first by asking, since an X server that is killed leaves its lock behind.
pub fn stop(child: &mut Child) {
    platform::ask_to_end(child.id());
    let deadline = Instant::now() + PATIENCE;
    while matches!(child.try_wait(), Ok(None)) && Instant::now() < deadline {
        thread::sleep(Duration::from_millis(10));
    }
    // One that has ended by itself needs no killing, so failures are of no interest.
    let _ = child.kill();
    let _ = child.wait();
}

/// Starts a command apart from the terminal's foreground group: Ctrl-C is not for it.
pub fn apart(command: &mut Command) -> &mut Command {
    platform::apart(command)
}
