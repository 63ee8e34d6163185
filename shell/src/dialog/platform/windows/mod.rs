#![allow(unsafe_code)]
//! Each dialog has a thread of its own: its loop keeps nobody waiting.

mod files;
mod message;

use windows::Win32::{
    Foundation::HWND,
    System::Com::{COINIT_APARTMENTTHREADED, CoInitializeEx, CoUninitialize},
};

pub(in super::super) use files::{show_open, show_save};
pub(in super::super) use message::{close_message, show_error, show_message};

type Parent = Option<std::rc::Rc<crate::window::Window>>;

/// The window that a dialog belongs to, for its thread.
#[derive(Clone, Copy)]
struct Owner(isize);

impl Owner {
    fn of(parent: Parent) -> Option<Self> {
        parent.map(|parent| Self(parent.native.handle().0 as isize))
    }

    fn handle(self) -> HWND {
        HWND(self.0 as *mut _)
    }
}

/// Without a thread whoever waits for an answer gets an error, because `show` goes and with it the question.
fn aside(show: impl FnOnce() + Send + 'static) {
    let thread = std::thread::Builder::new().name("dialog".into()).spawn(|| {
        // SAFETY: the thread's first call to COM and its last are a pair, also if COM was there before.
        let entered = unsafe { CoInitializeEx(None, COINIT_APARTMENTTHREADED) };
        show();
        if entered.is_ok() {
            // SAFETY: see above.
            unsafe { CoUninitialize() };
        }
    });
    drop(thread);
}
