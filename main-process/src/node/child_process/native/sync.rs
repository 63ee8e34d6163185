//! Starting a program and waiting for its end.

use std::{
    io::{Read, Write},
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicBool, Ordering},
        mpsc,
    },
    thread,
    time::{Duration, Instant},
};

use rquickjs::{Ctx, FromJs, IntoJs, Object, Result, TypedArray, Value};

use super::{
    pipe::End,
    plan::Plan,
    platform::{self, Child},
};
use crate::runtime::{Bytes, bytes_of};

struct Limits {
    timeout: Option<Duration>,
    most: usize,
    signal: i32,
    inputs: Vec<Option<Vec<u8>>>,
}

impl<'js> FromJs<'js> for Limits {
    fn from_js(ctx: &Ctx<'js>, value: Value<'js>) -> Result<Self> {
        let object = Object::from_js(ctx, value)?;
        let timeout: Option<f64> = object.get("timeout")?;
        let most: f64 = object.get("maxBuffer")?;
        let inputs: Vec<Option<TypedArray<u8>>> = object.get("inputs")?;
        Ok(Self {
            timeout: timeout.filter(|ms| *ms > 0.0).map(|ms| Duration::from_secs_f64(ms / 1000.0)),
            most: if most.is_finite() { most as usize } else { usize::MAX },
            signal: object.get("killSignal")?,
            inputs: inputs.into_iter().map(|input| input.map(|bytes| bytes_of(&bytes).to_vec())).collect(),
        })
    }
}

/// What there is to say of it: an error's number, how it ended, what it wrote.
struct Outcome {
    error: Option<ipc::Error>,
    pid: u32,
    exit: Option<platform::Exit>,
    output: Vec<Option<Vec<u8>>>,
}

impl<'js> IntoJs<'js> for Outcome {
    fn into_js(self, ctx: &Ctx<'js>) -> Result<Value<'js>> {
        let object = Object::new(ctx.clone())?;
        object.set("error", self.error.and_then(|error| error.errno))?;
        object.set("pid", self.pid)?;
        object.set("status", self.exit.map(|exit| exit.code))?;
        object.set("signal", self.exit.map_or(0, |exit| exit.signal))?;
        let output: Vec<Option<Bytes>> = self.output.into_iter().map(|bytes| bytes.map(Bytes)).collect();
        object.set("output", output)?;
        Ok(object.into_value())
    }
}

pub(super) fn spawn_sync<'js>(ctx: Ctx<'js>, plan: Plan, limits: Value<'js>) -> Result<Value<'js>> {
    run(&plan, Limits::from_js(&ctx, limits)?).into_js(&ctx)
}

fn run(plan: &Plan, limits: Limits) -> Outcome {
    let (child, ends) = match platform::spawn(plan) {
        Ok(started) => started,
        Err(error) => {
            let error = Some(ipc::Error::io(&error, "spawnSync"));
            return Outcome { error, pid: 0, exit: None, output: Vec::new() };
        }
    };
    let watch = Arc::new(Watch { child, signal: limits.signal, overflowed: AtomicBool::new(false) });
    let mut readers = Vec::new();
    for (index, end) in ends.into_iter().enumerate() {
        let input = limits.inputs.get(index).cloned().flatten();
        readers.push(end.and_then(|end| serve(end, index, input, limits.most, &watch)));
    }
    wait(&watch, limits.timeout, readers)
}

fn wait(watch: &Arc<Watch>, timeout: Option<Duration>, readers: Vec<Option<Gathered>>) -> Outcome {
    let deadline = timeout.and_then(|timeout| Instant::now().checked_add(timeout));
    let (tell, told) = mpsc::channel();
    let waiting = Arc::clone(watch);
    thread::spawn(move || {
        waiting.child.wait();
        tell.send(waiting.child.reap())
    });
    let mut timed_out = false;
    let exit = within(&told, deadline).or_else(|| {
        timed_out = true;
        // It may end by itself at this very moment.
        let _ = watch.child.kill(watch.signal);
        told.recv().ok()
    });
    let patience = if timed_out { Some(Instant::now() + LAST_WORDS) } else { deadline };
    let mut output = Vec::new();
    for reader in readers {
        output.push(reader.map(|reader| {
            timed_out |= within(&reader.done, patience).is_none();
            std::mem::take(&mut *reader.bytes.lock().unwrap_or_else(PoisonError::into_inner))
        }));
    }
    let code = match (timed_out, watch.overflowed.load(Ordering::Relaxed)) {
        (true, _) => Some(ipc::Code::TimedOut),
        (_, true) => Some(ipc::Code::NoBufferSpace),
        _ => None,
    };
    let error = code.map(|code| ipc::Error::of_code(code, "spawnSync"));
    Outcome { error, pid: watch.child.id(), exit, output }
}

/// How long a child's pipes may stay open after it had to be ended: a grandchild may hold on to them.
const LAST_WORDS: Duration = Duration::from_millis(200);

fn within<T>(told: &mpsc::Receiver<T>, deadline: Option<Instant>) -> Option<T> {
    match deadline {
        Some(deadline) => told.recv_timeout(deadline.saturating_duration_since(Instant::now())).ok(),
        None => told.recv().ok(),
    }
}

struct Watch {
    child: Child,
    signal: i32,
    overflowed: AtomicBool,
}

/// What a pipe gave so far, and whether it came to its end.
struct Gathered {
    bytes: Arc<Mutex<Vec<u8>>>,
    done: mpsc::Receiver<()>,
}

/// Writes the input, if any, and gathers what comes back. The child's standard input gives nothing back.
fn serve(
    end: End,
    index: usize,
    input: Option<Vec<u8>>,
    most: usize,
    watch: &Arc<Watch>,
) -> Option<Gathered> {
    let reader = end.reader();
    match input.map(|input| (end.writer(), input)) {
        Some((Ok(mut writer), input)) => {
            thread::spawn(move || {
                // A child that does not listen is no error.
                let _ = writer.write_all(&input);
                drop(writer);
                end.finish();
            });
        }
        _ => end.finish(),
    }
    let reader = reader.ok().filter(|_| index > 0)?;
    let bytes = Arc::new(Mutex::new(Vec::new()));
    let (tell, done) = mpsc::channel();
    let (shared, watch) = (Arc::clone(&bytes), Arc::clone(watch));
    thread::spawn(move || {
        gather(reader, &shared, most, &watch);
        tell.send(())
    });
    Some(Gathered { bytes, done })
}

fn gather(mut reader: impl Read, shared: &Mutex<Vec<u8>>, most: usize, watch: &Watch) {
    let mut chunk = vec![0; 64 * 1024];
    while let Ok(count) = reader.read(&mut chunk) {
        if count == 0 {
            return;
        }
        let mut bytes = shared.lock().unwrap_or_else(PoisonError::into_inner);
        bytes.extend_from_slice(&chunk[..count]);
        let full = bytes.len() > most;
        drop(bytes);
        if full {
            watch.overflowed.store(true, Ordering::Relaxed);
            // It may end by itself at this very moment.
            let _ = watch.child.kill(watch.signal);
            return;
        }
    }
}
