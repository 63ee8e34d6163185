//! An open database. The one thread of the engine uses it, so SQLite's own locks are off.
#![allow(unsafe_code)]

use std::{
    cell::{Cell, RefCell},
    ffi::{CStr, CString},
    ptr,
    rc::{Rc, Weak},
};

use libsqlite3_sys as ffi;

use super::statement::Statement;

unsafe extern "C" {
    // The crate's bindings leave it out. It closes for good once the last statement or copy has ended.
    fn sqlite3_close_v2(db: *mut ffi::sqlite3) -> std::ffi::c_int;
}

/// What SQLite says went wrong: its extended code, the code's own text, the message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Failure {
    pub(super) code: i32,
    pub(super) text: String,
    pub(super) message: String,
}

pub(super) struct Connection {
    /// Null once closed.
    db: Cell<*mut ffi::sqlite3>,
    statements: RefCell<Vec<Weak<Statement>>>,
}

pub(super) struct OpenOptions {
    pub(super) read_only: bool,
    pub(super) foreign_keys: bool,
    pub(super) double_quoted_strings: bool,
    /// How long a locked database is waited for, in milliseconds.
    pub(super) timeout: i32,
}

impl Connection {
    pub(super) fn open(path: &CStr, options: &OpenOptions) -> Result<Rc<Self>, Failure> {
        let access = if options.read_only {
            ffi::SQLITE_OPEN_READONLY
        } else {
            ffi::SQLITE_OPEN_READWRITE | ffi::SQLITE_OPEN_CREATE
        };
        let mut db = ptr::null_mut();
        let flags = access | ffi::SQLITE_OPEN_URI | ffi::SQLITE_OPEN_NOMUTEX;
        // SAFETY: the path is terminated; SQLite fills `db`, also on failure, and `Drop` closes it.
        let code = unsafe { ffi::sqlite3_open_v2(path.as_ptr(), &mut db, flags, ptr::null()) };
        let connection = Rc::new(Self { db: Cell::new(db), statements: RefCell::default() });
        connection.check(code)?;
        connection.configure(options)?;
        Ok(connection)
    }

    fn configure(&self, options: &OpenOptions) -> Result<(), Failure> {
        let switches = [
            (ffi::SQLITE_DBCONFIG_DQS_DML, options.double_quoted_strings),
            (ffi::SQLITE_DBCONFIG_DQS_DDL, options.double_quoted_strings),
            (ffi::SQLITE_DBCONFIG_ENABLE_FKEY, options.foreign_keys),
        ];
        for (switch, on) in switches {
            // SAFETY: these switches take an int and a pointer that may be null.
            let code =
                unsafe { ffi::sqlite3_db_config(self.raw(), switch, i32::from(on), ptr::null_mut::<i32>()) };
            self.check(code)?;
        }
        // SAFETY: the connection is open; code must say which extended error it was.
        self.check(unsafe { ffi::sqlite3_extended_result_codes(self.raw(), 1) })?;
        // SAFETY: the connection is open.
        self.check(unsafe { ffi::sqlite3_busy_timeout(self.raw(), options.timeout) })
    }

    pub(super) fn raw(&self) -> *mut ffi::sqlite3 {
        self.db.get()
    }

    /// Turns a result code into the failure that the connection remembers.
    pub(super) fn check(&self, code: i32) -> Result<(), Failure> {
        if code == ffi::SQLITE_OK { Ok(()) } else { Err(self.failure(code)) }
    }

    pub(super) fn failure(&self, code: i32) -> Failure {
        let (extended, message) = if self.raw().is_null() {
            (code, text_of(code))
        } else {
            // SAFETY: the connection is open and the message is copied before the next call.
            unsafe { (ffi::sqlite3_extended_errcode(self.raw()), string(ffi::sqlite3_errmsg(self.raw()))) }
        };
        let code = if extended & 0xff == ffi::SQLITE_OK { code } else { extended };
        Failure { code, text: text_of(code), message }
    }

    pub(super) fn exec(&self, sql: &CStr) -> Result<(), Failure> {
        // SAFETY: the connection is open, the text is terminated, no callback is given.
        let code =
            unsafe { ffi::sqlite3_exec(self.raw(), sql.as_ptr(), None, ptr::null_mut(), ptr::null_mut()) };
        self.check(code)
    }

    /// The first statement of `sql`; `None` when there is only white space and comments.
    pub(super) fn prepare(self: &Rc<Self>, sql: &CStr) -> Result<Option<Rc<Statement>>, Failure> {
        let mut raw = ptr::null_mut();
        // SAFETY: the connection is open, the text is terminated; SQLite fills `raw`.
        let code =
            unsafe { ffi::sqlite3_prepare_v2(self.raw(), sql.as_ptr(), -1, &mut raw, ptr::null_mut()) };
        self.check(code)?;
        if raw.is_null() {
            return Ok(None);
        }
        let statement = Rc::new(Statement::new(Rc::clone(self), raw));
        let mut statements = self.statements.borrow_mut();
        if statements.len() == statements.capacity() {
            statements.retain(|known| known.strong_count() > 0);
        }
        statements.push(Rc::downgrade(&statement));
        Ok(Some(statement))
    }

    pub(super) fn in_transaction(&self) -> bool {
        // SAFETY: the connection is open.
        unsafe { ffi::sqlite3_get_autocommit(self.raw()) == 0 }
    }

    /// The file of an attached database, `None` for one in memory.
    pub(super) fn location(&self, database: &CStr) -> Option<String> {
        // SAFETY: the connection is open, the name is terminated, the file name is copied at once.
        let name = unsafe {
            let name = ffi::sqlite3_db_filename(self.raw(), database.as_ptr());
            (!name.is_null()).then(|| string(name))
        };
        name.filter(|name| !name.is_empty())
    }

    /// Rows changed by the last statement, and the last inserted row's number.
    pub(super) fn changes(&self) -> (i64, i64) {
        // SAFETY: the connection is open.
        unsafe { (ffi::sqlite3_changes64(self.raw()), ffi::sqlite3_last_insert_rowid(self.raw())) }
    }

    /// Lets `load_extension` work, from C and from SQL.
    pub(super) fn allow_extensions(&self, on: bool) -> Result<(), Failure> {
        // SAFETY: this switch takes an int and a pointer that may be null.
        let code = unsafe {
            ffi::sqlite3_db_config(
                self.raw(),
                ffi::SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION,
                i32::from(on),
                ptr::null_mut::<i32>(),
            )
        };
        self.check(code)
    }

    pub(super) fn load_extension(&self, path: &CStr) -> Result<(), Failure> {
        let mut message = ptr::null_mut();
        // SAFETY: the connection is open, the path is terminated; the message is copied and freed.
        unsafe {
            let code = ffi::sqlite3_load_extension(self.raw(), path.as_ptr(), ptr::null(), &mut message);
            if code == ffi::SQLITE_OK {
                return Ok(());
            }
            let mut failure = self.failure(code);
            if !message.is_null() {
                failure.message = string(message);
                ffi::sqlite3_free(message.cast());
            }
            Err(failure)
        }
    }

    /// Ends all statements and closes the file. Does nothing the second time.
    pub(super) fn close(&self) {
        for statement in self.statements.take().iter().filter_map(Weak::upgrade) {
            statement.finalize();
        }
        // SAFETY: no statement is left, and nobody uses the pointer again.
        unsafe { sqlite3_close_v2(self.db.replace(ptr::null_mut())) };
    }
}

impl Drop for Connection {
    fn drop(&mut self) {
        self.close();
    }
}

fn text_of(code: i32) -> String {
    // SAFETY: a constant, terminated string for every number.
    unsafe { string(ffi::sqlite3_errstr(code)) }
}

/// # Safety
/// `text` must be a terminated string.
unsafe fn string(text: *const std::ffi::c_char) -> String {
    // SAFETY: passed on to the caller.
    unsafe { CStr::from_ptr(text) }.to_string_lossy().into_owned()
}

/// SQL or a name as SQLite wants it; what follows a NUL is not part of it, as for SQLite itself.
pub(super) fn terminated(text: &str) -> CString {
    let end = text.find('\0').unwrap_or(text.len());
    CString::new(&text[..end]).unwrap_or_default()
}
