//! Shown, hidden, focused, maximized.

use tao::window::Fullscreen;

use super::{super::system, Native};

impl Native {
    pub(crate) fn show(&self) {
        match self.blocked.get() {
            _ if self.window.is_visible() => self.window.set_focus(),
            Some(blocked) => blocked.show(&self.window),
            None => self.window.set_visible(true),
        }
    }

    pub(crate) fn show_inactive(&self) {
        system::show_inactive(self);
    }

    pub(crate) fn hide(&self) {
        if let Some(blocked) = self.blocked.get() {
            blocked.release(&self.window);
        }
        self.window.set_visible(false);
    }

    pub(crate) fn focus(&self) {
        if self.window.is_visible() {
            self.window.set_focus();
        }
    }

    pub(crate) fn blur(&self) {
        system::blur(&self.window);
    }

    pub(crate) fn maximize(&self) {
        self.window.set_maximized(true);
        if !self.window.is_visible() {
            self.show_inactive();
        }
    }

    pub(crate) fn unmaximize(&self) {
        self.window.set_maximized(false);
    }

    pub(crate) fn minimize(&self) {
        self.window.set_minimized(true);
    }

    pub(crate) fn restore(&self) {
        if self.window.is_minimized() {
            self.window.set_minimized(false);
        } else {
            self.window.set_maximized(false);
        }
    }

    pub(crate) fn set_full_screen(&self, flag: bool) {
        self.window.set_fullscreen(flag.then_some(Fullscreen::Borderless(None)));
    }

    pub(crate) fn set_kiosk(&self, flag: bool) {
        system::set_kiosk(&self.window, flag);
    }

    pub(crate) fn move_top(&self) {
        system::move_top(&self.window);
    }

    /// The page says that the pointer holds the window.
    pub(crate) fn drag_along(&self) {
        if system::is_movable(self) {
            self.start_drag();
        }
    }

    pub(crate) fn toggle_maximized(&self) {
        let maximized = self.window.is_maximized();
        if maximized || self.window.is_maximizable() {
            self.window.set_maximized(!maximized);
        }
    }

    pub(crate) fn start_drag(&self) {
        // Refused where no button is down: then there is nothing to drag.
        let _ = self.window.drag_window();
    }
}
