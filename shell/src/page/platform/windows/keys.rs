//! Keys that the page has, but that may be the menu bar's.

use std::{cell::Cell, rc::Rc};

use webview2_com::{
    AcceleratorKeyPressedEventHandler,
    Microsoft::Web::WebView2::Win32::{
        COREWEBVIEW2_KEY_EVENT_KIND, COREWEBVIEW2_KEY_EVENT_KIND_KEY_DOWN,
        COREWEBVIEW2_KEY_EVENT_KIND_SYSTEM_KEY_DOWN, ICoreWebView2AcceleratorKeyPressedEventArgs,
    },
};
use windows::{
    Win32::{
        Foundation::{LPARAM, WPARAM},
        UI::{
            Input::KeyboardAndMouse::VK_MENU,
            WindowsAndMessaging::{MSG, WM_KEYDOWN, WM_SYSKEYDOWN},
        },
    },
    core::Result,
};
use wry::WebViewExtWindows;

use super::handler;
use crate::{app::Shell, page::Page};

#[derive(Default)]
pub(super) struct Keys {
    /// Alt was pressed, and no other key since.
    alt_alone: Cell<bool>,
}

pub(super) fn connect(page: &Rc<Page>) -> Result<()> {
    let pressed = AcceleratorKeyPressedEventHandler::create(handler(page, |page, event| page.pressed(event)));
    // SAFETY: on the view's own thread.
    unsafe { page.web.controller().add_AcceleratorKeyPressed(&pressed, &mut 0) }
}

impl Page {
    fn pressed(&self, arguments: &ICoreWebView2AcceleratorKeyPressedEventArgs) -> Result<()> {
        let (mut kind, mut key, mut detail) = (COREWEBVIEW2_KEY_EVENT_KIND::default(), 0, 0);
        // SAFETY: on the view's own thread.
        unsafe {
            arguments.KeyEventKind(&raw mut kind)?;
            arguments.VirtualKey(&raw mut key)?;
            arguments.KeyEventLParam(&raw mut detail)?;
        }
        let window = Shell::current().and_then(|shell| shell.windows.get(self.window).ok());
        let Some(window) = window else { return Ok(()) };
        let message = match kind {
            COREWEBVIEW2_KEY_EVENT_KIND_KEY_DOWN => WM_KEYDOWN,
            COREWEBVIEW2_KEY_EVENT_KIND_SYSTEM_KEY_DOWN => WM_SYSKEYDOWN,
            _ => {
                if self.keys.alt_alone.replace(false) && key == u32::from(VK_MENU.0) {
                    window.native.enter_menu();
                }
                return Ok(());
            }
        };
        self.keys.alt_alone.set(key == u32::from(VK_MENU.0));
        let (first, second) = (WPARAM(key as usize), LPARAM(detail as isize));
        let message =
            MSG { hwnd: window.native.handle(), message, wParam: first, lParam: second, ..MSG::default() };
        if window.native.translate(&message) {
            // SAFETY: on the view's own thread.
            unsafe { arguments.SetHandled(true)? };
        }
        Ok(())
    }
}
