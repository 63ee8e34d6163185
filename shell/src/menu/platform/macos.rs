#![allow(unsafe_code)]

use std::cell::RefCell;

use muda::{ContextMenu, Menu, PredefinedMenuItem, Submenu, dpi::Position};
use objc2_app_kit::{NSApplication, NSEventType, NSMenu};

use crate::{
    answer::complain,
    app::main_thread,
    window::{Native, Window},
};

thread_local! {
    /// Submenus that the system is to know by name as soon as they are in the bar.
    static NAMED: RefCell<Vec<(Submenu, bool)>> = const { RefCell::new(Vec::new()) };
}

/// Roles that the system carries out.
pub(in super::super) fn system_item(role: &str, label: &str) -> Option<PredefinedMenuItem> {
    let label = Some(label);
    Some(match role {
        "about" => PredefinedMenuItem::about(label, None),
        "close" => PredefinedMenuItem::close_window(label),
        "copy" => PredefinedMenuItem::copy(label),
        "cut" => PredefinedMenuItem::cut(label),
        "delete" => PredefinedMenuItem::delete(label),
        "front" => PredefinedMenuItem::bring_all_to_front(label),
        "hide" => PredefinedMenuItem::hide(label),
        "hideothers" => PredefinedMenuItem::hide_others(label),
        "minimize" => PredefinedMenuItem::minimize(label),
        "paste" => PredefinedMenuItem::paste(label),
        "pasteandmatchstyle" => PredefinedMenuItem::paste_and_match_style(label),
        "quit" => PredefinedMenuItem::quit(label),
        "redo" => PredefinedMenuItem::redo(label),
        "selectall" => PredefinedMenuItem::select_all(label),
        "services" => PredefinedMenuItem::services(label),
        "startspeaking" => PredefinedMenuItem::start_speaking(label),
        "stopspeaking" => PredefinedMenuItem::stop_speaking(label),
        "togglefullscreen" => PredefinedMenuItem::fullscreen(label),
        "undo" => PredefinedMenuItem::undo(label),
        "unhide" => PredefinedMenuItem::show_all(label),
        "zoom" => PredefinedMenuItem::maximize(label),
        "recentdocuments"
        | "clearrecentdocuments"
        | "showsubstitutions"
        | "togglesmartquotes"
        | "togglesmartdashes"
        | "toggletextreplacement"
        | "sharemenu" => {
            complain(&format!("menu: the role '{role}' is not supported"));
            return None;
        }
        _ => return None,
    })
}

/// The system adds its own to the help menu and to the one of the windows.
pub(in super::super) fn name_submenu(menu: &Submenu, role: &str) {
    match role {
        "help" => NAMED.with_borrow_mut(|named| named.push((menu.clone(), true))),
        "window" | "windowmenu" => NAMED.with_borrow_mut(|named| named.push((menu.clone(), false))),
        _ => {}
    }
}

pub(in super::super) fn set_application(menu: Option<&Menu>) {
    let Some(menu) = menu else {
        return NSApplication::sharedApplication(main_thread()).setMainMenu(None);
    };
    menu.init_for_nsapp();
    for (submenu, help) in NAMED.take() {
        if help {
            submenu.set_as_help_menu_for_nsapp();
        } else {
            submenu.set_as_windows_menu_for_nsapp();
        }
    }
}

/// The bar is the application's: windows have none.
pub(in super::super) fn attach(_: &Menu, _: &Window) {}

pub(in super::super) fn detach(_: &Menu, _: &Native) {}

pub(in super::super) fn set_visible(_: &Menu, _: &Native, _: bool, _: bool) {}

/// Whether the click that is being told of came from the keyboard.
pub(in super::super) fn by_accelerator() -> bool {
    let event = NSApplication::sharedApplication(main_thread()).currentEvent();
    event.is_some_and(|event| event.r#type() == NSEventType::KeyDown)
}

pub(super) fn track(menu: &Menu, native: &Native, at: Option<Position>) {
    let Some(view) = native.ns_window().contentView() else { return };
    // SAFETY: a view that is alive for as long as `view` is.
    unsafe { menu.show_context_menu_for_nsview(objc2::rc::Retained::as_ptr(&view).cast(), at) };
}

pub(super) fn cancel(menu: &Menu) {
    // SAFETY: muda's own menu, which lives as long as `menu`.
    let menu = unsafe { &*menu.ns_menu().cast::<NSMenu>() };
    menu.cancelTracking();
}
