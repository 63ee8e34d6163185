//! Size and place. Sizes are those of the frame, as Chromium counts on these systems; tao counts what is in it.

use main_process::host::window::{Bounds, Options, Placement};
use tao::dpi::LogicalSize;

use super::{super::system, Native};
use crate::window::centered;

#[derive(Clone, Copy)]
pub(super) struct Limits {
    /// 0 means none.
    min: (u32, u32),
    max: (u32, u32),
}

impl Limits {
    pub(super) fn of(options: &Options) -> Self {
        Self { min: (options.min_width, options.min_height), max: (options.max_width, options.max_height) }
    }
}

impl Native {
    pub(super) fn bounds(&self) -> Bounds {
        let scale = self.window.scale_factor();
        let at = self.window.outer_position().unwrap_or_default().to_logical::<i32>(scale);
        let size = self.window.outer_size().to_logical::<u32>(scale);
        Bounds { x: at.x, y: at.y, width: size.width, height: size.height }
    }

    pub(crate) fn set_bounds(&self, bounds: Placement) {
        let now = self.bounds();
        if bounds.width.is_some() || bounds.height.is_some() {
            self.resize(bounds.width.unwrap_or(now.width), bounds.height.unwrap_or(now.height));
        }
        if bounds.x.is_some() || bounds.y.is_some() {
            self.place_at(bounds.x.unwrap_or(now.x), bounds.y.unwrap_or(now.y));
        }
    }

    pub(crate) fn set_content_size(&self, width: u32, height: u32) {
        system::set_content_size(&self.window, width.max(1), height.max(1));
    }

    pub(super) fn resize(&self, width: u32, height: u32) {
        let Limits { min, max } = self.limits.get();
        // Systems hold users to the limits, but not programs.
        let within =
            |size: u32, min: u32, max: u32| if max == 0 { size.max(min) } else { size.min(max).max(min) };
        let (width, height) = (within(width, min.0, max.0), within(height, min.1, max.1));
        let (across, down) = self.frame();
        self.set_content_size(width.saturating_sub(across), height.saturating_sub(down));
    }

    /// What title bar, borders and menu bar take of the window's size.
    fn frame(&self) -> (u32, u32) {
        let scale = self.window.scale_factor();
        let outer = self.window.outer_size().to_logical::<u32>(scale);
        let inner = self.window.inner_size().to_logical::<u32>(scale);
        (outer.width.saturating_sub(inner.width), outer.height.saturating_sub(inner.height))
    }

    pub(crate) fn center(&self) {
        let now = self.bounds();
        if let Some(area) = system::work_area(&self.window) {
            let (x, y) = centered(area, now.width, now.height);
            self.place_at(x, y);
        }
    }

    pub(super) fn place_at(&self, x: i32, y: i32) {
        system::place_at(&self.window, x, y);
    }

    pub(crate) fn set_minimum_size(&self, width: u32, height: u32) {
        self.limits.set(Limits { min: (width, height), ..self.limits.get() });
        self.apply_limits();
    }

    pub(crate) fn set_maximum_size(&self, width: u32, height: u32) {
        self.limits.set(Limits { max: (width, height), ..self.limits.get() });
        self.apply_limits();
    }

    pub(super) fn apply_limits(&self) {
        let Limits { min, max } = self.limits.get();
        let (across, down) = self.frame();
        let inner = |(width, height): (u32, u32), unlimited: u32| {
            let less =
                |size: u32, frame: u32| if size == 0 { unlimited } else { size.saturating_sub(frame).max(1) };
            LogicalSize::new(less(width, across), less(height, down))
        };
        self.window.set_min_inner_size((min != (0, 0)).then(|| inner(min, 1)));
        self.window.set_max_inner_size((max != (0, 0)).then(|| inner(max, i16::MAX as u32)));
    }

    pub(crate) fn set_aspect_ratio(&self, ratio: f64) {
        system::set_aspect_ratio(self, ratio);
    }

    pub(crate) fn set_resizable(&self, flag: bool) {
        self.window.set_resizable(flag);
    }
}
