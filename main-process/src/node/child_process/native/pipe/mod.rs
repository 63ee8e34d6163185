//! Our end of a pipe, as the scripts' streams use it.

mod platform;

use std::{cell::RefCell, rc::Rc, sync::Arc};

use rquickjs::{Ctx, Function, Object, Result, TypedArray, prelude::Opt};
use tokio::sync::{Mutex, Notify, watch};

use platform::Pipe;
pub(super) use platform::{End, release_channel};

use crate::runtime::{Bytes, Callback, Throw, bytes_of, error_value, spawn};

const CHUNK: usize = 64 * 1024;

struct Open {
    pipe: Rc<Pipe>,
    /// One writer at a time, in the order of their calls.
    turn: Arc<Mutex<()>>,
    reader: Option<Reader>,
    /// Never sent to: what waits for the pipe ends when this is dropped.
    closing: watch::Sender<()>,
}

struct Reader {
    callback: Callback,
    wanted: Rc<Notify>,
}

type State = Rc<RefCell<Option<Open>>>;

/// `handle`, `start(read)`, `read()`, `setRef(flag)`, `write(bytes, done, handle?)`, `finish()`, `close()`.
///
/// Each `read()` asks for one call of the function given to `start`: with an error, with bytes
/// and the handles that came along, or at the end with none.
pub(super) fn pipe_object<'js>(ctx: &Ctx<'js>, end: End) -> Result<Object<'js>> {
    let handle = end.os_handle() as f64;
    let object = object_of(ctx, opened(ctx, Pipe::new(end))?)?;
    object.set("handle", handle)?;
    Ok(object)
}

fn opened<T>(ctx: &Ctx<'_>, outcome: std::io::Result<T>) -> Result<T> {
    outcome.map_err(|error| ipc::Error::io(&error, "open")).throw(ctx)
}

/// A new channel for a child, with the `name` that the child connects to, where channels have one.
pub(super) fn create_channel(ctx: Ctx<'_>) -> Result<Object<'_>> {
    let (name, pipe) = opened(&ctx, platform::create_channel())?;
    let object = object_of(&ctx, pipe)?;
    object.set("name", name)?;
    Ok(object)
}

/// The channel to a parent that started us with one.
pub(super) fn open_channel(ctx: Ctx<'_>, name: String) -> Result<Object<'_>> {
    let pipe = opened(&ctx, platform::open_channel(&name))?;
    object_of(&ctx, pipe)
}

fn object_of<'js>(ctx: &Ctx<'js>, pipe: Pipe) -> Result<Object<'js>> {
    let closing = watch::channel(()).0;
    let state: State = Rc::new(RefCell::new(Some(Open {
        pipe: Rc::new(pipe),
        turn: Arc::default(),
        reader: None,
        closing,
    })));
    let object = Object::new(ctx.clone())?;
    let shared = Rc::clone(&state);
    object.set(
        "start",
        Function::new(ctx.clone(), move |ctx: Ctx<'js>, read: Function<'js>| start(&ctx, &shared, read))?,
    )?;
    let shared = Rc::clone(&state);
    object.set(
        "read",
        Function::new(ctx.clone(), move || with_reader(&shared, |reader| reader.wanted.notify_one()))?,
    )?;
    let shared = Rc::clone(&state);
    let set_ref = move |flag: bool| with_reader(&shared, |reader| reader.callback.set_ref(flag));
    object.set("setRef", Function::new(ctx.clone(), set_ref)?)?;
    let shared = Rc::clone(&state);
    let send = move |ctx: Ctx<'js>, bytes: TypedArray<'js, u8>, done: Function<'js>, handle: Opt<i64>| {
        write(&ctx, &shared, &bytes, done, handle.0)
    };
    object.set("write", Function::new(ctx.clone(), send)?)?;
    let shared = Rc::clone(&state);
    let finish = move || {
        if let Some(open) = &*shared.borrow() {
            open.pipe.finish();
        }
    };
    object.set("finish", Function::new(ctx.clone(), finish)?)?;
    object.set("close", Function::new(ctx.clone(), move || drop(state.borrow_mut().take()))?)?;
    Ok(object)
}

fn with_reader(state: &State, act: impl FnOnce(&Reader)) {
    if let Some(reader) = state.borrow().as_ref().and_then(|open| open.reader.as_ref()) {
        act(reader);
    }
}

fn start<'js>(ctx: &Ctx<'js>, state: &State, read: Function<'js>) -> Result<()> {
    let mut state = state.borrow_mut();
    let Some(open) = state.as_mut() else { return Ok(()) };
    let callback = Callback::new(ctx, read);
    // Only a stream that wants to read keeps the process alive.
    callback.set_ref(false);
    let (remote, pipe, wanted) = (callback.remote(), Rc::clone(&open.pipe), Rc::new(Notify::new()));
    let asked = Rc::clone(&wanted);
    let reading = async move {
        loop {
            asked.notified().await;
            match pipe.read(CHUNK).await {
                Ok((bytes, _)) if bytes.is_empty() => return remote.call((rquickjs::Null,)),
                Ok((bytes, handles)) => remote.call((rquickjs::Null, Bytes(bytes), handles)),
                Err(error) => {
                    let error = ipc::Error::io(&error, "read");
                    return remote.call_with(move |ctx, read| read.call((error_value(ctx, &error)?,)));
                }
            }
        }
    };
    let mut closed = open.closing.subscribe();
    tokio::task::spawn_local(async move {
        tokio::select! {
            () = reading => {}
            _ = closed.changed() => {}
        }
    });
    open.reader = Some(Reader { callback, wanted });
    Ok(())
}

fn write<'js>(
    ctx: &Ctx<'js>,
    state: &State,
    bytes: &TypedArray<'js, u8>,
    done: Function<'js>,
    handle: Option<i64>,
) -> Result<()> {
    let open = state
        .borrow()
        .as_ref()
        .map(|open| (Rc::clone(&open.pipe), Arc::clone(&open.turn), open.closing.subscribe()));
    let Some((pipe, turns, mut closed)) = open else {
        return spawn(ctx, done, async { Err::<(), _>(ipc::Error::of_code(ipc::Code::BadFile, "write")) });
    };
    // Whoever waits already goes first.
    let turn = Arc::clone(&turns).try_lock_owned().ok();
    let sent = if turn.is_some() { pipe.write_now(bytes_of(bytes), handle) } else { Ok(0) };
    let unsent = handle.filter(|_| matches!(sent, Ok(0)));
    let rest = match sent {
        Ok(count) if count < bytes_of(bytes).len() => bytes_of(bytes)[count..].to_vec(),
        sent => {
            let outcome = sent.map(drop).map_err(|error| ipc::Error::io(&error, "write"));
            return spawn(ctx, done, async { outcome });
        }
    };
    let writing = async move {
        let _turn = match turn {
            Some(turn) => turn,
            None => turns.lock_owned().await,
        };
        pipe.write(&rest, unsent).await
    };
    spawn(ctx, done, async move {
        tokio::select! {
            outcome = writing => outcome.map_err(|error| ipc::Error::io(&error, "write")),
            _ = closed.changed() => Err(ipc::Error::of_code(ipc::Code::Canceled, "write")),
        }
    })
}
