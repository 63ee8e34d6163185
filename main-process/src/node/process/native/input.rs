//! Standard input, read on a thread of its own: a read that was begun cannot be taken back, but need not be waited for.

use std::{
    cell::RefCell,
    io::Read,
    sync::mpsc::{Receiver, Sender, channel},
};

use ipc::Error;
use rquickjs::{Ctx, Function, Null, Object, Result, prelude::Func};

use crate::runtime::{Bytes, Callback, Remote, error_value};

const CHUNK: usize = 64 * 1024;

struct Input {
    callback: Callback,
    wanted: Sender<()>,
}

thread_local! {
    static INPUT: RefCell<Option<Input>> = const { RefCell::new(None) };
}

pub(super) fn natives(native: &Object<'_>) -> Result<()> {
    native.set("openInput", Func::from(open))?;
    native.set("readInput", Func::from(read))?;
    native.set("refInput", Func::from(set_ref))
}

/// `function(error, bytes)` is called once for each call of `readInput`; no bytes are the end.
fn open<'js>(ctx: Ctx<'js>, function: Function<'js>) {
    let callback = Callback::new(&ctx, function);
    callback.set_ref(false);
    let (wanted, asked) = channel();
    let remote = callback.remote();
    std::thread::spawn(move || answer(&asked, &remote));
    INPUT.set(Some(Input { callback, wanted }));
}

fn answer(asked: &Receiver<()>, remote: &Remote) {
    while asked.recv().is_ok() {
        let mut chunk = vec![0; CHUNK];
        let outcome = std::io::stdin().lock().read(&mut chunk).map(|count| {
            chunk.truncate(count);
            chunk
        });
        let outcome = outcome.map_err(|error| Error::io(&error, "read"));
        remote.call_with(move |ctx, function| match outcome {
            Ok(chunk) => function.call((Null, Bytes(chunk))),
            Err(error) => function.call((error_value(ctx, &error)?,)),
        });
    }
}

fn read() {
    INPUT.with_borrow(|input| {
        // The thread lives as long as this sender does.
        let _ = input.as_ref().map(|input| input.wanted.send(()));
    });
}

fn set_ref(flag: bool) {
    INPUT.with_borrow(|input| {
        if let Some(input) = input {
            input.callback.set_ref(flag);
        }
    });
}
