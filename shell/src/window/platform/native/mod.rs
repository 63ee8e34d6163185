//! tao's windows. What tao has no name for is the system's own part.

mod flags;
mod shape;
mod visibility;

use std::{
    cell::{Cell, OnceCell},
    rc::Rc,
};

use main_process::host::window::{Bounds, Options, State};
use tao::{
    dpi::LogicalSize,
    event::WindowEvent,
    window::{Window, WindowBuilder},
};

use super::{super::Report, system};
use crate::{
    app::{Listener, Target},
    page::Page,
};
use shape::Limits;

pub(crate) struct Native {
    pub(super) window: Window,
    pub(super) own: system::Own,
    signals: Rc<Signals>,
    limits: Cell<Limits>,
    /// Its bounds and its content's, when it was last not minimized: then it is nowhere.
    seen: Cell<(Bounds, Bounds)>,
    /// The window that waits until this one is closed.
    blocked: OnceCell<system::Blocked>,
}

/// What tao says of a window.
struct Signals {
    report: Box<dyn Fn(Report)>,
    closable: Cell<bool>,
    stopped: Cell<bool>,
}

impl Listener for Signals {
    fn hear(&self, event: &WindowEvent<'_>) {
        if matches!(event, WindowEvent::CloseRequested) && self.closable.get() && !self.stopped.get() {
            (self.report)(Report::Close);
        }
    }

    fn look(&self) {
        if !self.stopped.get() {
            (self.report)(Report::Changed);
        }
    }
}

impl Native {
    pub(crate) fn create(
        target: &Target,
        options: &Options,
        parent: Option<&Self>,
        report: impl Fn(Report) + 'static,
    ) -> ipc::Result<Self> {
        let builder = WindowBuilder::new()
            .with_visible(false)
            .with_title(&options.title)
            .with_inner_size(LogicalSize::new(options.width, options.height))
            .with_resizable(options.resizable)
            .with_minimizable(options.minimizable)
            .with_maximizable(options.maximizable && options.resizable)
            .with_closable(options.closable)
            .with_focusable(options.focusable)
            .with_transparent(options.transparent)
            .with_always_on_top(options.always_on_top);
        let window = target.build(system::dress(builder, options, parent.map(|parent| &parent.window)))?;
        let signals = Rc::new(Signals {
            report: Box::new(report),
            closable: Cell::new(options.closable),
            stopped: Cell::default(),
        });
        target.listen(window.id(), &signals);
        let own = system::Own::of(&window);
        let (limits, seen, blocked) = (Cell::new(Limits::of(options)), Cell::default(), OnceCell::new());
        let native = Self { own, signals, limits, seen, blocked, window };
        native.furnish(options, parent)?;
        Ok(native)
    }

    /// What a window can be told only once it is there.
    fn furnish(&self, options: &Options, parent: Option<&Self>) -> ipc::Result<()> {
        if let (true, Some(parent)) = (options.modal, parent) {
            // Set but once, here.
            let _ = self.blocked.set(system::Blocked::of(&parent.window));
        }
        if options.opacity < 1.0 {
            self.set_opacity(options.opacity);
        }
        if !options.movable {
            self.set_movable(false);
        }
        if options.skip_taskbar {
            self.set_skip_taskbar(true);
        }
        match &options.icon {
            Some(icon) if system::HAS_ICONS => self.set_icon(icon),
            _ => Ok(()),
        }
    }

    /// Size and place, once menu bar and page are in.
    pub(crate) fn settle(&self, options: &Options) {
        if options.use_content_size {
            self.set_content_size(options.width, options.height);
        } else {
            self.resize(options.width, options.height);
        }
        self.apply_limits();
        let centered = options.center || options.x.is_none() || options.y.is_none();
        match (options.x, options.y) {
            (Some(x), Some(y)) if !centered => self.place_at(x, y),
            _ => self.center(),
        }
        if options.kiosk {
            self.set_kiosk(true);
        } else if options.fullscreen {
            self.set_full_screen(true);
        }
    }

    /// What tao made, for whoever puts something into it.
    pub(crate) fn window(&self) -> &Window {
        &self.window
    }

    pub(crate) fn state(&self, _: &Page) -> State {
        let window = &self.window;
        let minimized = window.is_minimized();
        if !minimized {
            self.seen.set((self.bounds(), self.content()));
        }
        let (bounds, content) = self.seen.get();
        State {
            bounds,
            content,
            visible: window.is_visible(),
            focused: system::is_focused(window),
            maximized: window.is_maximized(),
            minimized,
            full_screen: window.fullscreen().is_some() || system::is_kiosk(window),
        }
    }

    fn content(&self) -> Bounds {
        let scale = self.window.scale_factor();
        let at = self.window.inner_position().unwrap_or_default().to_logical::<i32>(scale);
        let size = self.window.inner_size().to_logical::<u32>(scale);
        Bounds { x: at.x, y: at.y, width: size.width, height: size.height }
    }

    /// It is gone for good when its last holder lets go of it, which is when whoever closes it is through.
    pub(crate) fn destroy(&self) {
        self.signals.stopped.set(true);
        if let Some(blocked) = self.blocked.get() {
            blocked.release(&self.window);
        }
        self.window.set_visible(false);
    }
}
