#![allow(unsafe_code)]

use std::{
    io,
    io::IsTerminal,
    sync::atomic::{AtomicU32, Ordering},
};

use windows_sys::Win32::{
    Foundation::HANDLE,
    System::Console::{
        CONSOLE_SCREEN_BUFFER_INFO, ENABLE_ECHO_INPUT, ENABLE_LINE_INPUT, ENABLE_PROCESSED_INPUT,
        ENABLE_VIRTUAL_TERMINAL_INPUT, GetConsoleMode, GetConsoleScreenBufferInfo, GetStdHandle,
        STD_ERROR_HANDLE, STD_INPUT_HANDLE, STD_OUTPUT_HANDLE, SetConsoleMode,
    },
};

/// The console tells of its size among the keys, which are not read unless somebody wants them.
pub(crate) struct Sizes;

impl Sizes {
    pub(crate) fn new() -> Option<Self> {
        None
    }

    pub(crate) async fn next(&mut self) -> bool {
        false
    }
}

pub(crate) fn is_terminal(fd: i32) -> bool {
    match fd {
        0 => io::stdin().is_terminal(),
        1 => io::stdout().is_terminal(),
        2 => io::stderr().is_terminal(),
        _ => false,
    }
}

/// Columns and rows.
pub(crate) fn window_size(fd: i32) -> Option<(u16, u16)> {
    let mut info = CONSOLE_SCREEN_BUFFER_INFO::default();
    let name = if fd == 2 { STD_ERROR_HANDLE } else { STD_OUTPUT_HANDLE };
    // SAFETY: the structure is filled by the call, and the handle is not closed by anybody.
    if unsafe { GetConsoleScreenBufferInfo(GetStdHandle(name), &mut info) } == 0 {
        return None;
    }
    let window = info.srWindow;
    let length = |from: i16, to: i16| u16::try_from(to - from + 1).unwrap_or(0);
    Some((length(window.Left, window.Right), length(window.Top, window.Bottom)))
}

/// The mode the console was found in, while it is in raw mode; no console is in the mode of all bits.
static COOKED: AtomicU32 = AtomicU32::new(u32::MAX);

pub(crate) fn set_raw_mode(flag: bool) -> io::Result<()> {
    let input = input();
    let cooked = COOKED.load(Ordering::Relaxed);
    if flag && cooked == u32::MAX {
        let found = mode(input)?;
        let keys = found & !(ENABLE_ECHO_INPUT | ENABLE_LINE_INPUT | ENABLE_PROCESSED_INPUT);
        apply(input, keys | ENABLE_VIRTUAL_TERMINAL_INPUT)?;
        COOKED.store(found, Ordering::Relaxed);
    } else if !flag && cooked != u32::MAX {
        apply(input, cooked)?;
        COOKED.store(u32::MAX, Ordering::Relaxed);
    }
    Ok(())
}

fn input() -> HANDLE {
    // SAFETY: no memory is involved.
    unsafe { GetStdHandle(STD_INPUT_HANDLE) }
}

fn mode(input: HANDLE) -> io::Result<u32> {
    let mut mode = 0;
    // SAFETY: the number outlives the call.
    if unsafe { GetConsoleMode(input, &mut mode) } == 0 { Err(io::Error::last_os_error()) } else { Ok(mode) }
}

fn apply(input: HANDLE, mode: u32) -> io::Result<()> {
    // SAFETY: no memory is involved.
    if unsafe { SetConsoleMode(input, mode) } == 0 { Err(io::Error::last_os_error()) } else { Ok(()) }
}
