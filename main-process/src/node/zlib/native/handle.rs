use std::sync::{
    Arc, Mutex, MutexGuard,
    atomic::{AtomicBool, Ordering},
};

use rquickjs::{Array, Ctx, Function, IntoJs, Object, Result, TypedArray, Value};

use super::{
    Wish,
    codec::{Codec, Failure, Stop, run_whole},
};
use crate::runtime::{Bytes, blocking, bytes_of};

/// A codec as the loop's thread and the pool's share it, with what is left of the input it works on.
struct Shared {
    work: Mutex<Work>,
    /// Closed while the pool had it: whoever has it drops it.
    closed: AtomicBool,
}

struct Work {
    codec: Option<Box<dyn Codec>>,
    input: Vec<u8>,
    position: usize,
}

impl Shared {
    /// A thread that panicked leaves a codec that nobody can tell the state of, but memory that is whole.
    fn lock(&self) -> MutexGuard<'_, Work> {
        self.work.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
    }

    fn step(&self, flush: i32, room: usize) -> Step {
        let mut work = self.lock();
        let Work { codec, input, position } = &mut *work;
        let Some(active) = codec else { return Step::default() };
        let mut output = vec![0; room];
        let progress = active.step(flush, &input[*position..], &mut output);
        *position += progress.consumed;
        let left = input.len() - *position;
        output.truncate(progress.produced);
        if output.len() < room / 2 {
            output.shrink_to_fit();
        }
        if self.closed.load(Ordering::SeqCst) {
            *codec = None;
        }
        Step { output, left, full: progress.produced == room, failure: progress.failure }
    }

    fn close(&self) {
        self.closed.store(true, Ordering::SeqCst);
        if let Ok(mut work) = self.work.try_lock() {
            work.codec = None;
            work.input = Vec::new();
            work.position = 0;
        }
    }
}

/// `[output, bytes of the input left, whether the output was filled, failure]`
#[derive(Default)]
struct Step {
    output: Vec<u8>,
    left: usize,
    full: bool,
    failure: Option<Failure>,
}

impl<'js> IntoJs<'js> for Step {
    fn into_js(self, ctx: &Ctx<'js>) -> Result<Value<'js>> {
        let array = Array::new(ctx.clone())?;
        array.set(0, Bytes(self.output))?;
        array.set(1, self.left)?;
        array.set(2, self.full)?;
        array.set(3, self.failure)?;
        Ok(array.into_value())
    }
}

impl<'js> IntoJs<'js> for Failure {
    fn into_js(self, ctx: &Ctx<'js>) -> Result<Value<'js>> {
        let object = Object::new(ctx.clone())?;
        object.set("message", self.message)?;
        object.set("errno", self.errno)?;
        object.set("code", self.code)?;
        Ok(object.into_value())
    }
}

/// `[output, bytes of the input used]`, a failure, or null for more output than was allowed.
struct Whole(std::result::Result<(Vec<u8>, usize), Stop>);

impl<'js> IntoJs<'js> for Whole {
    fn into_js(self, ctx: &Ctx<'js>) -> Result<Value<'js>> {
        match self.0 {
            Ok((output, used)) => {
                let array = Array::new(ctx.clone())?;
                array.set(0, Bytes(output))?;
                array.set(1, used)?;
                Ok(array.into_value())
            }
            Err(Stop::Failed(failure)) => failure.into_js(ctx),
            Err(Stop::TooLarge) => Ok(Value::new_null(ctx.clone())),
        }
    }
}

/// A failure, or an object with `begin(input)`, `step`, `stepSync`, `whole`, `wholeSync`, `setParams`, `reset`, `close`.
pub(super) fn open<'js>(ctx: Ctx<'js>, wish: Wish) -> Result<Value<'js>> {
    let codec = match super::codec(wish) {
        Ok(codec) => codec,
        Err(failure) => return failure.into_js(&ctx),
    };
    let work = Work { codec: Some(codec), input: Vec::new(), position: 0 };
    let shared = Arc::new(Shared { work: Mutex::new(work), closed: AtomicBool::new(false) });
    let handle = Object::new(ctx.clone())?;
    add_steps(&ctx, &handle, &shared)?;
    add_wholes(&ctx, &handle, &shared)?;
    let changed = shared.clone();
    handle.set(
        "setParams",
        Function::new(ctx.clone(), move |level: i32, strategy: i32| {
            changed.lock().codec.as_mut().and_then(|codec| codec.set_params(level, strategy).err())
        })?,
    )?;
    let started = shared.clone();
    handle.set(
        "reset",
        Function::new(ctx.clone(), move || {
            started.lock().codec.as_mut().and_then(|codec| codec.reset().err())
        })?,
    )?;
    handle.set("close", Function::new(ctx.clone(), move || shared.close())?)?;
    Ok(handle.into_value())
}

fn add_steps<'js>(ctx: &Ctx<'js>, handle: &Object<'js>, shared: &Arc<Shared>) -> Result<()> {
    let begun = shared.clone();
    handle.set(
        "begin",
        Function::new(ctx.clone(), move |input: TypedArray<'js, u8>| {
            let mut work = begun.lock();
            work.input.clear();
            work.input.extend_from_slice(bytes_of(&input));
            work.position = 0;
        })?,
    )?;
    let later = shared.clone();
    handle.set(
        "step",
        Function::new(ctx.clone(), move |ctx: Ctx<'js>, flush: i32, room: usize, done: Function<'js>| {
            let shared = later.clone();
            blocking(&ctx, done, move || Ok(shared.step(flush, room)))
        })?,
    )?;
    let now = shared.clone();
    handle.set("stepSync", Function::new(ctx.clone(), move |flush: i32, room: usize| now.step(flush, room))?)
}

fn add_wholes<'js>(ctx: &Ctx<'js>, handle: &Object<'js>, shared: &Arc<Shared>) -> Result<()> {
    let now = shared.clone();
    handle.set(
        "wholeSync",
        Function::new(ctx.clone(), move |input: TypedArray<'js, u8>, flush: i32, chunk: f64, limit: f64| {
            Whole(whole(&now, bytes_of(&input), flush, chunk, limit))
        })?,
    )?;
    let later = shared.clone();
    handle.set(
        "whole",
        Function::new(
            ctx.clone(),
            move |ctx: Ctx<'js>,
                  input: TypedArray<'js, u8>,
                  flush: i32,
                  chunk: f64,
                  limit: f64,
                  done: Function<'js>| {
                let (shared, input) = (later.clone(), bytes_of(&input).to_vec());
                blocking(&ctx, done, move || Ok(Whole(whole(&shared, &input, flush, chunk, limit))))
            },
        )?,
    )
}

fn whole(
    shared: &Shared,
    input: &[u8],
    flush: i32,
    chunk: f64,
    limit: f64,
) -> std::result::Result<(Vec<u8>, usize), Stop> {
    match shared.lock().codec.as_mut() {
        Some(codec) => run_whole(codec.as_mut(), flush, input, chunk as usize, limit as usize),
        None => Ok((Vec::new(), 0)),
    }
}
