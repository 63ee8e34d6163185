//! Who hears a key: the page first, then the menu bar, as in Chromium.

use std::{cell::Cell, rc::Rc};

use gtk::{gdk, glib, prelude::*};

use super::Native;

impl Native {
    /// GTK would give keys to accelerators first; but a page that takes a key for itself (an editor its Ctrl+C, a
    /// handler that prevents the default) has it before the menu. WebKit sends what its page left untouched around
    /// a second time, and then the menu gets it.
    pub(crate) fn route_keys(&self) {
        if self.routed.replace(true) {
            return;
        }
        self.window.connect_key_press_event(|window, event| {
            if window.propagate_key_event(event) || window.activate_key(event) {
                return glib::Propagation::Stop;
            }
            glib::Propagation::Proceed
        });
        self.follow_alt();
    }

    /// Alt alone shows a menu bar that hides itself, and hides it again.
    fn follow_alt(&self) {
        let alone = Rc::new(Cell::new(false));
        let pressed = alone.clone();
        self.window.connect_key_press_event(move |_, event| {
            pressed.set(is_alt(event));
            glib::Propagation::Proceed
        });
        let rows = self.rows.downgrade();
        self.window.connect_key_release_event(move |_, event| {
            if let (true, true, Some(rows)) = (alone.replace(false), is_alt(event), rows.upgrade()) {
                for bar in rows.children().into_iter().filter_map(|row| row.downcast::<gtk::MenuBar>().ok()) {
                    toggle(&bar);
                }
            }
            glib::Propagation::Proceed
        });
    }
}

fn toggle(bar: &gtk::MenuBar) {
    if bar.is_visible() {
        return;
    }
    bar.show();
    bar.select_first(true);
}

fn is_alt(event: &gdk::EventKey) -> bool {
    use gdk::keys::constants::{Alt_L, Alt_R};
    [Alt_L, Alt_R].contains(&event.keyval())
}
