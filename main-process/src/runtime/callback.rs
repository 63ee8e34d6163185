use std::{cell::Cell, future::Future, rc::Rc};

use rquickjs::{Ctx, Function, IntoJs, Null, Result, function::IntoArgs};
use tokio::sync::mpsc::UnboundedSender;

use super::{
    event_loop::{Loop, Task},
    throw::error_value,
};

/// A JavaScript function that native code calls, each call one macrotask. Keeps the process alive while referenced.
pub(crate) struct Callback {
    id: u64,
    state: Rc<Loop>,
    referenced: Cell<bool>,
}

impl Callback {
    pub(crate) fn new<'js>(ctx: &Ctx<'js>, function: Function<'js>) -> Self {
        let state = Loop::of(ctx);
        let id = state.register(ctx, function);
        state.reference();
        Self { id, state, referenced: Cell::new(true) }
    }

    /// Queues a call. Arguments are plain data, so that they may come from any thread.
    pub(crate) fn call<A: for<'js> IntoArgs<'js> + Send + 'static>(&self, args: A) {
        self.remote().call(args);
    }

    /// The same function for other threads.
    pub(crate) fn remote(&self) -> Remote {
        Remote { id: self.id, tasks: self.state.tasks.clone() }
    }

    /// Queues a call for the end of this turn of the loop, after its immediates: when Node tells of what was closed.
    pub(crate) fn call_at_end_of_turn(
        &self,
        call: impl for<'js> FnOnce(&Ctx<'js>, Function<'js>) -> Result<()> + Send + 'static,
    ) {
        self.state.closing.borrow_mut().push(Task { callback: self.id, last: false, call: Box::new(call) });
    }

    /// Whether the process lives as long as this does; as `ref()` and `unref()`.
    pub(crate) fn set_ref(&self, flag: bool) {
        if self.referenced.replace(flag) != flag {
            if flag { self.state.reference() } else { self.state.release() }
        }
    }
}

impl Drop for Callback {
    fn drop(&mut self) {
        self.set_ref(false);
        self.state.callbacks.borrow_mut().remove(&self.id);
    }
}

/// A [`Callback`] as seen from another thread. Calls after the callback was dropped are lost, as they should be.
#[derive(Clone)]
pub(crate) struct Remote {
    id: u64,
    tasks: UnboundedSender<Task>,
}

impl Remote {
    pub(crate) fn call<A: for<'js> IntoArgs<'js> + Send + 'static>(&self, args: A) {
        self.call_with(move |_, function| function.call(args));
    }

    /// Queues a call whose arguments are made on the JavaScript thread.
    pub(crate) fn call_with(
        &self,
        call: impl for<'js> FnOnce(&Ctx<'js>, Function<'js>) -> Result<()> + Send + 'static,
    ) {
        // A loop that is gone calls nobody.
        let _ = self.tasks.send(Task { callback: self.id, last: false, call: Box::new(call) });
    }
}

/// Runs `work` on the blocking pool, then calls `done(error)` or `done(null, value)`. Keeps the process alive meanwhile.
pub(crate) fn blocking<'js, T, F>(ctx: &Ctx<'js>, done: Function<'js>, work: F) -> Result<()>
where
    T: for<'a> IntoJs<'a> + Send + 'static,
    F: FnOnce() -> ipc::Result<T> + Send + 'static,
{
    let once = Once::new(ctx, done);
    tokio::task::spawn_blocking(move || once.finish(work()));
    Ok(())
}

/// Runs a future on this thread's loop, then calls `done` as [`blocking`] does.
pub(crate) fn spawn<'js, T, F>(ctx: &Ctx<'js>, done: Function<'js>, work: F) -> Result<()>
where
    T: for<'a> IntoJs<'a> + Send + 'static,
    F: Future<Output = ipc::Result<T>> + 'static,
{
    let once = Once::new(ctx, done);
    tokio::task::spawn_local(async move { once.finish(work.await) });
    Ok(())
}

/// A callback that is called exactly once, from wherever the work ends.
pub(crate) struct Once {
    id: u64,
    tasks: UnboundedSender<Task>,
}

impl Once {
    pub(crate) fn new<'js>(ctx: &Ctx<'js>, done: Function<'js>) -> Self {
        let state = Loop::of(ctx);
        state.reference();
        Self { id: state.register(ctx, done), tasks: state.tasks.clone() }
    }

    pub(crate) fn finish<T: for<'a> IntoJs<'a> + Send + 'static>(self, outcome: ipc::Result<T>) {
        // A loop that is gone calls nobody.
        let _ = self.tasks.send(Task {
            callback: self.id,
            last: true,
            call: Box::new(move |ctx, done| settle(ctx, &done, outcome)),
        });
    }
}

fn settle<'js, T: IntoJs<'js>>(ctx: &Ctx<'js>, done: &Function<'js>, outcome: ipc::Result<T>) -> Result<()> {
    match outcome {
        Ok(value) => done.call((Null, value)),
        Err(error) => done.call((error_value(ctx, &error)?,)),
    }
}
