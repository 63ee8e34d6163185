//! SQL functions that scripts define. SQLite calls them in the middle of a step, so each step says first who answers.
#![allow(unsafe_code)]

use std::{
    cell::Cell,
    ffi::{CStr, c_int, c_void},
    ptr,
};

use libsqlite3_sys as ffi;

use super::{
    connection::{Connection, Failure},
    statement::{Datum, bytes, lossy},
};

/// What is asked of a function.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    /// A plain function's call, or a row that comes into an aggregate.
    Call,
    /// A row that leaves an aggregate's window.
    Inverse,
    /// An aggregate's value so far.
    Value,
    /// An aggregate's last value.
    Final,
}

pub(super) struct Call {
    pub(super) part: Part,
    /// The number the script gave the function, and whether it wants integers as BigInts.
    pub(super) id: u32,
    pub(super) big: bool,
    /// Tells the runs of an aggregate apart; 0 for a plain function.
    pub(super) run: u64,
    pub(super) arguments: Vec<Datum>,
}

/// `None`: the script threw, and the exception waits in the engine. A text: what is wrong with what it returned.
pub(super) type Answer = Result<Datum, Option<String>>;
type Answerer<'a> = dyn Fn(Call) -> Answer + 'a;

thread_local! {
    static ANSWERER: Cell<Option<*const Answerer<'static>>> = const { Cell::new(None) };
    static RUNS: Cell<u64> = const { Cell::new(0) };
}

/// Runs `step` while `answer` stands for the functions that scripts have defined.
pub(super) fn answering<T>(answer: &Answerer<'_>, step: impl FnOnce() -> T) -> T {
    struct Restore(Option<*const Answerer<'static>>);
    impl Drop for Restore {
        fn drop(&mut self) {
            ANSWERER.set(self.0);
        }
    }
    // SAFETY: only the lifetime changes; the pointer is taken away again before `answer` ends, by `Restore`.
    let pointer: *const Answerer<'static> =
        unsafe { std::mem::transmute(ptr::from_ref::<Answerer<'_>>(answer)) };
    let _restore = Restore(ANSWERER.replace(Some(pointer)));
    step()
}

#[derive(Clone, Copy)]
pub(super) struct Definition {
    pub(super) id: u32,
    pub(super) arguments: i32,
    pub(super) deterministic: bool,
    pub(super) direct_only: bool,
    pub(super) big: bool,
    pub(super) aggregate: bool,
    pub(super) window: bool,
}

pub(super) fn define(connection: &Connection, name: &CStr, what: Definition) -> Result<(), Failure> {
    let mut flags = ffi::SQLITE_UTF8;
    flags |= if what.deterministic { ffi::SQLITE_DETERMINISTIC } else { 0 };
    flags |= if what.direct_only { ffi::SQLITE_DIRECTONLY } else { 0 };
    let data = Box::into_raw(Box::new(what)).cast();
    // SAFETY: the connection is open, the name is terminated, and SQLite gives `data` to `forget` exactly once.
    let code = unsafe {
        if what.aggregate {
            ffi::sqlite3_create_window_function(
                connection.raw(),
                name.as_ptr(),
                what.arguments,
                flags,
                data,
                Some(row_in),
                Some(last),
                what.window.then_some(so_far as unsafe extern "C" fn(*mut ffi::sqlite3_context)),
                what.window.then_some(
                    row_out
                        as unsafe extern "C" fn(
                            *mut ffi::sqlite3_context,
                            c_int,
                            *mut *mut ffi::sqlite3_value,
                        ),
                ),
                Some(forget),
            )
        } else {
            ffi::sqlite3_create_function_v2(
                connection.raw(),
                name.as_ptr(),
                what.arguments,
                flags,
                data,
                Some(plain),
                None,
                None,
                Some(forget),
            )
        }
    };
    connection.check(code)
}

unsafe extern "C" fn forget(data: *mut c_void) {
    // SAFETY: made by `define`, and given back once.
    drop(unsafe { Box::from_raw(data.cast::<Definition>()) });
}

unsafe extern "C" fn plain(
    context: *mut ffi::sqlite3_context,
    count: c_int,
    values: *mut *mut ffi::sqlite3_value,
) {
    // SAFETY: SQLite's own arguments.
    unsafe { ask(context, Part::Call, 0, count, values) };
}

unsafe extern "C" fn row_in(
    context: *mut ffi::sqlite3_context,
    count: c_int,
    values: *mut *mut ffi::sqlite3_value,
) {
    // SAFETY: SQLite's own arguments.
    unsafe { ask(context, Part::Call, run_of(context), count, values) };
}

unsafe extern "C" fn row_out(
    context: *mut ffi::sqlite3_context,
    count: c_int,
    values: *mut *mut ffi::sqlite3_value,
) {
    // SAFETY: SQLite's own arguments.
    unsafe { ask(context, Part::Inverse, run_of(context), count, values) };
}

unsafe extern "C" fn so_far(context: *mut ffi::sqlite3_context) {
    // SAFETY: SQLite's own argument, no values.
    unsafe { ask(context, Part::Value, run_of(context), 0, ptr::null_mut()) };
}

unsafe extern "C" fn last(context: *mut ffi::sqlite3_context) {
    // SAFETY: SQLite's own argument, no values.
    unsafe { ask(context, Part::Final, run_of(context), 0, ptr::null_mut()) };
}

/// The number of this run of an aggregate, given at its first row.
///
/// # Safety
/// `context` must be that of an aggregate.
unsafe fn run_of(context: *mut ffi::sqlite3_context) -> u64 {
    // SAFETY: SQLite gives eight zeroed bytes that live as long as the run, or null when out of memory.
    unsafe {
        let place = ffi::sqlite3_aggregate_context(context, size_of::<u64>() as c_int).cast::<u64>();
        if place.is_null() {
            return 0;
        }
        if *place == 0 {
            RUNS.set(RUNS.get() + 1);
            *place = RUNS.get();
        }
        *place
    }
}

/// # Safety
/// The arguments must be those that SQLite gave.
unsafe fn ask(
    context: *mut ffi::sqlite3_context,
    part: Part,
    run: u64,
    count: c_int,
    values: *mut *mut ffi::sqlite3_value,
) {
    // SAFETY: the data is the definition; `count` values are there; the answerer lives while a step runs.
    unsafe {
        let what = &*ffi::sqlite3_user_data(context).cast::<Definition>();
        let arguments = (0..count as usize).map(|index| datum(*values.add(index))).collect();
        let call = Call { part, id: what.id, big: what.big, run, arguments };
        let answer = match ANSWERER.get() {
            Some(answerer) => (*answerer)(call),
            None => Err(Some("nobody is there to call the function".to_owned())),
        };
        give(context, answer, part);
    }
}

/// # Safety
/// `value` must be one that SQLite gave.
unsafe fn datum(value: *mut ffi::sqlite3_value) -> Datum {
    // SAFETY: text and bytes are copied before the next call.
    unsafe {
        match ffi::sqlite3_value_type(value) {
            ffi::SQLITE_INTEGER => Datum::Integer(ffi::sqlite3_value_int64(value)),
            ffi::SQLITE_FLOAT => Datum::Real(ffi::sqlite3_value_double(value)),
            ffi::SQLITE_TEXT => {
                let text = ffi::sqlite3_value_text(value);
                Datum::Text(lossy(text, ffi::sqlite3_value_bytes(value)))
            }
            ffi::SQLITE_BLOB => {
                let start = ffi::sqlite3_value_blob(value).cast();
                Datum::Bytes(bytes(start, ffi::sqlite3_value_bytes(value)).to_vec())
            }
            _ => Datum::Null,
        }
    }
}

/// # Safety
/// `context` must be the one that SQLite gave.
unsafe fn give(context: *mut ffi::sqlite3_context, answer: Answer, part: Part) {
    let copied = ffi::SQLITE_TRANSIENT();
    // SAFETY: SQLite copies texts and bytes.
    unsafe {
        match answer {
            // A row's own answer is none of SQLite's business.
            Ok(_) if part == Part::Inverse => {}
            Ok(Datum::Null) => ffi::sqlite3_result_null(context),
            Ok(Datum::Integer(value)) => ffi::sqlite3_result_int64(context, value),
            Ok(Datum::Real(value)) => ffi::sqlite3_result_double(context, value),
            Ok(Datum::Text(text)) => ffi::sqlite3_result_text64(
                context,
                text.as_ptr().cast(),
                text.len() as u64,
                copied,
                ffi::SQLITE_UTF8 as u8,
            ),
            Ok(Datum::Bytes(bytes)) => {
                let start = if bytes.is_empty() { ptr::dangling() } else { bytes.as_ptr() };
                ffi::sqlite3_result_blob64(context, start.cast(), bytes.len() as u64, copied);
            }
            Err(text) => {
                let text = text.unwrap_or_default();
                ffi::sqlite3_result_error(context, text.as_ptr().cast(), text.len() as c_int);
            }
        }
    }
}
