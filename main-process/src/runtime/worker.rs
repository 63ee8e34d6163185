//! Engines on threads of their own, besides the main one.

use std::{
    cell::RefCell,
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicBool, AtomicU64, Ordering},
    },
    time::Instant,
};

use tokio::sync::mpsc::UnboundedSender;

use crate::command_line::Flags;

use super::{
    Entry, Environment, Message, Variables, engine, event_loop::Task, limits::Limits, port, waiters,
};

/// What other threads can do to an engine: end it, whatever it is doing.
pub(crate) struct Control {
    stopped: AtomicBool,
    start: Instant,
    /// Nanoseconds in which the loop had nothing to do.
    idle: AtomicU64,
    tasks: Mutex<Option<UnboundedSender<Task>>>,
}

impl Default for Control {
    fn default() -> Self {
        let (stopped, idle) = (AtomicBool::default(), AtomicU64::default());
        Self { stopped, start: Instant::now(), idle, tasks: Mutex::default() }
    }
}

impl Control {
    pub(super) fn was_idle(&self, since: Instant) {
        self.idle.fetch_add(since.elapsed().as_nanos() as u64, Ordering::Relaxed);
    }

    /// Milliseconds in which the loop was idle, and in which it was not.
    pub(crate) fn loop_times(&self) -> [f64; 2] {
        let idle = self.idle.load(Ordering::Relaxed) as f64 / 1e6;
        [idle, (self.start.elapsed().as_secs_f64() * 1e3 - idle).max(0.0)]
    }

    pub(crate) fn is_stopped(&self) -> bool {
        self.stopped.load(Ordering::Relaxed)
    }

    /// Ends the engine: a script that runs is interrupted, one that waits is woken.
    pub(crate) fn stop(&self) {
        self.stopped.store(true, Ordering::Relaxed);
        if let Some(tasks) = &*self.tasks.lock().unwrap_or_else(PoisonError::into_inner) {
            // It may have ended by itself. There is no callback 0: the loop only looks up.
            let _ = tasks.send(Task { callback: 0, last: false, call: Box::new(|_, _| Ok(())) });
        }
        waiters::rouse();
    }

    pub(super) fn reach(&self, tasks: UnboundedSender<Task>) {
        *self.tasks.lock().unwrap_or_else(PoisonError::into_inner) = Some(tasks);
    }
}

/// What a worker starts with.
pub(crate) struct Worker {
    pub(crate) id: u32,
    /// What its bootstrap is told.
    pub(crate) init: Message,
    pub(crate) variables: Variables,
    pub(crate) flags: Flags,
    /// The most bytes that its heap may have.
    pub(crate) memory: Option<usize>,
    /// The bytes of stack that its scripts may use.
    pub(crate) stack: Option<usize>,
}

/// A worker as its own natives see it.
pub(crate) struct WorkerEnvironment {
    pub(crate) id: u32,
    pub(crate) init: RefCell<Option<Message>>,
}

/// How an engine ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct End {
    pub(crate) code: i32,
    pub(crate) cause: Cause,
}

/// What ended an engine, where it was not its script.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Cause {
    Script,
    OutOfMemory,
    /// The system refused what an event loop needs.
    NoLoop,
}

/// Starts a worker; `ended` is called on its thread when nothing of it is left.
pub(crate) fn start(
    worker: Worker,
    ended: impl FnOnce(End) + Send + 'static,
) -> std::io::Result<Arc<Control>> {
    let control = Arc::<Control>::default();
    let limits = Limits::of_worker(worker.memory, worker.stack);
    let own = Arc::clone(&control);
    let thread = std::thread::Builder::new().name("worker".into()).stack_size(limits.thread_stack());
    thread.spawn(move || {
        let ended = Ended(Some(ended));
        let init = RefCell::new(Some(worker.init));
        let environment = Environment {
            entry: Entry::Worker,
            args: Vec::new(),
            host: None,
            events: RefCell::default(),
            packaged: false,
            flags: worker.flags,
            fake: None,
            variables: worker.variables,
            worker: Some(WorkerEnvironment { id: worker.id, init }),
        };
        let end = engine::start(environment, own, limits, true);
        port::release_all();
        ended.tell(end);
    })?;
    Ok(control)
}

/// Tells of the end of a thread, also when it panicked.
struct Ended<F: FnOnce(End)>(Option<F>);

impl<F: FnOnce(End)> Ended<F> {
    fn tell(mut self, end: End) {
        if let Some(tell) = self.0.take() {
            tell(end);
        }
    }
}

impl<F: FnOnce(End)> Drop for Ended<F> {
    fn drop(&mut self) {
        if let Some(tell) = self.0.take() {
            tell(End { code: engine::PANICKED, cause: Cause::Script });
        }
    }
}
