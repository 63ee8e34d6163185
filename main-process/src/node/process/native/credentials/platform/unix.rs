#![allow(unsafe_code)]

use std::{ffi::CString, io, ptr::null_mut};

/// As much as any entry of the user or group database takes.
const ENTRY: usize = 64 * 1024;

pub(crate) fn user_id(name: &str) -> Option<u32> {
    let name = CString::new(name).ok()?;
    let mut buffer = vec![0; ENTRY];
    let mut found = null_mut();
    // SAFETY: the call fills the entry and points into the buffer, which both outlive their use.
    unsafe {
        let mut entry = std::mem::zeroed::<libc::passwd>();
        libc::getpwnam_r(name.as_ptr(), &mut entry, buffer.as_mut_ptr(), buffer.len(), &mut found);
        (!found.is_null()).then_some(entry.pw_uid)
    }
}

pub(crate) fn group_id(name: &str) -> Option<u32> {
    let name = CString::new(name).ok()?;
    let mut buffer = vec![0; ENTRY];
    let mut found = null_mut();
    // SAFETY: the call fills the entry and points into the buffer, which both outlive their use.
    unsafe {
        let mut entry = std::mem::zeroed::<libc::group>();
        libc::getgrnam_r(name.as_ptr(), &mut entry, buffer.as_mut_ptr(), buffer.len(), &mut found);
        (!found.is_null()).then_some(entry.gr_gid)
    }
}

fn name_of(user: u32) -> Option<CString> {
    let mut buffer = vec![0; ENTRY];
    let mut found = null_mut();
    // SAFETY: the call fills the entry and points into the buffer, from which the name is copied.
    unsafe {
        let mut entry = std::mem::zeroed::<libc::passwd>();
        libc::getpwuid_r(user, &mut entry, buffer.as_mut_ptr(), buffer.len(), &mut found);
        (!found.is_null()).then(|| std::ffi::CStr::from_ptr(entry.pw_name).to_owned())
    }
}

fn checked(outcome: libc::c_int) -> io::Result<()> {
    if outcome == 0 { Ok(()) } else { Err(io::Error::last_os_error()) }
}

pub(crate) fn set_id(which: &str, id: u32) -> io::Result<()> {
    // SAFETY: no memory is involved.
    checked(unsafe {
        match which {
            "setuid" => libc::setuid(id),
            "seteuid" => libc::seteuid(id),
            "setgid" => libc::setgid(id),
            _ => libc::setegid(id),
        }
    })
}

pub(crate) fn set_groups(groups: &[u32]) -> io::Result<()> {
    // SAFETY: the system reads as many as there are.
    checked(unsafe { libc::setgroups(groups.len() as _, groups.as_ptr()) })
}

pub(crate) fn init_groups(user: u32, group: u32) -> io::Result<()> {
    let name = name_of(user).ok_or(io::ErrorKind::NotFound)?;
    // SAFETY: the name is terminated and only read. macOS has a signed number for the group.
    checked(unsafe { libc::initgroups(name.as_ptr(), group as _) })
}
