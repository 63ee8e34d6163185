use std::rc::Rc;

use rquickjs::{Context, Ctx, Error, Function, Object, Persistent, Result, Runtime, Undefined};
use tokio::{sync::mpsc, task::LocalSet};

use super::{
    Environment, Loop, Options,
    event_loop::{self, Shared},
    loader::{Files, Names},
    natives,
    options::SharedEnvironment,
    raw,
};

/// The engine's own bound on recursion, in bytes; the thread must have more. Beyond it a `RangeError` is thrown.
const STACK: usize = 4 << 20;
const THREAD_STACK: usize = STACK + (4 << 20);
/// Collecting cycles costs a walk over the heap: the first one is due when this many bytes are in use.
const FIRST_COLLECTION: usize = 16 << 20;

/// Runs a main process to its end on a thread of its own and returns its exit code.
pub fn run(options: Options) -> i32 {
    let thread = std::thread::Builder::new().name("main-process".into()).stack_size(THREAD_STACK);
    let outcome = thread.spawn(move || start(options)).map(std::thread::JoinHandle::join);
    // A panic has printed itself; 70 is the exit code for an error inside a program.
    outcome.ok().and_then(std::result::Result::ok).unwrap_or(70)
}

fn start(options: Options) -> i32 {
    let tokio = match tokio::runtime::Builder::new_current_thread().enable_all().build() {
        Ok(tokio) => tokio,
        Err(_) => return 70,
    };
    let code = LocalSet::new().block_on(&tokio, live(options));
    // Threads that still wait for a file or a name must not hold up the end.
    tokio.shutdown_background();
    code
}

async fn live(options: Options) -> i32 {
    let Ok((runtime, context)) = build() else { return 70 };
    let (sender, tasks) = mpsc::unbounded_channel();
    let state = Rc::new(Loop::new(sender));
    let environment = Rc::new(Environment::new(options));
    context.with(|ctx| {
        let outcome = boot(&ctx, state.clone(), environment);
        event_loop::settle(&ctx, &state, outcome);
    });
    let code = event_loop::run(&context, &state, tasks).await;
    // The process ends here: taking the heap apart object by object would only delay that.
    std::mem::forget((state, context, runtime));
    code
}

fn build() -> Result<(Runtime, Context)> {
    let runtime = Runtime::new()?;
    runtime.set_max_stack_size(STACK);
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
