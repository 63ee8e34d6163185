use std::{rc::Rc, sync::Arc};

use rquickjs::{Context, Ctx, Error, Function, Object, Persistent, Result, Runtime, Undefined};
use tokio::{sync::mpsc, task::LocalSet};

use super::{
    Control, Environment, Loop, Options, deadline,
    event_loop::{self, Shared},
    limits::Limits,
    loader::{Files, Names},
    natives,
    options::SharedEnvironment,
    raw, shared,
    worker::{Cause, End},
};

/// Collecting cycles costs a walk over the heap: the first one is due when this many bytes are in use.
const FIRST_COLLECTION: usize = 16 << 20;

/// The exit code for an error inside a program, such as a panic, which has printed itself.
pub(super) const PANICKED: i32 = 70;

/// Runs a main process to its end on a thread of its own and returns its exit code.
pub fn run(options: Options) -> i32 {
    let limits = Limits::of_main();
    let thread = std::thread::Builder::new().name("main-process".into()).stack_size(limits.thread_stack());
    let main = move || start(Environment::new(options), Arc::default(), limits, false).code;
    let outcome = thread.spawn(main).map(std::thread::JoinHandle::join);
    outcome.ok().and_then(std::result::Result::ok).unwrap_or(PANICKED)
}

/// Runs an engine on this thread. What it used is given back when the process goes on afterwards.
pub(super) fn start(environment: Environment, control: Arc<Control>, limits: Limits, give_back: bool) -> End {
    let failed = |cause| End { code: PANICKED, cause };
    let Ok(tokio) = tokio::runtime::Builder::new_current_thread().enable_all().build() else {
        return failed(Cause::NoLoop);
    };
    let tasks = LocalSet::new();
    let lived = tasks.block_on(&tokio, live(environment, control, limits));
    // Nothing but memory can lack at the start.
    let Some(Life { end, state, context, runtime }) = lived else {
        return failed(Cause::OutOfMemory);
    };
    if give_back {
        state.clear();
        {
            let _entered = tokio.enter();
            drop(tasks);
        }
        drop((context, runtime, state));
    } else {
        // Taking the heap apart object by object would only delay the end.
        std::mem::forget((state, context, runtime));
    }
    // Threads that still wait for a file or a name must not hold up the end.
    tokio.shutdown_background();
    end
}

/// What is left of an engine that has ended.
struct Life {
    end: End,
    state: Rc<Loop>,
    context: Context,
    runtime: Runtime,
}

async fn live(environment: Environment, control: Arc<Control>, limits: Limits) -> Option<Life> {
    let (runtime, context) = build(limits, &control).ok()?;
    let (sender, tasks) = mpsc::unbounded_channel();
    control.reach(sender.clone());
    let floor = raw::stack_position().saturating_sub(limits.native_depth());
    let state = Rc::new(Loop::new(sender, control, floor));
    let environment = Rc::new(environment);
    context.with(|ctx| {
        shared::install(&ctx);
        let outcome = boot(&ctx, state.clone(), environment);
        event_loop::settle(&ctx, &state, outcome);
    });
    let code = event_loop::run(&context, &state, tasks).await;
    let cause = if state.out_of_memory.get() { Cause::OutOfMemory } else { Cause::Script };
    let end = End { code, cause };
    Some(Life { end, state, context, runtime })
}

fn build(limits: Limits, control: &Arc<Control>) -> Result<(Runtime, Context)> {
    let runtime = Runtime::new()?;
    runtime.set_max_stack_size(limits.stack);
    runtime.set_memory_limit(limits.memory);
    let control = Arc::clone(control);
    runtime.set_interrupt_handler(Some(Box::new(move || control.is_stopped() || deadline::passed())));
    runtime.set_gc_threshold(FIRST_COLLECTION);
    runtime.set_loader(Names, Files);
    runtime.set_host_promise_rejection_tracker(Some(Box::new(|ctx, promise, reason, handled| {
        let tracker = Loop::of(&ctx).hooks.borrow().rejection.clone();
        let Some(tracker) = tracker else { return };
        let told =
            tracker.restore(&ctx).and_then(|tracker| tracker.call::<_, ()>((promise, reason, handled)));
        if told.is_err() {
            // The tracker cannot throw into the engine, which is in the middle of something else.
            ctx.catch();
        }
    })));
    let context = Context::full(&runtime)?;
    Ok((runtime, context))
}

/// Runs `internal/bootstrap`, which sets up everything else and then runs the entry.
fn boot(ctx: &Ctx<'_>, state: Rc<Loop>, environment: Rc<Environment>) -> Result<()> {
    // Nothing reads user data yet, so that storing it cannot fail.
    let _ = ctx.store_userdata(Shared(state));
    let _ = ctx.store_userdata(SharedEnvironment(environment));
    let bootstrap = natives::compile(ctx.clone(), "internal/bootstrap".into())?;
    let module = Object::new(ctx.clone())?;
    let exports = Object::new(ctx.clone())?;
    module.set("exports", exports.clone())?;
    bootstrap.call((exports, Undefined, module, natives::kernel(ctx)?))
}

/// Ends the main process with this code: returns what a native throws, which no script can catch.
pub(crate) fn exit(ctx: &Ctx<'_>, code: i32) -> Error {
    Loop::of(ctx).exit_code.set(Some(code));
    raw::throw_uncatchable(ctx)
}

pub(super) fn set_hook<'js>(ctx: &Ctx<'js>, name: &str, function: Function<'js>) {
    let state = Loop::of(ctx);
    let function = Some(Persistent::save(ctx, function));
    let mut hooks = state.hooks.borrow_mut();
    match name {
        "runTicks" => hooks.run_ticks = function,
        "uncaught" => hooks.uncaught = function,
        "rejection" => hooks.rejection = function,
        "beforeExit" => hooks.before_exit = function,
        "exit" => hooks.exit = function,
        _ => {}
    }
}
