#![allow(unsafe_code)]

use std::{
    cell::{Cell, RefCell},
    collections::VecDeque,
    ffi::c_void,
    rc::Rc,
};

use main_process::host::{Event, app};
use tao::{event_loop::EventLoopBuilder, platform::windows::EventLoopBuilderExtWindows};
use windows::{
    Win32::{
        Foundation::{HWND, LPARAM, LRESULT, WPARAM},
        System::Com::{COINIT_APARTMENTTHREADED, CoInitializeEx},
        UI::{
            Shell::{SHARD_PATHW, SHAddToRecentDocs},
            WindowsAndMessaging::{
                CreateWindowExW, DefWindowProcW, GA_ROOT, GetAncestor, MSG, PostMessageW, RegisterClassW,
                WINDOW_EX_STYLE, WM_APP, WM_KEYDOWN, WM_QUERYENDSESSION, WM_SYSKEYDOWN, WNDCLASSW,
                WS_OVERLAPPED,
            },
        },
    },
    core::{HSTRING, PCWSTR, w},
};

use super::{super::Shell, native::Wake};
use crate::answer::{DONE, Done};

/// What `soon` sends to the ear.
const SOON: u32 = WM_APP;

type Heard = (u32, Rc<dyn Fn()>);

thread_local! {
    static EAR: Cell<Option<HWND>> = const { Cell::new(None) };
    static HEARD: RefCell<Vec<Heard>> = const { RefCell::new(Vec::new()) };
    static LATER: RefCell<VecDeque<Box<dyn FnOnce()>>> = const { RefCell::new(VecDeque::new()) };
}

/// Keys go by the menu bar of their window first.
pub(super) fn prepare_loop(builder: &mut EventLoopBuilder<Wake>) {
    builder.with_msg_hook(|message: *const c_void| {
        // SAFETY: tao passes the message that it has just received.
        let message = unsafe { &*message.cast::<MSG>() };
        [WM_KEYDOWN, WM_SYSKEYDOWN].contains(&message.message) && translate(message)
    });
}

fn translate(message: &MSG) -> bool {
    // SAFETY: asks for a handle; one that is gone gives none.
    let root = unsafe { GetAncestor(message.hwnd, GA_ROOT) };
    let windows = Shell::current().map(|shell| shell.windows.all()).unwrap_or_default();
    windows
        .iter()
        .find(|window| window.native.handle() == root)
        .is_some_and(|window| window.native.translate(message))
}

/// An ear for what the system tells every window: it is one that is never shown.
pub(super) fn begin() {
    let class = WNDCLASSW { lpfnWndProc: Some(hear), lpszClassName: w!("KaonEar"), ..WNDCLASSW::default() };
    // SAFETY: plain calls; the class and its procedure live as long as the program. Pictures and pages are COM's.
    let ear = unsafe {
        let _ = CoInitializeEx(None, COINIT_APARTMENTTHREADED);
        RegisterClassW(&raw const class);
        let (style, title) = (WINDOW_EX_STYLE::default(), PCWSTR::null());
        CreateWindowExW(style, class.lpszClassName, title, WS_OVERLAPPED, 0, 0, 0, 0, None, None, None, None)
    };
    EAR.set(ear.ok());
    on_message(WM_QUERYENDSESSION, || Shell::with(|shell| shell.tell(Event::App(app::Event::QuitRequested))));
}

unsafe extern "system" fn hear(window: HWND, message: u32, first: WPARAM, second: LPARAM) -> LRESULT {
    if message == SOON {
        let act = LATER.with_borrow_mut(VecDeque::pop_front);
        act.into_iter().for_each(|act| act());
        return LRESULT(0);
    }
    let heard = HEARD
        .with_borrow(|all| all.iter().filter(|(wanted, _)| *wanted == message).cloned().collect::<Vec<_>>());
    heard.iter().for_each(|(_, act)| act());
    // SAFETY: passes on what the system passed in.
    unsafe { DefWindowProcW(window, message, first, second) }
}

/// Does `act` whenever the system sends this message to all windows.
pub(crate) fn on_message(message: u32, act: impl Fn() + 'static) {
    HEARD.with_borrow_mut(|all| all.push((message, Rc::new(act))));
}

/// From the message loop, not from one of tao's calls: there, loops of the system's own (menus) keep nobody waiting.
pub(crate) fn soon(act: impl FnOnce() + 'static) {
    LATER.with_borrow_mut(|later| later.push_back(Box::new(act)));
    // SAFETY: a plain call. Where it fails there is no loop any more.
    let _ = unsafe { PostMessageW(EAR.get(), SOON, WPARAM(0), LPARAM(0)) };
}

pub(crate) fn focus(shell: &Rc<Shell>) {
    if let Some(window) = shell.windows.latest() {
        window.native.focus();
    }
}

/// macOS only, by Electron's documentation.
pub(crate) fn hide(_: &Rc<Shell>) {}

/// macOS only, by Electron's documentation.
pub(crate) fn show(_: &Rc<Shell>) {}

/// Linux and macOS only, by Electron's documentation.
pub(crate) fn set_badge_count(_: &Rc<Shell>, _: u32) {}

pub(crate) fn add_recent_document(path: &str) -> Done {
    let path = HSTRING::from(path);
    // SAFETY: the text lives until the call returns, which is all that is asked of it.
    unsafe { SHAddToRecentDocs(SHARD_PATHW.0 as u32, Some(path.as_ptr().cast())) };
    DONE
}

pub(crate) fn clear_recent_documents() -> Done {
    // SAFETY: no text means: forget them all.
    unsafe { SHAddToRecentDocs(SHARD_PATHW.0 as u32, None) };
    DONE
}
