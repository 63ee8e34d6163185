//! Windows that are not shown yet, but whose pages are laid out, painted and animated all the same, as Chromium does it:
//! WebKit does nothing of that for a view without a window on the screen. So there is one, where no screen is, and the
//! window manager does not know of it.

use gtk::{gdk, prelude::*};

use super::Native;

/// Far from every display, and within what X11 can say.
const NOWHERE: i32 = -16000;

impl Native {
    /// X11 only: on Wayland no window is out of sight.
    pub(super) fn become_ghost(&self) {
        if !self.window.display().backend().is_x11() {
            return;
        }
        self.window.realize();
        let Some(surface) = self.window.window() else { return };
        self.ghost.set(true);
        surface.set_override_redirect(true);
        self.window.move_(NOWHERE, NOWHERE);
        self.window.show();
    }

    /// Gives the window to the window manager, not yet shown.
    pub(super) fn materialize(&self) {
        if !self.ghost.replace(false) {
            return;
        }
        self.window.hide();
        if let Some(surface) = self.window.window() {
            surface.set_override_redirect(false);
        }
    }

    /// Says something that GTK passes on to the window manager, or keeps for it while the window is hidden.
    pub(super) fn tell_manager(&self, act: impl FnOnce(&gtk::Window)) {
        let ghost = self.ghost.get();
        if ghost {
            self.window.hide();
        }
        act(&self.window);
        if ghost {
            self.window.show();
        }
    }

    pub(crate) fn is_shown(&self) -> bool {
        self.window.is_visible() && !self.ghost.get()
    }

    /// The surface, if it is where the user sees it.
    pub(super) fn seen(&self) -> Option<gdk::Window> {
        self.window.window().filter(|_| !self.ghost.get())
    }
}
