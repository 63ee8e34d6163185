#![allow(unsafe_code)]

use std::{
    io,
    mem::MaybeUninit,
    sync::{Mutex, Once},
};

use tokio::signal::unix::{Signal, SignalKind, signal};

pub(crate) struct Sizes(Signal);

impl Sizes {
    pub(crate) fn new() -> Option<Self> {
        signal(SignalKind::window_change()).ok().map(Self)
    }

    pub(crate) async fn next(&mut self) -> bool {
        self.0.recv().await.is_some()
    }
}

pub(crate) fn is_terminal(fd: i32) -> bool {
    // SAFETY: no memory is involved.
    unsafe { libc::isatty(fd) == 1 }
}

/// Columns and rows.
pub(crate) fn window_size(fd: i32) -> Option<(u16, u16)> {
    let mut size = libc::winsize { ws_row: 0, ws_col: 0, ws_xpixel: 0, ws_ypixel: 0 };
    // SAFETY: this request fills one such structure.
    let outcome = unsafe { libc::ioctl(fd, libc::TIOCGWINSZ, &raw mut size) };
    (outcome == 0).then_some((size.ws_col, size.ws_row))
}

/// The terminal as it was found, while it is in raw mode.
static COOKED: Mutex<Option<libc::termios>> = Mutex::new(None);
static AT_EXIT: Once = Once::new();

pub(crate) fn set_raw_mode(flag: bool) -> io::Result<()> {
    let mut cooked = COOKED.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
    match (flag, *cooked) {
        (true, None) => {
            let found = mode()?;
            apply(&raw(found))?;
            // What a shell finds afterwards should be what it left.
            AT_EXIT.call_once(|| {
                // SAFETY: the function is `extern "C"`, takes nothing and does not panic.
                unsafe { libc::atexit(restore) };
            });
            *cooked = Some(found);
        }
        (false, Some(found)) => {
            apply(&found)?;
            *cooked = None;
        }
        _ => {}
    }
    Ok(())
}

extern "C" fn restore() {
    if let Ok(cooked) = COOKED.try_lock()
        && let Some(found) = *cooked
    {
        // At the end of the process there is nobody to tell.
        let _ = apply(&found);
    }
}

/// Keys arrive as they are pressed and are not echoed; output stays as it is.
fn raw(mut mode: libc::termios) -> libc::termios {
    mode.c_iflag &= !(libc::BRKINT | libc::ICRNL | libc::INPCK | libc::ISTRIP | libc::IXON);
    mode.c_oflag |= libc::ONLCR;
    mode.c_cflag |= libc::CS8;
    mode.c_lflag &= !(libc::ECHO | libc::ICANON | libc::IEXTEN | libc::ISIG);
    mode.c_cc[libc::VMIN] = 1;
    mode.c_cc[libc::VTIME] = 0;
    mode
}

fn mode() -> io::Result<libc::termios> {
    let mut mode = MaybeUninit::uninit();
    // SAFETY: the structure is only read when the call has filled it.
    unsafe {
        if libc::tcgetattr(0, mode.as_mut_ptr()) != 0 {
            return Err(io::Error::last_os_error());
        }
        Ok(mode.assume_init())
    }
}

fn apply(mode: &libc::termios) -> io::Result<()> {
    // SAFETY: the structure outlives the call.
    if unsafe { libc::tcsetattr(0, libc::TCSADRAIN, mode) } == 0 {
        Ok(())
    } else {
        Err(io::Error::last_os_error())
    }
}
