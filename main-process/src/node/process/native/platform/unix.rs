#![allow(unsafe_code)]

use std::{fs, io, mem::MaybeUninit, os::unix::fs::FileTypeExt};

use tokio::signal::unix::{Signal, SignalKind, signal};

pub(crate) struct Signals(Signal);

impl Signals {
    pub(crate) fn new(number: i32) -> io::Result<Self> {
        signal(SignalKind::from_raw(number)).map(Self)
    }

    pub(crate) async fn next(&mut self) -> bool {
        self.0.recv().await.is_some()
    }
}

/// What the signal would have done if nobody had ever listened for it.
pub(crate) fn act_by_default(number: i32) {
    if [libc::SIGCHLD, libc::SIGCONT, libc::SIGURG, libc::SIGWINCH].contains(&number) {
        return;
    }
    // SAFETY: no memory is involved; the default action replaces tokio's handler.
    unsafe {
        libc::signal(number, libc::SIG_DFL);
        libc::raise(number);
    }
}

pub(crate) fn parent() -> u32 {
    std::os::unix::process::parent_id()
}

/// 0, or the negative number of the error.
pub(crate) fn kill(pid: i32, number: i32) -> i32 {
    // SAFETY: no memory is involved.
    if unsafe { libc::kill(pid, number) } == 0 {
        return 0;
    }
    let error = io::Error::last_os_error();
    ipc::Error::io(&error, "kill").errno.unwrap_or(-1)
}

/// Sets the mask, or with -1 leaves it; returns what it was.
pub(crate) fn umask(mask: i32) -> u32 {
    let wanted = u32::try_from(mask).unwrap_or(0o022) as libc::mode_t;
    // SAFETY: no memory is involved. It can only be read by setting it.
    unsafe {
        let before = libc::umask(wanted);
        if mask < 0 {
            libc::umask(before);
        }
        #[allow(clippy::useless_conversion)] // macOS has 16 bits for it.
        u32::from(before)
    }
}

/// User, effective user, group, effective group.
pub(crate) fn ids() -> [u32; 4] {
    // SAFETY: these cannot fail, and no memory is involved.
    unsafe { [libc::getuid(), libc::geteuid(), libc::getgid(), libc::getegid()] }
}

pub(crate) fn groups() -> Vec<u32> {
    // SAFETY: the first call only counts; the second fills at most as many as there is room for.
    let mut groups = unsafe {
        let count = libc::getgroups(0, std::ptr::null_mut()).max(0);
        let mut groups = vec![0; count as usize];
        let filled = libc::getgroups(count, groups.as_mut_ptr()).max(0);
        groups.truncate(filled as usize);
        groups
    };
    let own = ids()[3];
    if !groups.contains(&own) {
        groups.push(own);
    }
    groups
}

pub(crate) fn kind_of(fd: i32) -> &'static str {
    // SAFETY: no memory is involved.
    if unsafe { libc::isatty(fd) } == 1 {
        return "TTY";
    }
    let Ok(found) = fs::metadata(format!("/dev/fd/{fd}")) else { return "FILE" };
    let kind = found.file_type();
    if kind.is_fifo() || kind.is_socket() { "PIPE" } else { "FILE" }
}

/// In the order of Node's `process.resourceUsage()`: times in microseconds, sizes in kilobytes.
pub(crate) fn usage() -> [f64; 16] {
    let mut usage = MaybeUninit::<libc::rusage>::zeroed();
    // SAFETY: the call fills the structure, which is valid with zeros as well.
    let usage = unsafe {
        libc::getrusage(libc::RUSAGE_SELF, usage.as_mut_ptr());
        usage.assume_init()
    };
    let micros = |time: libc::timeval| time.tv_sec as f64 * 1e6 + time.tv_usec as f64;
    // macOS counts the size in bytes.
    let unit = if std::env::consts::OS == "macos" { 1024.0 } else { 1.0 };
    let counts = [
        usage.ru_ixrss,
        usage.ru_idrss,
        usage.ru_isrss,
        usage.ru_minflt,
        usage.ru_majflt,
        usage.ru_nswap,
        usage.ru_inblock,
        usage.ru_oublock,
        usage.ru_msgsnd,
        usage.ru_msgrcv,
        usage.ru_nsignals,
        usage.ru_nvcsw,
        usage.ru_nivcsw,
    ];
    let mut all = [0.0; 16];
    all[0] = micros(usage.ru_utime);
    all[1] = micros(usage.ru_stime);
    all[2] = (usage.ru_maxrss as f64 / unit).floor();
    for (place, count) in all[3..].iter_mut().zip(counts) {
        *place = count as f64;
    }
    all
}

/// Bytes of this process in memory; where the system keeps no such figure, the most there have been.
pub(crate) fn resident() -> f64 {
    let pages = fs::read_to_string("/proc/self/statm")
        .ok()
        .and_then(|text| text.split(' ').nth(1)?.parse::<f64>().ok());
    // SAFETY: no memory is involved.
    let page = unsafe { libc::sysconf(libc::_SC_PAGESIZE) } as f64;
    pages.map_or_else(|| usage()[2] * 1024.0, |pages| pages * page)
}

/// The most memory this process may use, 0 for no bound, and how much is free.
pub(crate) fn memory() -> [f64; 2] {
    let number = |file: &str| fs::read_to_string(file).ok().and_then(|text| text.trim().parse::<f64>().ok());
    let bound =
        number("/sys/fs/cgroup/memory.max").or_else(|| number("/sys/fs/cgroup/memory/memory.limit_in_bytes"));
    let free = fs::read_to_string("/proc/meminfo").ok().and_then(|text| {
        let line = text.lines().find(|line| line.starts_with("MemAvailable:"))?;
        line.split_whitespace().nth(1)?.parse::<f64>().ok()
    });
    [bound.unwrap_or(0.0), free.map_or(0.0, |kilobytes| kilobytes * 1024.0)]
}

/// How the system compares the names of variables.
pub(crate) fn variable(name: &str) -> String {
    name.to_owned()
}
