//! GTK windows. tao's own stay unused here: their setters only queue what they are asked, out of order with the rest,
//! and they remember every frame that a page paints.

mod flags;
mod ghost;
mod keys;
mod shape;
mod signals;
mod visibility;

use std::{cell::Cell, rc::Rc};

use gtk::{gdk, glib, prelude::*};
use main_process::host::window::{Bounds, Options, State};

use super::super::Report;
use crate::{app::Target, page::Page};
use flags::Functions;
use shape::Limits;
use signals::Signals;

pub(crate) struct Native {
    window: gtk::Window,
    /// Menu bar above, page below.
    rows: gtk::Box,
    signals: Rc<Signals>,
    limits: Cell<Limits>,
    functions: Rc<Cell<Functions>>,
    minimized: Rc<Cell<bool>>,
    full_screen: Rc<Cell<bool>>,
    /// Where the window goes when it is shown, because window systems forget it while it is hidden.
    place: Cell<Option<(i32, i32)>>,
    /// Mapped, but nobody sees it.
    ghost: Cell<bool>,
    /// Keys go to the page before the menu bar.
    routed: Cell<bool>,
    alt_shows_bar: Rc<Cell<bool>>,
}

impl Native {
    pub(crate) fn create(
        _: &Target,
        options: &Options,
        parent: Option<&Self>,
        report: impl Fn(Report) + 'static,
    ) -> ipc::Result<Self> {
        let window = gtk::Window::new(gtk::WindowType::Toplevel);
        let rows = gtk::Box::new(gtk::Orientation::Vertical, 0);
        window.add(&rows);
        rows.show();
        let native = Self {
            signals: Signals::connect(&window, &rows, report),
            limits: Cell::new(Limits::of(options)),
            functions: Functions::attach(&window, options),
            minimized: Rc::default(),
            full_screen: Rc::default(),
            place: Cell::default(),
            ghost: Cell::default(),
            routed: Cell::default(),
            alt_shows_bar: Rc::default(),
            window,
            rows,
        };
        native.dress(options, parent)?;
        native.follow_state();
        Ok(native)
    }

    /// What must be said before the window is known to the window system.
    fn dress(&self, options: &Options, parent: Option<&Self>) -> ipc::Result<()> {
        let window = &self.window;
        window.set_title(&options.title);
        window.set_default_size(options.width as i32, options.height as i32);
        window.set_decorated(options.frame && options.title_bar_style == "default");
        window.set_deletable(options.closable);
        window.set_type_hint(type_hint(options.kind.as_deref()));
        window.set_skip_taskbar_hint(options.skip_taskbar);
        window.set_keep_above(options.always_on_top);
        window.set_accept_focus(options.focusable);
        if options.transparent {
            self.make_transparent();
        }
        if options.opacity < 1.0 {
            self.set_opacity(options.opacity);
        }
        if options.fullscreen || options.kiosk {
            window.fullscreen();
        }
        self.set_parent(parent);
        if let (true, Some(parent)) = (options.modal, parent) {
            self.make_modal(parent);
        }
        match &options.icon {
            Some(icon) => self.set_icon(icon),
            None => Ok(()),
        }
    }

    /// Size and place, once menu bar and page are in.
    pub(crate) fn settle(&self, options: &Options) {
        if options.use_content_size {
            let height = options.height as i32 + self.bar_height();
            self.window.set_default_size(options.width as i32, height);
        }
        self.apply_limits();
        let centered = options.center || options.x.is_none() || options.y.is_none();
        if !centered && let (Some(x), Some(y)) = (options.x, options.y) {
            self.place_at(x, y);
        } else {
            self.center();
        }
        if !options.show && !options.modal && !options.fullscreen && !options.kiosk {
            self.become_ghost();
        }
    }

    /// Where the page goes.
    pub(crate) fn rows(&self) -> &gtk::Box {
        &self.rows
    }

    pub(crate) fn gtk(&self) -> &gtk::Window {
        &self.window
    }

    pub(crate) fn state(&self, page: &Page) -> State {
        let bounds = self.bounds();
        State {
            bounds,
            content: self.content(bounds, page),
            visible: self.is_shown(),
            focused: self.window.is_active(),
            maximized: self.window.is_maximized(),
            minimized: self.minimized.get(),
            full_screen: self.full_screen.get(),
        }
    }

    fn content(&self, bounds: Bounds, page: &Page) -> Bounds {
        let view = page.widget();
        let mapped = view.window().filter(|_| view.is_mapped() && !self.ghost.get());
        let Some(surface) = mapped else {
            let bar = self.bar_height();
            return Bounds { y: bounds.y + bar, height: bounds.height.saturating_sub(bar as u32), ..bounds };
        };
        let (_, x, y) = surface.origin();
        let allocation = view.allocation();
        // A widget without a surface of its own is placed relative to its parent's.
        let (left, top) = if view.has_window() { (0, 0) } else { (allocation.x(), allocation.y()) };
        Bounds {
            x: x + left,
            y: y + top,
            width: allocation.width() as u32,
            height: allocation.height() as u32,
        }
    }

    #[allow(unsafe_code)]
    pub(crate) fn destroy(&self) {
        self.signals.stop();
        // SAFETY: nobody else destroys it, and what still holds a reference only asks for its properties.
        unsafe { self.window.destroy() };
    }

    fn follow_state(&self) {
        let (minimized, full_screen) = (self.minimized.clone(), self.full_screen.clone());
        let signals = self.signals.clone();
        self.window.connect_window_state_event(move |_, event| {
            let state = event.new_window_state();
            minimized.set(state.contains(gdk::WindowState::ICONIFIED));
            full_screen.set(state.contains(gdk::WindowState::FULLSCREEN));
            signals.changed();
            glib::Propagation::Proceed
        });
    }
}

fn type_hint(kind: Option<&str>) -> gdk::WindowTypeHint {
    match kind {
        Some("desktop") => gdk::WindowTypeHint::Desktop,
        Some("dock") => gdk::WindowTypeHint::Dock,
        Some("toolbar") => gdk::WindowTypeHint::Toolbar,
        Some("splash") => gdk::WindowTypeHint::Splashscreen,
        Some("notification") => gdk::WindowTypeHint::Notification,
        _ => gdk::WindowTypeHint::Normal,
    }
}
