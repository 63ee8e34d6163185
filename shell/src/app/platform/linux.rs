#![allow(unsafe_code)]

use std::{cell::Cell, path::Path, rc::Rc, sync::Arc};

use gtk::{gio, glib, prelude::*};
use ipc::{Code, Error};
use main_process::host::{Event, app};
use tao::{
    event::Event as Turn,
    event_loop::{ControlFlow, EventLoop, EventLoopBuilder, EventLoopProxy},
    platform::run_return::EventLoopExtRunReturn,
};
use tokio::sync::mpsc::UnboundedSender;

use super::super::{About, Shell};
use crate::{answer::Done, door::Door};

/// Commands wait for what the user does and for what pages report, but come before the next drawing.
const PRIORITY: glib::Priority = glib::Priority::HIGH_IDLE;

/// Settings that libraries read from the environment.
pub(crate) fn prepare() {
    if std::env::var_os("WEBKIT_DISABLE_DMABUF_RENDERER").is_none() && !has_graphics_card() {
        // SAFETY: called at the start of `main`, while this is the only thread.
        unsafe { std::env::set_var("WEBKIT_DISABLE_DMABUF_RENDERER", "1") };
    }
}

/// Without one, WebKit's default renderer costs a second and 60 MiB for nothing.
fn has_graphics_card() -> bool {
    let nodes = std::fs::read_dir("/dev/dri").into_iter().flatten().flatten();
    nodes.map(|node| node.file_name()).any(|name| name.as_encoded_bytes().starts_with(b"renderD"))
}

/// Brings the UI thread to its inbox.
pub(crate) struct Waker(());

impl Waker {
    pub(crate) fn wake(&self) {
        turn_at(PRIORITY);
    }

    /// After the windows are drawn.
    pub(crate) fn wake_later(&self) {
        turn_at(glib::Priority::DEFAULT_IDLE);
    }
}

/// A source of its own rather than one of tao's events: it also runs while GTK is in a loop of its own.
fn turn_at(priority: glib::Priority) {
    glib::idle_add_full(priority, || {
        Shell::with(Shell::turn);
        glib::ControlFlow::Break
    });
}

/// What new windows need, and the way out.
pub(crate) struct Target {
    exit: EventLoopProxy<i32>,
    exiting: Cell<bool>,
}

impl Target {
    pub(crate) fn exit(&self, code: i32) {
        if !self.exiting.replace(true) {
            // A closed loop has ended already.
            let _ = self.exit.send_event(code);
        }
    }
}

pub(crate) struct Loop(EventLoop<i32>);

impl Loop {
    /// # Errors
    /// A text for the user when there is no display.
    pub(crate) fn new(name: &str, about: &About) -> Result<Self, String> {
        let program = about.desktop_name.as_deref().map(|file| file.strip_suffix(".desktop").unwrap_or(file));
        glib::set_prgname(Some(program.unwrap_or(name)));
        glib::set_application_name(name);
        gtk::init().map_err(|_| {
            let display = std::env::var("WAYLAND_DISPLAY").or_else(|_| std::env::var("DISPLAY"));
            let reason = display.map_or("neither DISPLAY nor WAYLAND_DISPLAY is set".into(), |display| {
                format!("the display {display} does not answer")
            });
            format!("No window can be opened: {reason}.\nWithout a screen, use `kaon run --headless`.")
        })?;
        Ok(Self(EventLoopBuilder::with_user_event().build()))
    }

    pub(crate) fn run(mut self, about: About, door: Arc<Door>, events: UnboundedSender<Event>) -> i32 {
        let target = Target { exit: self.0.create_proxy(), exiting: Cell::new(false) };
        let shell = Shell::new(about, target, door, events);
        crate::menu::listen();
        crate::screen::watch(&shell);
        crate::theme::watch(&shell);
        shell.tell(Event::App(app::Event::Ready));
        shell.door.set_waker(Waker(()));
        let code = self.0.run_return(|event, _, flow| match (event, *flow) {
            (Turn::UserEvent(code), _) => *flow = ControlFlow::ExitWithCode(code),
            (_, ControlFlow::ExitWithCode(_)) => {}
            // Left alone, tao never sleeps.
            _ => *flow = ControlFlow::Wait,
        });
        shell.windows.close_all(&shell);
        code
    }
}

pub(crate) fn focus(shell: &Rc<Shell>) {
    if let Some(window) = shell.windows.latest() {
        window.native.focus();
    }
}

/// macOS hides whole applications; here it is each window's own business.
pub(crate) fn hide(_: &Rc<Shell>) {}

pub(crate) fn show(_: &Rc<Shell>) {}

/// The number on the launcher's icon, where the desktop has such a thing (Unity, KDE, Dash to Dock).
pub(crate) fn set_badge_count(shell: &Rc<Shell>, count: u32) {
    let state = glib::VariantDict::new(None);
    state.insert("count", i64::from(count));
    state.insert("count-visible", count > 0);
    tell_launcher(&shell.about, state);
}

/// Sends what the desktop's launcher shows on this app's icon.
pub(crate) fn tell_launcher(about: &About, state: glib::VariantDict) {
    let Some(desktop) = about.desktop_name.clone() else { return };
    let file = if desktop.ends_with(".desktop") { desktop } else { format!("{desktop}.desktop") };
    let entry = glib::Variant::tuple_from_iter([format!("application://{file}").to_variant(), state.end()]);
    gio::bus_get(gio::BusType::Session, gio::Cancellable::NONE, move |bus| {
        let Ok(bus) = bus else { return };
        let (path, interface) = ("/com/canonical/unity/launcherentry/1", "com.canonical.Unity.LauncherEntry");
        // Nobody has to listen.
        let _ = bus.emit_signal(None, path, interface, "Update", Some(&entry));
    });
}

pub(crate) fn add_recent_document(path: &str) -> Done {
    let uri = gio::File::for_path(Path::new(path)).uri();
    match gtk::RecentManager::default() {
        Some(recent) if recent.add_item(&uri) => crate::answer::DONE,
        _ => Err(Error::new(
            Code::OperationFailed,
            format!("'{path}' could not be added to the recent documents"),
        )),
    }
}

pub(crate) fn clear_recent_documents() -> Done {
    let why = "app.clearRecentDocuments: the list of recent documents belongs to all applications here";
    Err(Error::new(Code::NotSupported, why))
}
