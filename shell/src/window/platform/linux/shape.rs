//! Size and place.

use gtk::{gdk, prelude::*};
use main_process::host::window::{Bounds, Options, Placement};

use super::Native;
use crate::window::centered;

#[derive(Clone, Copy)]
pub(super) struct Limits {
    /// 0 means none.
    min: (i32, i32),
    max: (i32, i32),
    ratio: f64,
    resizable: bool,
}

impl Limits {
    pub(super) fn of(options: &Options) -> Self {
        Self {
            min: (options.min_width as i32, options.min_height as i32),
            max: (options.max_width as i32, options.max_height as i32),
            ratio: 0.0,
            resizable: options.resizable,
        }
    }
}

impl Native {
    /// The place of the frame and the size of what is in it, as Chromium counts on Linux.
    pub(super) fn bounds(&self) -> Bounds {
        let ((x, y), (width, height)) = (self.window.position(), self.window.size());
        let (x, y) =
            self.place.get().filter(|_| self.ghost.get() || !self.signals.placed()).unwrap_or((x, y));
        Bounds { x, y, width: width as u32, height: height as u32 }
    }

    pub(crate) fn set_bounds(&self, bounds: Placement) {
        let now = self.bounds();
        if bounds.width.is_some() || bounds.height.is_some() {
            let (width, height) = (bounds.width.unwrap_or(now.width), bounds.height.unwrap_or(now.height));
            self.resize(width as i32, height as i32);
        }
        if bounds.x.is_some() || bounds.y.is_some() {
            self.place_at(bounds.x.unwrap_or(now.x), bounds.y.unwrap_or(now.y));
        }
        self.signals.changed();
    }

    pub(crate) fn set_content_size(&self, width: u32, height: u32) {
        self.resize(width as i32, height as i32 + self.bar_height());
    }

    pub(crate) fn center(&self) {
        let now = self.bounds();
        if let Some(area) = self.work_area() {
            let (x, y) = centered(area, now.width, now.height);
            self.place_at(x, y);
        }
    }

    pub(super) fn place_at(&self, x: i32, y: i32) {
        self.place.set(Some((x, y)));
        if !self.ghost.get() {
            self.window.move_(x, y);
        }
    }

    fn resize(&self, width: i32, height: i32) {
        let (width, height) = (width.max(1), height.max(1));
        if !self.limits.get().resizable {
            self.pin(width, height);
        }
        self.window.resize(width, height);
        self.signals.changed();
    }

    pub(crate) fn set_minimum_size(&self, width: u32, height: u32) {
        self.limit(|limits| limits.min = (width as i32, height as i32));
    }

    pub(crate) fn set_maximum_size(&self, width: u32, height: u32) {
        self.limit(|limits| limits.max = (width as i32, height as i32));
    }

    pub(crate) fn set_aspect_ratio(&self, ratio: f64) {
        self.limit(|limits| limits.ratio = ratio);
    }

    pub(crate) fn set_resizable(&self, flag: bool) {
        self.limit(|limits| limits.resizable = flag);
        self.set_function(gdk::WMFunction::RESIZE, flag);
    }

    fn limit(&self, change: impl FnOnce(&mut Limits)) {
        let mut limits = self.limits.get();
        change(&mut limits);
        self.limits.set(limits);
        self.apply_limits();
    }

    pub(super) fn apply_limits(&self) {
        let limits = self.limits.get();
        if !limits.resizable {
            let (width, height) = self.window.size();
            return self.pin(width, height);
        }
        let unlimited = |size: i32| if size == 0 { i32::from(i16::MAX) } else { size };
        let mut hints = gdk::WindowHints::MIN_SIZE;
        hints.set(gdk::WindowHints::MAX_SIZE, limits.max != (0, 0));
        hints.set(gdk::WindowHints::ASPECT, limits.ratio > 0.0);
        let max = (unlimited(limits.max.0), unlimited(limits.max.1));
        self.set_hints((limits.min.0.max(1), limits.min.1.max(1)), max, limits.ratio, hints);
    }

    /// Keeps the user from resizing. `gtk_window_set_resizable` would shrink the window to what its page needs.
    fn pin(&self, width: i32, height: i32) {
        let hints = gdk::WindowHints::MIN_SIZE | gdk::WindowHints::MAX_SIZE;
        self.set_hints((width, height), (width, height), 0.0, hints);
    }

    fn set_hints(&self, min: (i32, i32), max: (i32, i32), ratio: f64, hints: gdk::WindowHints) {
        let gravity = gdk::Gravity::NorthWest;
        let geometry = gdk::Geometry::new(min.0, min.1, max.0, max.1, 0, 0, 0, 0, ratio, ratio, gravity);
        self.window.set_geometry_hints(None::<&gtk::Widget>, Some(&geometry), hints);
    }

    pub(super) fn bar_height(&self) -> i32 {
        let rows = self.rows.children();
        let bars = rows.iter().filter(|row| row.is::<gtk::MenuBar>() && row.get_visible());
        bars.map(|bar| bar.preferred_height().1).sum()
    }

    /// The part of its display that no panel covers.
    pub(super) fn work_area(&self) -> Option<Bounds> {
        let display = self.window.display();
        let shown = self.seen().and_then(|surface| display.monitor_at_window(&surface));
        let monitor = shown.or_else(|| display.primary_monitor()).or_else(|| display.monitor(0))?;
        let area = monitor.workarea();
        Some(Bounds { x: area.x(), y: area.y(), width: area.width() as u32, height: area.height() as u32 })
    }
}
