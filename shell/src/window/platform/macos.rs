#![allow(unsafe_code)]

use main_process::host::window::{Bounds, Options};
use objc2::rc::Retained;
use objc2_app_kit::{NSScreen, NSWindow, NSWindowOrderingMode};
use objc2_foundation::{NSPoint, NSSize, NSString};
use tao::{
    platform::macos::{WindowBuilderExtMacOS, WindowExtMacOS},
    window::{Window, WindowBuilder},
};

use super::native::Native;
use crate::app::main_thread;

pub(super) const HAS_ICONS: bool = false;

/// AppKit's window, which knows all the rest.
pub(crate) struct Own(Retained<NSWindow>);

impl Own {
    pub(super) fn of(window: &Window) -> Self {
        Self(ns(window))
    }
}

pub(super) fn ns(window: &Window) -> Retained<NSWindow> {
    // SAFETY: tao returns its own window, which it keeps alive as long as itself.
    let window = unsafe { Retained::retain(window.ns_window().cast::<NSWindow>()) };
    window.expect("a window of tao has one of AppKit's")
}

pub(super) fn dress(builder: WindowBuilder, options: &Options, parent: Option<&Window>) -> WindowBuilder {
    let hidden = options.title_bar_style != "default";
    let builder = builder
        .with_decorations(options.frame)
        .with_has_shadow(options.has_shadow)
        .with_titlebar_transparent(hidden)
        .with_title_hidden(hidden)
        .with_fullsize_content_view(hidden);
    // A modal window becomes a sheet when it is shown.
    match parent.filter(|_| !options.modal) {
        Some(parent) => builder.with_parent_window(parent.ns_window()),
        None => builder,
    }
}

/// The window that a sheet is on.
pub(super) struct Blocked(Retained<NSWindow>);

impl Blocked {
    pub(super) fn of(parent: &Window) -> Self {
        Self(ns(parent))
    }

    pub(super) fn show(&self, window: &Window) {
        self.0.beginSheet_completionHandler(&ns(window), None);
    }

    pub(super) fn release(&self, window: &Window) {
        self.0.endSheet(&ns(window));
    }
}

pub(super) fn is_focused(window: &Window) -> bool {
    window.is_focused()
}

pub(super) fn is_kiosk(window: &Window) -> bool {
    window.simple_fullscreen()
}

/// Full screen without a space of its own: menu bar and dock are out of reach.
pub(super) fn set_kiosk(window: &Window, flag: bool) {
    window.set_simple_fullscreen(flag);
}

/// The part of its display that neither menu bar nor dock cover.
pub(super) fn work_area(window: &Window) -> Option<Bounds> {
    let main = main_thread();
    let first = NSScreen::screens(main).firstObject()?;
    let area = ns(window).screen().or_else(|| NSScreen::mainScreen(main))?.visibleFrame();
    let top = first.frame().size.height - area.origin.y - area.size.height;
    let (width, height) = (area.size.width as u32, area.size.height as u32);
    Some(Bounds { x: area.origin.x as i32, y: top as i32, width, height })
}

/// At once: tao's own leave it for later, and whoever asks for the bounds meanwhile gets the old ones.
pub(super) fn set_content_size(window: &Window, width: u32, height: u32) {
    ns(window).setContentSize(NSSize::new(width.into(), height.into()));
}

pub(super) fn place_at(window: &Window, x: i32, y: i32) {
    let height =
        NSScreen::screens(main_thread()).firstObject().map_or(0.0, |first| first.frame().size.height);
    ns(window).setFrameTopLeftPoint(NSPoint::new(x.into(), height - f64::from(y)));
}

pub(super) fn set_aspect_ratio(native: &Native, ratio: f64) {
    let Own(window) = &native.own;
    if ratio > 0.0 {
        window.setContentAspectRatio(NSSize::new(ratio, 1.0));
    } else {
        // Increments and ratio exclude each other: these of one point set it free.
        window.setContentResizeIncrements(NSSize::new(1.0, 1.0));
    }
}

pub(super) fn show_inactive(native: &Native) {
    native.own.0.orderFrontRegardless();
}

pub(super) fn blur(window: &Window) {
    ns(window).orderBack(None);
}

pub(super) fn move_top(window: &Window) {
    ns(window).orderFrontRegardless();
}

pub(super) fn is_movable(native: &Native) -> bool {
    native.own.0.isMovable()
}

pub(super) fn set_movable(native: &Native, flag: bool) {
    native.own.0.setMovable(flag);
}

/// A sheet of itself keeps the user out, as Chromium does it.
pub(super) fn set_enabled(window: &Window, flag: bool) {
    let window = ns(window);
    match (flag, window.attachedSheet()) {
        (false, None) => window.beginSheet_completionHandler(&window, None),
        (true, Some(sheet)) if sheet == window => window.endSheet(&sheet),
        _ => {}
    }
}

/// The dock shows applications, not windows.
pub(super) fn set_skip_taskbar(_: &Window, _: bool) {}

pub(super) fn set_has_shadow(window: &Window, flag: bool) {
    window.set_has_shadow(flag);
}

pub(super) fn set_document_edited(window: &Window, flag: bool) {
    window.set_is_document_edited(flag);
}

pub(super) fn set_represented_filename(window: &Window, path: &str) {
    ns(window).setRepresentedFilename(&NSString::from_str(path));
}

pub(super) fn set_opacity(native: &Native, opacity: f64) {
    native.own.0.setAlphaValue(opacity);
}

pub(super) fn set_parent(window: &Window, parent: Option<&Window>) {
    let window = ns(window);
    if let Some(former) = window.parentWindow() {
        former.removeChildWindow(&window);
    }
    if let Some(parent) = parent {
        // SAFETY: two windows that are there.
        unsafe { ns(parent).addChildWindow_ordered(&window, NSWindowOrderingMode::Above) };
    }
}

impl Native {
    /// For sheets.
    pub(crate) fn ns_window(&self) -> Retained<NSWindow> {
        self.own.0.clone()
    }
}
