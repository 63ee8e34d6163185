#![allow(unsafe_code)]

use std::{io, io::IsTerminal, mem::size_of};

use tokio::signal::windows::{CtrlBreak, CtrlC, CtrlClose, ctrl_break, ctrl_c, ctrl_close};
use windows_sys::Win32::{
    Foundation::{
        CloseHandle, ERROR_INVALID_PARAMETER, FILETIME, HANDLE, INVALID_HANDLE_VALUE, STILL_ACTIVE,
    },
    Storage::FileSystem::{FILE_TYPE_PIPE, GetFileType},
    System::{
        Console::{GetStdHandle, STD_ERROR_HANDLE, STD_INPUT_HANDLE, STD_OUTPUT_HANDLE},
        Diagnostics::ToolHelp::{
            CreateToolhelp32Snapshot, PROCESSENTRY32W, Process32FirstW, Process32NextW, TH32CS_SNAPPROCESS,
        },
        ProcessStatus::{K32GetProcessMemoryInfo, PROCESS_MEMORY_COUNTERS},
        SystemInformation::{GlobalMemoryStatusEx, MEMORYSTATUSEX},
        Threading::{
            GetCurrentProcess, GetExitCodeProcess, GetProcessTimes, OpenProcess, PROCESS_QUERY_INFORMATION,
            PROCESS_TERMINATE, TerminateProcess,
        },
    },
};

const SIGHUP: i32 = 1;
const SIGINT: i32 = 2;
const SIGQUIT: i32 = 3;
const SIGKILL: i32 = 9;
const SIGTERM: i32 = 15;
const SIGBREAK: i32 = 21;
const SIGWINCH: i32 = 28;

/// The console's events under the names of signals; those it has none for can be listened for in vain.
pub(crate) enum Signals {
    Interrupt(CtrlC),
    Break(CtrlBreak),
    Close(CtrlClose),
    Never,
}

impl Signals {
    pub(crate) fn new(number: i32) -> io::Result<Self> {
        match number {
            SIGINT => ctrl_c().map(Self::Interrupt),
            SIGBREAK => ctrl_break().map(Self::Break),
            SIGHUP => ctrl_close().map(Self::Close),
            SIGTERM | SIGWINCH => Ok(Self::Never),
            _ => Err(io::ErrorKind::InvalidInput.into()),
        }
    }

    pub(crate) async fn next(&mut self) -> bool {
        match self {
            Self::Interrupt(events) => events.recv().await.is_some(),
            Self::Break(events) => events.recv().await.is_some(),
            Self::Close(events) => events.recv().await.is_some(),
            Self::Never => false,
        }
    }
}

/// What the console does with a process that does not listen.
pub(crate) fn act_by_default(_number: i32) {
    const STATUS_CONTROL_C_EXIT: u32 = 0xC000_013A;
    std::process::exit(STATUS_CONTROL_C_EXIT as i32);
}

pub(crate) fn parent() -> u32 {
    let own = std::process::id();
    // SAFETY: the snapshot is closed after its last use, and the entry says how large it is.
    unsafe {
        let snapshot = CreateToolhelp32Snapshot(TH32CS_SNAPPROCESS, 0);
        if snapshot == INVALID_HANDLE_VALUE {
            return 0;
        }
        let mut entry = PROCESSENTRY32W { dwSize: size_of::<PROCESSENTRY32W>() as u32, ..Default::default() };
        let mut found = 0;
        let mut more = Process32FirstW(snapshot, &mut entry);
        while more != 0 && found == 0 {
            if entry.th32ProcessID == own {
                found = entry.th32ParentProcessID;
            }
            more = Process32NextW(snapshot, &mut entry);
        }
        CloseHandle(snapshot);
        found
    }
}

/// 0, or the negative number of the error. All signals that end a process end it at once; 0 only asks for it.
pub(crate) fn kill(pid: i32, number: i32) -> i32 {
    let errno = |code: ipc::Code| code.errno().unwrap_or(-1);
    if ![0, SIGINT, SIGKILL, SIGTERM, SIGQUIT].contains(&number) {
        return errno(ipc::Code::NotImplemented);
    }
    // SAFETY: the handle is closed after its last use, unless it is the pseudo handle of this process.
    unsafe {
        let process = if pid == 0 {
            GetCurrentProcess()
        } else {
            OpenProcess(PROCESS_QUERY_INFORMATION | PROCESS_TERMINATE, 0, pid as u32)
        };
        if process.is_null() {
            let error = io::Error::last_os_error();
            let none = error.raw_os_error() == Some(ERROR_INVALID_PARAMETER as i32);
            return if none {
                errno(ipc::Code::NoSuchProcess)
            } else {
                ipc::Error::io(&error, "kill").errno.unwrap_or(-1)
            };
        }
        let outcome = end(process, number);
        if pid != 0 {
            CloseHandle(process);
        }
        outcome
    }
}

/// # Safety
/// `process` must be an open handle that may be asked and ended.
unsafe fn end(process: HANDLE, number: i32) -> i32 {
    let mut status = 0;
    // SAFETY: as the caller promises.
    unsafe {
        let asked = GetExitCodeProcess(process, &mut status) != 0;
        if asked && status != STILL_ACTIVE as u32 {
            return ipc::Code::NoSuchProcess.errno().unwrap_or(-1);
        }
        if number == 0 || TerminateProcess(process, 1) != 0 {
            return 0;
        }
    }
    ipc::Error::io(&io::Error::last_os_error(), "kill").errno.unwrap_or(-1)
}

/// Windows has no such mask.
pub(crate) fn umask(_mask: i32) -> u32 {
    0
}

pub(crate) fn ids() -> [u32; 4] {
    [0; 4]
}

pub(crate) fn groups() -> Vec<u32> {
    Vec::new()
}

pub(crate) fn kind_of(fd: i32) -> &'static str {
    let (name, terminal) = match fd {
        0 => (STD_INPUT_HANDLE, io::stdin().is_terminal()),
        1 => (STD_OUTPUT_HANDLE, io::stdout().is_terminal()),
        2 => (STD_ERROR_HANDLE, io::stderr().is_terminal()),
        _ => return "UNKNOWN",
    };
    if terminal {
        return "TTY";
    }
    // SAFETY: a standard handle may be asked what it is; one that is missing is of no type.
    if unsafe { GetFileType(GetStdHandle(name)) } == FILE_TYPE_PIPE { "PIPE" } else { "FILE" }
}

/// In the order of Node's `process.resourceUsage()`, of which Windows knows the times, the size and the faults.
pub(crate) fn usage() -> [f64; 16] {
    let zero = FILETIME { dwLowDateTime: 0, dwHighDateTime: 0 };
    let [mut created, mut ended, mut kernel, mut user] = [zero; 4];
    // SAFETY: the pseudo handle is always valid, and the call fills all four.
    unsafe { GetProcessTimes(GetCurrentProcess(), &mut created, &mut ended, &mut kernel, &mut user) };
    let micros = |time: FILETIME| {
        let ticks = (u64::from(time.dwHighDateTime) << 32) | u64::from(time.dwLowDateTime);
        (ticks / 10) as f64
    };
    let counters = counters();
    let mut all = [0.0; 16];
    all[0] = micros(user);
    all[1] = micros(kernel);
    all[2] = (counters.PeakWorkingSetSize / 1024) as f64;
    all[7] = f64::from(counters.PageFaultCount);
    all
}

fn counters() -> PROCESS_MEMORY_COUNTERS {
    let size = size_of::<PROCESS_MEMORY_COUNTERS>() as u32;
    let mut counters = PROCESS_MEMORY_COUNTERS { cb: size, ..Default::default() };
    // SAFETY: the structure says how large it is.
    unsafe { K32GetProcessMemoryInfo(GetCurrentProcess(), &mut counters, size) };
    counters
}

pub(crate) fn resident() -> f64 {
    counters().WorkingSetSize as f64
}

/// No bound, and how much is free.
pub(crate) fn memory() -> [f64; 2] {
    let mut status = MEMORYSTATUSEX { dwLength: size_of::<MEMORYSTATUSEX>() as u32, ..Default::default() };
    // SAFETY: the structure says how large it is.
    unsafe { GlobalMemoryStatusEx(&mut status) };
    [0.0, status.ullAvailPhys as f64]
}

/// How the system compares the names of variables.
pub(crate) fn variable(name: &str) -> String {
    name.to_uppercase()
}
