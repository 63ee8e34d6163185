#![allow(unsafe_code)]

use std::{
    ffi::{CStr, c_char},
    io,
    mem::MaybeUninit,
};

use super::User;

pub(crate) const TYPE: &str = if cfg!(target_os = "macos") { "Darwin" } else { "Linux" };

pub(crate) fn release() -> String {
    name_of(|names| &names.release)
}

pub(crate) fn version() -> String {
    name_of(|names| &names.version)
}

pub(crate) fn machine() -> String {
    name_of(|names| &names.machine)
}

pub(crate) fn hostname() -> ipc::Result<String> {
    Ok(name_of(|names| &names.nodename))
}

fn name_of(field: fn(&libc::utsname) -> &[c_char]) -> String {
    let mut names = MaybeUninit::<libc::utsname>::zeroed();
    // SAFETY: the struct is valid when zeroed, and `uname` fills it with terminated strings.
    let names = unsafe {
        libc::uname(names.as_mut_ptr());
        names.assume_init()
    };
    let bytes: Vec<u8> = field(&names).iter().map(|&byte| byte as u8).take_while(|&byte| byte != 0).collect();
    String::from_utf8_lossy(&bytes).into_owned()
}

pub(crate) fn homedir() -> ipc::Result<String> {
    let user = record().map_err(|error| ipc::Error::io(&error, "uv_os_homedir"))?;
    Ok(String::from_utf8_lossy(&user.home).into_owned())
}

pub(crate) fn user() -> ipc::Result<User> {
    record().map_err(|error| ipc::Error::io(&error, "uv_os_get_passwd"))
}

fn record() -> io::Result<User> {
    let mut buffer = vec![0; 1024];
    loop {
        let mut entry = MaybeUninit::<libc::passwd>::zeroed();
        let mut found = std::ptr::null_mut();
        // SAFETY: every pointer is valid for the call, and the buffer's length is its own.
        let code = unsafe {
            libc::getpwuid_r(
                libc::geteuid(),
                entry.as_mut_ptr(),
                buffer.as_mut_ptr(),
                buffer.len(),
                &mut found,
            )
        };
        match code {
            libc::ERANGE => buffer.resize(buffer.len() * 2, 0),
            0 if found.is_null() => return Err(io::Error::from_raw_os_error(libc::ENOENT)),
            // SAFETY: the call succeeded, so the entry is filled and points into `buffer`, which still lives.
            0 => return Ok(unsafe { copy(&entry.assume_init()) }),
            code => return Err(io::Error::from_raw_os_error(code)),
        }
    }
}

/// # Safety
/// The entry's strings must be valid.
unsafe fn copy(entry: &libc::passwd) -> User {
    // SAFETY: passed on to the caller.
    let text = |text: *const c_char| unsafe { CStr::from_ptr(text) }.to_bytes().to_vec();
    User {
        uid: f64::from(entry.pw_uid),
        gid: f64::from(entry.pw_gid),
        name: text(entry.pw_name),
        home: text(entry.pw_dir),
        shell: (!entry.pw_shell.is_null()).then(|| text(entry.pw_shell)),
    }
}

pub(crate) fn priority(pid: i32) -> ipc::Result<i32> {
    clear_errno();
    // SAFETY: a plain system call. It may well return -1, so only `errno` tells of failure.
    let priority = unsafe { libc::getpriority(libc::PRIO_PROCESS, pid as libc::id_t) };
    let error = io::Error::last_os_error();
    let failed = priority == -1 && error.raw_os_error() != Some(0);
    if failed { Err(ipc::Error::io(&error, "uv_os_getpriority")) } else { Ok(priority) }
}

pub(crate) fn set_priority(pid: i32, priority: i32) -> ipc::Result<()> {
    // SAFETY: a plain system call.
    match unsafe { libc::setpriority(libc::PRIO_PROCESS, pid as libc::id_t, priority) } {
        0 => Ok(()),
        _ => Err(ipc::Error::io(&io::Error::last_os_error(), "uv_os_setpriority")),
    }
}

fn clear_errno() {
    // SAFETY: the pointer is to this thread's own `errno`.
    #[cfg(target_os = "linux")]
    unsafe {
        *libc::__errno_location() = 0;
    }
    // SAFETY: as above.
    #[cfg(target_os = "macos")]
    unsafe {
        *libc::__error() = 0;
    }
}
