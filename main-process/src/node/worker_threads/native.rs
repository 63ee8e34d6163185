//! Workers from the parent's side, and what a worker knows of itself.

use std::sync::{
    Arc,
    atomic::{AtomicU32, Ordering},
};

use ipc::Error;
use rquickjs::{Array, Ctx, FromJs, Function, Object, Result, Value, prelude::Func};

use crate::command_line;
use crate::runtime::{
    Callback, Control, Environment, Message, Names, Throw, Variables,
    worker::{self, Cause, Worker},
};

static LAST_ID: AtomicU32 = AtomicU32::new(0);

pub(super) fn native(ctx: &Ctx<'_>, native: &Object<'_>) -> Result<()> {
    let environment = Environment::of(ctx);
    native.set("threadId", environment.worker.as_ref().map_or(0, |worker| worker.id))?;
    native.set("isWorker", environment.worker.is_some())?;
    native.set("init", Func::from(init))?;
    native.set("start", Func::from(start))?;
    native.set("unknownFlags", Func::from(unknown_flags))?;
    native.set("checkEnvironment", Func::from(|text: String| command_line::check_environment(&text)))
}

/// What the parent told this worker to start with; once.
fn init<'js>(ctx: Ctx<'js>) -> Result<Value<'js>> {
    let environment = Environment::of(&ctx);
    let message = environment.worker.as_ref().and_then(|worker| worker.init.borrow_mut().take());
    match message {
        Some(message) => message.unpack(&ctx),
        None => Ok(Value::new_undefined(ctx)),
    }
}

struct Plan {
    /// Name and value alternately; without any, the worker shares its parent's variables.
    variables: Option<Vec<(String, String)>>,
    memory: Option<usize>,
    stack: Option<usize>,
    ports: Vec<u32>,
    /// Without any, the worker has its parent's.
    flags: Option<Vec<String>>,
}

impl<'js> FromJs<'js> for Plan {
    fn from_js(ctx: &Ctx<'js>, value: Value<'js>) -> Result<Self> {
        let object = Object::from_js(ctx, value)?;
        let bytes = |name| -> Result<Option<usize>> {
            let megabytes: Option<f64> = object.get(name)?;
            Ok(megabytes.filter(|count| *count >= 0.0).map(|count| (count * 1_048_576.0) as usize))
        };
        let pairs = |all: Array<'js>| {
            let pair = |pair: Result<Array<'js>>| pair.and_then(|pair| Ok((pair.get(0)?, pair.get(1)?)));
            all.iter::<Array>().map(pair).collect::<Result<Vec<_>>>()
        };
        Ok(Self {
            variables: object.get::<_, Option<Array>>("env")?.map(pairs).transpose()?,
            memory: bytes("memory")?,
            stack: bytes("stack")?,
            ports: object.get("ports")?,
            flags: object.get("flags")?,
        })
    }
}

/// Starts a worker that is told `init`. `ended(code, cause)` is called once, when its thread is
/// gone; the cause is `memory`, or `loop` when it never came to be.
fn start<'js>(ctx: Ctx<'js>, plan: Plan, init: Value<'js>, ended: Function<'js>) -> Result<Object<'js>> {
    let init = Message::pack(&ctx, init, &plan.ports)?;
    let environment = Environment::of(&ctx);
    let variables = match plan.variables {
        None => environment.variables.clone(),
        Some(pairs) => Variables::of(
            pairs.into_iter().map(|(name, value)| (name.clone(), (name, value))).collect::<Names>(),
        ),
    };
    let id = LAST_ID.fetch_add(1, Ordering::Relaxed) + 1;
    let given = plan.flags.and_then(|words| command_line::worker_flags(&words).ok());
    let flags = given.unwrap_or_else(|| environment.flags.clone());
    let worker = Worker { id, init, variables, flags, memory: plan.memory, stack: plan.stack };
    let callback = Callback::new(&ctx, ended);
    let remote = callback.remote();
    let tell = move |end: worker::End| {
        let cause = match end.cause {
            Cause::Script => None,
            Cause::OutOfMemory => Some("memory"),
            Cause::NoLoop => Some("loop"),
        };
        remote.call((end.code, cause));
    };
    let control = worker::start(worker, tell);
    let control = control.map_err(|error| Error::io(&error, "pthread_create")).throw(&ctx)?;
    let handle = Object::new(ctx.clone())?;
    handle.set("threadId", id)?;
    let child = Child(Arc::clone(&control));
    let stop = move || child.0.stop();
    handle.set("stop", Function::new(ctx.clone(), stop)?)?;
    handle.set("loopTimes", Function::new(ctx.clone(), move || control.loop_times().to_vec())?)?;
    handle.set("setRef", Function::new(ctx, move |flag: bool| callback.set_ref(flag))?)?;
    Ok(handle)
}

/// A worker does not outlive the thread that started it.
struct Child(Arc<Control>);

impl Drop for Child {
    fn drop(&mut self) {
        self.0.stop();
    }
}

/// Which of these words are no flags that a worker could take.
fn unknown_flags(words: Vec<String>) -> Vec<String> {
    command_line::worker_flags(&words).err().unwrap_or_default()
}
