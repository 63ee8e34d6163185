use std::{
    cell::{Cell, RefCell},
    collections::HashMap,
    rc::Rc,
    sync::Arc,
    time::{Duration, Instant},
};

use rquickjs::{Ctx, Function, JsLifetime, Object, Persistent, Result};
use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender};

use super::{Control, Environment, raw};

use super::async_context::{AsyncContext, Frame};

/// One macrotask: what to call a registered function with, made ready on any thread.
pub(super) struct Task {
    pub(super) callback: u64,
    /// The callback is called this once and then forgotten.
    pub(super) last: bool,
    pub(super) call: Call,
}

pub(super) type Call = Box<dyn for<'js> FnOnce(&Ctx<'js>, Function<'js>) -> Result<()> + Send>;

/// What the loop calls into, registered by the scripts that own these queues.
#[derive(Default)]
pub(super) struct Hooks {
    pub(super) run_ticks: Option<Persistent<Function<'static>>>,
    pub(super) uncaught: Option<Persistent<Function<'static>>>,
    pub(super) rejection: Option<Persistent<Function<'static>>>,
    pub(super) timers: Option<Persistent<Function<'static>>>,
    pub(super) immediates: Option<Persistent<Function<'static>>>,
    pub(super) before_exit: Option<Persistent<Function<'static>>>,
    pub(super) exit: Option<Persistent<Function<'static>>>,
}

/// The state of one engine's event loop, shared by its natives.
pub(crate) struct Loop {
    pub(super) tasks: UnboundedSender<Task>,
    /// Each with the async context that it was registered in.
    pub(super) callbacks: RefCell<HashMap<u64, (Persistent<Function<'static>>, Frame)>>,
    pub(super) hooks: RefCell<Hooks>,
    /// Resolves and loads modules; see [`super::loader`].
    pub(super) importer: RefCell<Option<Persistent<Object<'static>>>>,
    /// What the clone codec needs of the engine; see [`super::clone`].
    pub(super) clone_kit: RefCell<Option<Persistent<Object<'static>>>>,
    /// Who takes connections' bytes natively; see [`super::sink`].
    pub(super) sinks: RefCell<super::sink::Sinks>,
    /// What follows a program through its callbacks.
    pub(crate) context: AsyncContext,
    /// How other threads end this one.
    pub(crate) control: Arc<Control>,
    /// Below this address native code must not recurse.
    pub(super) floor: usize,
    pub(super) out_of_memory: Cell<bool>,
    next: Cell<u64>,
    /// How many things keep the process alive, timers and immediates aside.
    references: Cell<usize>,
    pub(super) deadline: Cell<Option<Instant>>,
    pub(super) timers_referenced: Cell<bool>,
    /// Some wait for the next turn; some of those are a reason to have one.
    pub(super) immediates_pending: Cell<bool>,
    pub(super) immediates_referenced: Cell<bool>,
    /// What is told at the end of a turn, after the immediates: what has been closed.
    pub(super) closing: RefCell<Vec<Task>>,
    pub(super) exit_code: Cell<Option<i32>>,
    pub(super) start: Instant,
}

#[derive(Clone)]
pub(super) struct Shared(pub(super) Rc<Loop>);

#[allow(unsafe_code)]
// SAFETY: nothing in it borrows from the engine; functions are kept as `Persistent`.
unsafe impl<'js> JsLifetime<'js> for Shared {
    type Changed<'to> = Shared;
}

impl Loop {
    pub(super) fn new(tasks: UnboundedSender<Task>, control: Arc<Control>, floor: usize) -> Self {
        Self {
            tasks,
            control,
            floor,
            out_of_memory: Cell::new(false),
            callbacks: RefCell::default(),
            hooks: RefCell::default(),
            importer: RefCell::default(),
            clone_kit: RefCell::default(),
            sinks: RefCell::default(),
            context: AsyncContext::default(),
            next: Cell::new(1),
            references: Cell::new(0),
            deadline: Cell::new(None),
            timers_referenced: Cell::new(false),
            immediates_pending: Cell::new(false),
            immediates_referenced: Cell::new(false),
            closing: RefCell::default(),
            exit_code: Cell::new(None),
            start: Instant::now(),
        }
    }

    /// The loop that `ctx` runs on.
    pub(crate) fn of(ctx: &Ctx<'_>) -> Rc<Self> {
        ctx.userdata::<Shared>().expect("stored before any script runs").0.clone()
    }

    pub(super) fn register<'js>(&self, ctx: &Ctx<'js>, function: Function<'js>) -> u64 {
        let id = self.next.get();
        self.next.set(id + 1);
        // Hooks that hear of it may register something themselves.
        let frame = self.context.registered(ctx);
        self.callbacks.borrow_mut().insert(id, (Persistent::save(ctx, function), frame));
        id
    }

    pub(crate) fn reference(&self) {
        self.references.set(self.references.get() + 1);
    }

    pub(crate) fn release(&self) {
        self.references.set(self.references.get() - 1);
    }

    /// Whether no script is to run any more: it left, or somebody ended it.
    pub(crate) fn is_over(&self) -> bool {
        if self.control.is_stopped() && self.exit_code.get().is_none() {
            self.exit_code.set(Some(1));
        }
        self.exit_code.get().is_some()
    }

    pub(crate) fn exit_code(&self) -> Option<i32> {
        self.exit_code.get()
    }

    /// Lets go of all that belongs to the engine, which is about to be freed.
    pub(super) fn clear(&self) {
        self.callbacks.take();
        self.hooks.take();
        self.importer.take();
        self.clone_kit.take();
        self.closing.take();
        self.sinks.take();
        self.context.clear();
    }

    fn alive(&self) -> bool {
        self.references.get() > 0
            || self.immediates_referenced.get()
            || (self.timers_referenced.get() && self.deadline.get().is_some())
    }

    /// Milliseconds since the engine started.
    pub(crate) fn now(&self) -> f64 {
        self.start.elapsed().as_secs_f64() * 1000.0
    }

    /// Asks to be called back at the earliest in `delay`; `None` disarms.
    pub(crate) fn arm(&self, delay: Option<Duration>) {
        self.deadline.set(delay.map(|delay| Instant::now() + delay));
    }

    pub(crate) fn reference_timers(&self, flag: bool) {
        self.timers_referenced.set(flag);
    }

    pub(crate) fn reference_immediates(&self, referenced: bool, pending: bool) {
        self.immediates_referenced.set(referenced);
        self.immediates_pending.set(pending);
    }

    pub(crate) fn on_timers<'js>(&self, ctx: &Ctx<'js>, function: Function<'js>) {
        self.hooks.borrow_mut().timers = Some(Persistent::save(ctx, function));
    }

    pub(crate) fn on_immediates<'js>(&self, ctx: &Ctx<'js>, function: Function<'js>) {
        self.hooks.borrow_mut().immediates = Some(Persistent::save(ctx, function));
    }
}

/// Which of the [`Hooks`] to call.
type Hook = fn(&Hooks) -> &Option<Persistent<Function<'static>>>;

/// Runs until nothing is referenced or the script exits; returns the exit code.
///
/// The order of one turn is Node's: timers, completed I/O, immediates; next ticks and promise jobs after each callback.
/// Source: <https://nodejs.org/en/learn/asynchronous-work/event-loop-timers-and-nexttick>
pub(super) async fn run(
    context: &rquickjs::Context,
    state: &Rc<Loop>,
    mut tasks: UnboundedReceiver<Task>,
) -> i32 {
    loop {
        context.with(|ctx| turn(&ctx, state, &mut tasks));
        if state.is_over() {
            return state.exit_code.get().unwrap_or(1);
        }
        if state.alive() {
            wait(context, state, &mut tasks).await;
            continue;
        }
        if tasks.is_empty() {
            context.with(|ctx| hook(&ctx, state, |hooks| &hooks.before_exit));
            if !state.is_over() && !state.alive() && tasks.is_empty() {
                context.with(|ctx| hook(&ctx, state, |hooks| &hooks.exit));
                return state.exit_code.get().unwrap_or(0);
            }
        }
    }
}

fn turn(ctx: &Ctx<'_>, state: &Rc<Loop>, tasks: &mut UnboundedReceiver<Task>) {
    if state.is_over() {
        return;
    }
    // Timers and immediates that are no reason to live run only where something else is.
    let living = state.alive();
    if living && state.deadline.get().is_some_and(|deadline| deadline <= Instant::now()) {
        state.deadline.set(None);
        hook(ctx, state, |hooks| &hooks.timers);
    }
    // What arrives meanwhile waits for the next turn, so that timers and immediates get theirs.
    for _ in 0..tasks.len() {
        match tasks.try_recv() {
            Ok(task) if !state.is_over() => run_task(ctx, state, task),
            _ => break,
        }
    }
    if living && state.immediates_pending.get() && !state.is_over() {
        hook(ctx, state, |hooks| &hooks.immediates);
    }
    for task in state.closing.take() {
        if !state.is_over() {
            run_task(ctx, state, task);
        }
    }
}

async fn wait(context: &rquickjs::Context, state: &Rc<Loop>, tasks: &mut UnboundedReceiver<Task>) {
    if state.immediates_referenced.get() || !tasks.is_empty() || !state.closing.borrow().is_empty() {
        return tokio::task::yield_now().await;
    }
    let since = Instant::now();
    let task = match state.deadline.get() {
        Some(deadline) => tokio::select! {
            task = tasks.recv() => task,
            () = tokio::time::sleep_until(deadline.into()) => None,
        },
        None => tasks.recv().await,
    };
    state.control.was_idle(since);
    if let Some(task) = task {
        context.with(|ctx| run_task(&ctx, state, task));
    }
}

fn run_task(ctx: &Ctx<'_>, state: &Rc<Loop>, task: Task) {
    let function = if task.last {
        state.release();
        state.callbacks.borrow_mut().remove(&task.callback)
    } else {
        state.callbacks.borrow().get(&task.callback).cloned()
    };
    // A callback that was taken back meanwhile is simply not called.
    let Some((function, frame)) = function else { return };
    state.context.enter(frame);
    let outcome = state.context.tell(ctx, "before", None).and_then(|()| {
        (task.call)(ctx, function.restore(ctx)?)?;
        state.context.tell(ctx, "after", None)
    });
    settle(ctx, state, outcome);
}

fn hook(ctx: &Ctx<'_>, state: &Rc<Loop>, which: Hook) {
    let function = which(&state.hooks.borrow()).clone();
    let Some(function) = function else { return };
    let outcome = function.restore(ctx).and_then(|function| function.call::<_, ()>(()));
    settle(ctx, state, outcome);
}

/// Ends a macrotask: what it threw is uncaught, then ticks and promise jobs run.
pub(super) fn settle(ctx: &Ctx<'_>, state: &Rc<Loop>, outcome: Result<()>) {
    if outcome.is_err() {
        report(ctx, state);
    }
    if state.is_over() {
        return;
    }
    let ticks = state.hooks.borrow().run_ticks.clone();
    let Some(ticks) = ticks else { return };
    if ticks.restore(ctx).and_then(|function| function.call::<_, ()>(())).is_err() {
        report(ctx, state);
    }
}

/// Hands the pending exception to `uncaughtException`, unless the script is exiting.
fn report(ctx: &Ctx<'_>, state: &Rc<Loop>) {
    let error = ctx.catch();
    if state.is_over() {
        return;
    }
    if Environment::of(ctx).worker.is_some() && raw::is_out_of_memory(&error) {
        // Nothing can be told by a script that has no memory for it.
        state.out_of_memory.set(true);
        state.exit_code.set(Some(1));
        return;
    }
    let uncaught = state.hooks.borrow().uncaught.clone();
    let handled =
        uncaught.map(|function| function.restore(ctx).and_then(|function| function.call::<_, ()>((error,))));
    if !matches!(handled, Some(Ok(()))) && !state.is_over() {
        ctx.catch();
        state.exit_code.set(Some(7));
    }
}
