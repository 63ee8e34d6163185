//! What GTK says of a window, told once a turn.

use std::{cell::Cell, rc::Rc};

use gtk::{glib, prelude::*};

use crate::window::Report;

const AFTER_LAYOUT: glib::Priority = glib::Priority::DEFAULT_IDLE;

pub(super) struct Signals {
    report: Box<dyn Fn(Report)>,
    waiting: Cell<bool>,
    stopped: Cell<bool>,
    /// The window manager has said where the window is.
    placed: Cell<bool>,
}

impl Signals {
    pub(super) fn connect(
        window: &gtk::Window,
        rows: &gtk::Box,
        report: impl Fn(Report) + 'static,
    ) -> Rc<Self> {
        let (waiting, stopped, placed) = (Cell::default(), Cell::default(), Cell::default());
        let signals = Rc::new(Self { report: Box::new(report), waiting, stopped, placed });
        let on_close = signals.clone();
        window.connect_delete_event(move |window, _| {
            if window.is_deletable() {
                on_close.tell(Report::Close);
            }
            glib::Propagation::Stop
        });
        let on_change = signals.clone();
        window.connect_configure_event(move |window, _| {
            on_change.placed.set(window.is_mapped());
            on_change.changed();
            false
        });
        let on_change = signals.clone();
        window.connect_unmap(move |_| on_change.placed.set(false));
        let on_change = signals.clone();
        rows.connect_size_allocate(move |_, _| on_change.changed());
        let on_change = signals.clone();
        window.connect_is_active_notify(move |_| on_change.changed());
        let on_change = signals.clone();
        window.connect_visible_notify(move |_| on_change.changed());
        signals
    }

    /// Has the state compared once GTK has laid out what changed.
    pub(super) fn changed(self: &Rc<Self>) {
        if self.stopped.get() || self.waiting.replace(true) {
            return;
        }
        let signals = self.clone();
        glib::idle_add_local_full(AFTER_LAYOUT, move || {
            signals.waiting.set(false);
            signals.tell(Report::Changed);
            glib::ControlFlow::Break
        });
    }

    /// The window is about to go: what GTK says from here on is nobody's concern.
    pub(super) fn stop(&self) {
        self.stopped.set(true);
    }

    pub(super) fn placed(&self) -> bool {
        self.placed.get()
    }

    fn tell(&self, what: Report) {
        if !self.stopped.get() {
            (self.report)(what);
        }
    }
}
