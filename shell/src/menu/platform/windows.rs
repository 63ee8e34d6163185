#![allow(unsafe_code)]

use muda::{ContextMenu, Menu, PredefinedMenuItem, Submenu, dpi::Position};
use windows::Win32::UI::WindowsAndMessaging::EndMenu;

use crate::{
    answer::complain,
    window::{Native, Window},
};

/// Roles that the system carries out: none here.
pub(in super::super) fn system_item(_: &str, _: &str) -> Option<PredefinedMenuItem> {
    None
}

/// macOS knows its help and window menus by name.
pub(in super::super) fn name_submenu(_: &Submenu, _: &str) {}

/// Every window has the application's menu; there is no other place for it.
pub(in super::super) fn set_application(_: Option<&Menu>) {}

pub(in super::super) fn attach(menu: &Menu, window: &Window) {
    // SAFETY: the window is there.
    if let Err(error) = unsafe { menu.init_for_hwnd(window.native.handle().0 as isize) } {
        complain(&format!("menu: {error}"));
    }
    window.native.set_menu(Some(menu.clone()));
}

pub(in super::super) fn detach(menu: &Menu, native: &Native) {
    native.set_menu(None);
    // SAFETY: the window is there. An error says that the menu is not, which is what is wanted.
    let _ = unsafe { menu.remove_for_hwnd(native.handle().0 as isize) };
}

pub(in super::super) fn set_visible(menu: &Menu, native: &Native, visible: bool, auto_hide: bool) {
    let window = native.handle().0 as isize;
    // SAFETY: the window is there. An error says that the menu is not.
    let _ = unsafe {
        if visible && !auto_hide { menu.show_for_hwnd(window) } else { menu.hide_for_hwnd(window) }
    };
    native.set_alt_shows_bar(auto_hide);
}

/// Whether the click that is being told of came from the keyboard.
pub(in super::super) fn by_accelerator() -> bool {
    Native::is_translating()
}

pub(super) fn track(menu: &Menu, native: &Native, at: Option<Position>) {
    // SAFETY: the window is there.
    unsafe { menu.show_context_menu_for_hwnd(native.handle().0 as isize, at) };
}

pub(super) fn cancel(_: &Menu) {
    // SAFETY: a plain call. Without an open menu there is nothing to end.
    let _ = unsafe { EndMenu() };
}
