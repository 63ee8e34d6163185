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
        let alt_alone = Rc::new(Cell::new(false));
        let (pressed, latest) = (alt_alone.clone(), Cell::new(0_u32));
        self.window.connect_key_press_event(move |window, event| {
            // What WebKit sends around again is no news.
            if event.time() > latest.get() {
                latest.set(event.time());
                pressed.set(is_alt(event));
            }
            if gtk::grab_get_current().is_some() {
                // A menu is open: it has the keys.
                return glib::Propagation::Proceed;
            }
            if window.propagate_key_event(event) || window.activate_key(event) {
                return glib::Propagation::Stop;
            }
            glib::Propagation::Proceed
        });
        let (rows, shows) = (self.rows.downgrade(), self.alt_shows_bar.clone());
        self.window.connect_key_release_event(move |_, event| {
            if let (true, true, true, Some(rows)) =
                (alt_alone.replace(false), is_alt(event), shows.get(), rows.upgrade())
            {
                rows.children().into_iter().filter_map(|row| row.downcast().ok()).for_each(|bar| open(&bar));
            }
            glib::Propagation::Proceed
        });
    }

    /// Whether Alt alone brings up a menu bar that is hidden otherwise.
    pub(crate) fn set_alt_shows_bar(&self, flag: bool) {
        self.alt_shows_bar.set(flag);
    }
}

/// Shows the bar until the user leaves it.
fn open(bar: &gtk::MenuBar) {
    if bar.is_visible() {
        return;
    }
    bar.show();
    bar.select_first(true);
    let handler = Rc::new(Cell::new(None));
    let left = handler.clone();
    handler.set(Some(bar.connect_deactivate(move |bar| {
        if let Some(handler) = left.take() {
            bar.disconnect(handler);
            bar.hide();
        }
    })));
}

fn is_alt(event: &gdk::EventKey) -> bool {
    use gdk::keys::constants::{Alt_L, Alt_R};
    [Alt_L, Alt_R].contains(&event.keyval())
}
