use std::{cell::RefCell, rc::Rc, sync::Once};

use gtk::{gdk, glib, prelude::*};
use muda::{ContextMenu, Menu, PredefinedMenuItem, Submenu};

use crate::{
    answer::complain,
    window::{Native, Window},
};

static QUIET: Once = Once::new();

/// muda takes an item's keys away after GTK has done so, and GTK finds that worth a warning for each of them.
fn keep_quiet() {
    glib::log_set_handler(
        Some("Gtk"),
        glib::LogLevels::LEVEL_WARNING,
        false,
        false,
        |domain, level, message| {
            if !message.contains("no accelerator (") {
                glib::log_default_handler(domain, level, Some(message));
            }
        },
    );
}

/// Roles that the system carries out: none here.
pub(in super::super) fn system_item(_: &str, _: &str) -> Option<PredefinedMenuItem> {
    None
}

/// macOS knows its help and window menus by name.
pub(in super::super) fn name_submenu(_: &Submenu, _: &str) {}

/// Every window has the application's menu; there is no other place for it.
pub(in super::super) fn set_application(_: Option<&Menu>) {}

pub(in super::super) fn attach(menu: &Menu, window: &Window) {
    QUIET.call_once(keep_quiet);
    let native = &window.native;
    if let Err(error) = menu.init_for_gtk_window(native.gtk(), Some(native.rows())) {
        complain(&format!("menu: {error}"));
    }
    if let Some(bar) = menu.clone().gtk_menubar_for_gtk_window(native.gtk()) {
        // Keys also work while the bar is hidden.
        bar.connect_can_activate_accel(|_, _| true);
    }
    native.route_keys();
}

pub(in super::super) fn detach(menu: &Menu, native: &Native) {
    // An error says that it is not there, which is what is wanted.
    let _ = menu.remove_for_gtk_window(native.gtk());
}

pub(in super::super) fn set_visible(menu: &Menu, native: &Native, visible: bool, auto_hide: bool) {
    if let Some(bar) = menu.clone().gtk_menubar_for_gtk_window(native.gtk()) {
        bar.set_visible(visible && !auto_hide);
    }
    native.set_alt_shows_bar(auto_hide);
}

/// Whether the click that is being told of came from the keyboard.
pub(in super::super) fn by_accelerator() -> bool {
    let event = gtk::current_event();
    let key = event.is_some_and(|event| event.event_type() == gdk::EventType::KeyPress);
    key && gtk::grab_get_current().is_none()
}

/// A context menu on the screen.
#[derive(Clone)]
pub(in super::super) struct Open(gtk::Menu);

pub(in super::super) fn popup(menu: &Menu, window: &Rc<Window>, at: Option<(f64, f64)>) -> Open {
    let menu = menu.gtk_context_menu();
    let view = window.page.widget();
    menu.set_property("attach-widget", view.upcast_ref::<gtk::Widget>());
    let trigger = window.page.last_click().or_else(gtk::current_event);
    let pointer = window.native.gtk().display().default_seat().and_then(|seat| seat.pointer());
    let surface = view.window();
    match (surface, at, pointer) {
        (Some(surface), Some((x, y)), _) => open_at(&menu, &surface, (x as i32, y as i32), trigger),
        (Some(surface), None, Some(pointer)) => {
            let (_, x, y, _) = surface.device_position(&pointer);
            open_at(&menu, &surface, (x, y), trigger);
        }
        _ => menu.popup_at_pointer(trigger.as_ref()),
    }
    Open(menu)
}

fn open_at(menu: &gtk::Menu, surface: &gdk::Window, (x, y): (i32, i32), trigger: Option<gdk::Event>) {
    let corner = gdk::Gravity::NorthWest;
    menu.popup_at_rect(surface, &gdk::Rectangle::new(x, y, 1, 1), corner, corner, trigger.as_ref());
}

impl Open {
    /// Calls `then` once the menu is gone and what was chosen in it was told.
    pub(in super::super) fn when_closed(&self, then: impl FnOnce() + 'static) {
        let then = Rc::new(RefCell::new(Some(then)));
        let tell = move || {
            let then = then.clone();
            glib::idle_add_local_once(move || {
                if let Some(then) = then.take() {
                    then();
                }
            });
        };
        if !self.0.is_visible() {
            return tell();
        }
        self.0.connect_hide(move |_| tell());
    }

    pub(in super::super) fn close(&self) {
        self.0.popdown();
    }
}
