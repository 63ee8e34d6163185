//! Shown, hidden, focused, maximized.

use gtk::{gdk, glib, prelude::*};

use super::Native;

/// The server's present, for want of an event that asked.
const NOW: u32 = gdk::ffi::GDK_CURRENT_TIME as u32;

impl Native {
    pub(crate) fn show(&self) {
        self.put_back();
        self.window.present_with_time(NOW);
    }

    pub(crate) fn show_inactive(&self) {
        self.put_back();
        self.window.set_focus_on_map(false);
        self.window.show();
        let window = self.window.downgrade();
        glib::idle_add_local_once(move || {
            if let Some(window) = window.upgrade() {
                window.set_focus_on_map(true);
            }
        });
    }

    fn put_back(&self) {
        self.materialize();
        if let (false, Some((x, y))) = (self.window.is_visible(), self.place.get()) {
            self.window.move_(x, y);
        }
    }

    pub(crate) fn hide(&self) {
        if self.is_shown() {
            self.place.set(Some(self.window.position()));
            self.window.hide();
        }
    }

    pub(crate) fn focus(&self) {
        if self.is_shown() {
            self.window.present_with_time(NOW);
        }
    }

    /// Other windows come before it, as when Chromium gives up the focus on X11.
    pub(crate) fn blur(&self) {
        if let Some(surface) = self.seen() {
            surface.lower();
        }
    }

    pub(crate) fn maximize(&self) {
        self.materialize();
        self.window.maximize();
        if !self.is_shown() {
            self.show_inactive();
        }
    }

    pub(crate) fn unmaximize(&self) {
        self.window.unmaximize();
    }

    pub(crate) fn minimize(&self) {
        self.materialize();
        self.window.iconify();
    }

    pub(crate) fn restore(&self) {
        if !self.minimized.get() && self.window.is_maximized() {
            self.window.unmaximize();
        }
        // Also where the window manager has not said yet that it is minimized.
        self.window.deiconify();
    }

    pub(crate) fn set_full_screen(&self, flag: bool) {
        self.materialize();
        if flag {
            self.window.fullscreen();
        } else {
            self.window.unfullscreen();
        }
    }

    /// Full screen is all that X11 and Wayland know of a kiosk.
    pub(crate) fn set_kiosk(&self, flag: bool) {
        self.set_full_screen(flag);
    }

    pub(crate) fn move_top(&self) {
        if let Some(surface) = self.seen() {
            surface.raise();
        }
    }

    /// The page says that the pointer holds the window.
    pub(crate) fn drag_along(&self) {
        if self.may(gdk::WMFunction::MOVE) {
            self.start_drag();
        }
    }

    pub(crate) fn toggle_maximized(&self) {
        match self.window.is_maximized() {
            true => self.window.unmaximize(),
            false if self.may(gdk::WMFunction::MAXIMIZE) => self.window.maximize(),
            false => {}
        }
    }

    /// A button that is up by now holds nothing.
    pub(crate) fn start_drag(&self) {
        let pointer = self.window.display().default_seat().and_then(|seat| seat.pointer());
        let (Some(pointer), Some(surface)) = (pointer, self.window.window()) else { return };
        let (_, _, _, pressed) = surface.device_position(&pointer);
        if pressed.contains(gdk::ModifierType::BUTTON1_MASK) {
            let (_, x, y) = pointer.position();
            self.window.begin_move_drag(gdk::ffi::GDK_BUTTON_PRIMARY, x, y, NOW);
        }
    }
}
