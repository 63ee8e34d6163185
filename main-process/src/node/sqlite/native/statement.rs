//! A prepared statement: its parameters, its rows.
#![allow(unsafe_code)]

use std::{
    cell::Cell,
    ffi::{CStr, c_char},
    ptr,
    rc::Rc,
};

use libsqlite3_sys as ffi;

use super::connection::{Connection, Failure};

/// One cell of a table, or one parameter.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Datum {
    Null,
    Integer(i64),
    Real(f64),
    Text(String),
    Bytes(Vec<u8>),
}

pub(super) struct Statement {
    connection: Rc<Connection>,
    /// Null once finalized.
    raw: Cell<*mut ffi::sqlite3_stmt>,
}

impl Statement {
    pub(super) fn new(connection: Rc<Connection>, raw: *mut ffi::sqlite3_stmt) -> Self {
        Self { connection, raw: Cell::new(raw) }
    }

    pub(super) fn finalized(&self) -> bool {
        self.raw.get().is_null()
    }

    pub(super) fn connection(&self) -> &Connection {
        &self.connection
    }

    /// Binds parameter `index`, counted from 1.
    pub(super) fn bind(&self, index: i32, value: &Datum) -> Result<(), Failure> {
        let (raw, copied) = (self.raw.get(), ffi::SQLITE_TRANSIENT());
        // SAFETY: the statement is alive; SQLite copies text and bytes.
        let code = unsafe {
            match value {
                Datum::Null => ffi::sqlite3_bind_null(raw, index),
                Datum::Integer(value) => ffi::sqlite3_bind_int64(raw, index, *value),
                Datum::Real(value) => ffi::sqlite3_bind_double(raw, index, *value),
                Datum::Text(text) => ffi::sqlite3_bind_text64(
                    raw,
                    index,
                    text.as_ptr().cast(),
                    text.len() as u64,
                    copied,
                    ffi::SQLITE_UTF8 as u8,
                ),
                Datum::Bytes(bytes) => {
                    // A null pointer would bind NULL; an empty value is none.
                    let start = if bytes.is_empty() { ptr::dangling() } else { bytes.as_ptr() };
                    ffi::sqlite3_bind_blob64(raw, index, start.cast(), bytes.len() as u64, copied)
                }
            }
        };
        self.connection.check(code)
    }

    /// The next row is there: true; the statement is done: false.
    pub(super) fn step(&self) -> Result<bool, Failure> {
        // SAFETY: the statement is alive.
        match unsafe { ffi::sqlite3_step(self.raw.get()) } {
            ffi::SQLITE_ROW => Ok(true),
            ffi::SQLITE_DONE => Ok(false),
            code => Err(self.connection.failure(code)),
        }
    }

    /// Ready to run again with the same parameters.
    pub(super) fn reset(&self) {
        if !self.finalized() {
            // SAFETY: the statement is alive; an error of the last step is told again, and was already heard.
            unsafe { ffi::sqlite3_reset(self.raw.get()) };
        }
    }

    /// Ready to run again, its parameters unbound.
    pub(super) fn clear(&self) {
        self.reset();
        // SAFETY: the statement is alive; SQLite ignores null.
        unsafe { ffi::sqlite3_clear_bindings(self.raw.get()) };
    }

    pub(super) fn column_count(&self) -> i32 {
        // SAFETY: the statement is alive.
        unsafe { ffi::sqlite3_column_count(self.raw.get()) }
    }

    pub(super) fn column_name(&self, column: i32) -> String {
        // SAFETY: the statement is alive and the column is one of its own; the name is copied.
        unsafe { string(ffi::sqlite3_column_name(self.raw.get(), column)) }.unwrap_or_default()
    }

    /// Where a column comes from, if from a table: its name there, database, table, declared type.
    pub(super) fn column_origin(&self, column: i32) -> [Option<String>; 4] {
        let raw = self.raw.get();
        // SAFETY: as in `column_name`.
        unsafe {
            [
                string(ffi::sqlite3_column_origin_name(raw, column)),
                string(ffi::sqlite3_column_database_name(raw, column)),
                string(ffi::sqlite3_column_table_name(raw, column)),
                string(ffi::sqlite3_column_decltype(raw, column)),
            ]
        }
    }

    /// A cell of the current row.
    pub(super) fn cell(&self, column: i32) -> Datum {
        let raw = self.raw.get();
        // SAFETY: a row is there; text and bytes are copied before the next call into SQLite.
        unsafe {
            match ffi::sqlite3_column_type(raw, column) {
                ffi::SQLITE_INTEGER => Datum::Integer(ffi::sqlite3_column_int64(raw, column)),
                ffi::SQLITE_FLOAT => Datum::Real(ffi::sqlite3_column_double(raw, column)),
                ffi::SQLITE_TEXT => {
                    let text = ffi::sqlite3_column_text(raw, column);
                    Datum::Text(lossy(text, ffi::sqlite3_column_bytes(raw, column)))
                }
                ffi::SQLITE_BLOB => {
                    let start = ffi::sqlite3_column_blob(raw, column).cast();
                    Datum::Bytes(bytes(start, ffi::sqlite3_column_bytes(raw, column)).to_vec())
                }
                _ => Datum::Null,
            }
        }
    }

    pub(super) fn parameter_count(&self) -> i32 {
        // SAFETY: the statement is alive.
        unsafe { ffi::sqlite3_bind_parameter_count(self.raw.get()) }
    }

    /// With its prefix (`$a`, `:a`, `@a`, `?3`); `None` for a plain `?`.
    pub(super) fn parameter_name(&self, index: i32) -> Option<String> {
        // SAFETY: the statement is alive; the name is copied.
        unsafe { string(ffi::sqlite3_bind_parameter_name(self.raw.get(), index)) }
    }

    pub(super) fn source(&self) -> String {
        // SAFETY: the statement is alive; the text is copied.
        unsafe { string(ffi::sqlite3_sql(self.raw.get())) }.unwrap_or_default()
    }

    /// The text with the parameters put in.
    pub(super) fn expanded(&self) -> Option<String> {
        // SAFETY: the statement is alive; the text is copied and freed.
        unsafe {
            let text = ffi::sqlite3_expanded_sql(self.raw.get());
            let copy = string(text);
            ffi::sqlite3_free(text.cast());
            copy
        }
    }

    pub(super) fn finalize(&self) {
        // SAFETY: nobody uses the pointer again; SQLite ignores null.
        unsafe { ffi::sqlite3_finalize(self.raw.replace(ptr::null_mut())) };
    }
}

impl Drop for Statement {
    fn drop(&mut self) {
        self.finalize();
    }
}

/// # Safety
/// `text` must be null or a terminated string.
unsafe fn string(text: *const c_char) -> Option<String> {
    // SAFETY: passed on to the caller.
    (!text.is_null()).then(|| unsafe { CStr::from_ptr(text) }.to_string_lossy().into_owned())
}

/// # Safety
/// `start` must be null or point to `length` bytes, which must live until the copy is made.
pub(super) unsafe fn bytes<'a>(start: *const u8, length: i32) -> &'a [u8] {
    // SAFETY: passed on to the caller.
    if start.is_null() { &[] } else { unsafe { std::slice::from_raw_parts(start, length as usize) } }
}

/// # Safety
/// As [`bytes`].
pub(super) unsafe fn lossy(start: *const u8, length: i32) -> String {
    // SAFETY: passed on to the caller.
    String::from_utf8_lossy(unsafe { bytes(start, length) }).into_owned()
}
