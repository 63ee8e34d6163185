//! A database copied into another while both are in use.
#![allow(unsafe_code)]

use std::{cell::Cell, ffi::CStr, ptr, rc::Rc};

use libsqlite3_sys as ffi;

use super::connection::{Connection, Failure};

pub(super) struct Backup {
    into: Rc<Connection>,
    from: Rc<Connection>,
    /// Null once finished.
    raw: Cell<*mut ffi::sqlite3_backup>,
}

impl Backup {
    pub(super) fn begin(
        into: Rc<Connection>,
        from: Rc<Connection>,
        target: &CStr,
        source: &CStr,
    ) -> Result<Self, Failure> {
        // SAFETY: both connections are open, and this holds them until the copy is finished.
        let raw =
            unsafe { ffi::sqlite3_backup_init(into.raw(), target.as_ptr(), from.raw(), source.as_ptr()) };
        if raw.is_null() {
            return Err(into.failure(ffi::SQLITE_ERROR));
        }
        Ok(Self { into, from, raw: Cell::new(raw) })
    }

    /// Copies some pages; how many are left, and of how many. None are left when it is done.
    pub(super) fn step(&self, pages: i32) -> Result<(i32, i32), Failure> {
        if self.raw.get().is_null() || self.from.raw().is_null() {
            self.finish();
            return Err(self.from.failure(ffi::SQLITE_MISUSE));
        }
        // SAFETY: the copy is not finished and both its connections are open.
        let (code, left, all) = unsafe {
            let code = ffi::sqlite3_backup_step(self.raw.get(), pages);
            let count = ffi::sqlite3_backup_pagecount(self.raw.get());
            (code, ffi::sqlite3_backup_remaining(self.raw.get()), count)
        };
        match code {
            ffi::SQLITE_OK | ffi::SQLITE_BUSY | ffi::SQLITE_LOCKED => Ok((left.max(1), all)),
            ffi::SQLITE_DONE => {
                self.finish();
                Ok((0, all))
            }
            code => {
                self.finish();
                Err(self.into.failure(code))
            }
        }
    }

    fn finish(&self) {
        // SAFETY: nobody uses the pointer again; SQLite ignores null.
        unsafe { ffi::sqlite3_backup_finish(self.raw.replace(ptr::null_mut())) };
    }
}

impl Drop for Backup {
    fn drop(&mut self) {
        self.finish();
    }
}
