#![allow(unsafe_code)]
//! The event loop where it is tao's.

use std::{
    cell::{Cell, RefCell},
    collections::HashMap,
    ptr::NonNull,
    rc::{Rc, Weak},
    sync::Arc,
};

use ipc::{Code, Error};
use main_process::host::{Event, app};
use tao::{
    event::{Event as Turn, StartCause, WindowEvent},
    event_loop::{ControlFlow, EventLoop, EventLoopBuilder, EventLoopProxy, EventLoopWindowTarget},
    platform::run_return::EventLoopExtRunReturn,
    window::{Window, WindowBuilder, WindowId},
};
use tokio::sync::mpsc::UnboundedSender;

use super::{
    super::{About, Shell},
    system,
};
use crate::door::Door;

/// No library here reads the environment.
pub(crate) fn prepare() {}

/// Why the loop is woken.
pub(crate) enum Wake {
    Work,
    Exit(i32),
}

/// Brings the UI thread to its inbox.
pub(crate) struct Waker(EventLoopProxy<Wake>);

impl Waker {
    pub(crate) fn wake(&self) {
        // A closed loop has no use for more work.
        let _ = self.0.send_event(Wake::Work);
    }

    /// These systems draw between the events of a queue, however many there are.
    pub(crate) fn wake_later(&self) {
        self.wake();
    }
}

/// Hears what tao reports of one window.
pub(crate) trait Listener {
    fn hear(&self, event: &WindowEvent<'_>);

    /// Something may have changed: the window may look at itself.
    fn look(&self);
}

/// What new windows need, and the way out.
pub(crate) struct Target {
    proxy: EventLoopProxy<Wake>,
    exiting: Cell<bool>,
    /// There while the loop has a turn.
    lent: Cell<Option<NonNull<EventLoopWindowTarget<Wake>>>>,
    listeners: RefCell<HashMap<WindowId, Weak<dyn Listener>>>,
}

impl Target {
    pub(crate) fn exit(&self, code: i32) {
        if !self.exiting.replace(true) {
            // A closed loop has ended already.
            let _ = self.proxy.send_event(Wake::Exit(code));
        }
    }

    pub(crate) fn build(&self, builder: WindowBuilder) -> ipc::Result<Window> {
        let outside = || Error::new(Code::InvalidState, "Windows are made in a turn of the event loop");
        let target = self.lent.get().ok_or_else(outside)?;
        // SAFETY: `lend` takes it back before the borrow ends.
        let built = builder.build(unsafe { target.as_ref() });
        built.map_err(|error| Error::new(Code::OperationFailed, format!("No window: {error}")))
    }

    pub(crate) fn listen(&self, window: WindowId, listener: &Rc<impl Listener + 'static>) {
        let listener: Rc<dyn Listener> = listener.clone();
        self.listeners.borrow_mut().insert(window, Rc::downgrade(&listener));
    }

    fn lend(&self, target: &EventLoopWindowTarget<Wake>, act: impl FnOnce()) {
        let before = self.lent.replace(Some(NonNull::from(target)));
        act();
        self.lent.set(before);
    }

    fn hear(&self, window: WindowId, event: &WindowEvent<'_>) {
        let listener = self.listeners.borrow().get(&window).and_then(Weak::upgrade);
        if let Some(listener) = listener {
            listener.hear(event);
        }
    }

    fn look(&self) {
        let mut listeners = self.listeners.borrow_mut();
        listeners.retain(|_, listener| listener.strong_count() > 0);
        let all = listeners.values().filter_map(Weak::upgrade).collect::<Vec<_>>();
        drop(listeners);
        all.iter().for_each(|listener| listener.look());
    }
}

pub(crate) struct Loop(EventLoop<Wake>);

impl Loop {
    /// # Errors
    /// None here: these systems always have a screen.
    pub(crate) fn new(_: &str, _: &About) -> Result<Self, String> {
        let mut builder = EventLoopBuilder::with_user_event();
        system::prepare_loop(&mut builder);
        Ok(Self(builder.build()))
    }

    pub(crate) fn run(mut self, about: About, door: Arc<Door>, events: UnboundedSender<Event>) -> i32 {
        let proxy = self.0.create_proxy();
        let (exiting, lent, listeners) = (Cell::new(false), Cell::default(), RefCell::default());
        let target = Target { proxy: proxy.clone(), exiting, lent, listeners };
        let shell = Shell::new(about, target, door, events);
        let mut waker = Some(Waker(proxy));
        let code = self.0.run_return(|event, target, flow| {
            if !matches!(flow, ControlFlow::ExitWithCode(_)) {
                *flow = ControlFlow::Wait;
            }
            match event {
                Turn::NewEvents(StartCause::Init) => begin(&shell, waker.take()),
                Turn::UserEvent(Wake::Work) => {
                    shell.target.lend(target, || shell.turn());
                    shell.target.look();
                }
                Turn::UserEvent(Wake::Exit(code)) => *flow = ControlFlow::ExitWithCode(code),
                Turn::WindowEvent { window_id, event, .. } => {
                    shell.target.hear(window_id, &event);
                    shell.target.look();
                }
                Turn::MainEventsCleared => shell.target.look(),
                Turn::Reopen { has_visible_windows, .. } => {
                    shell.tell(Event::App(app::Event::Activate { has_visible_windows }))
                }
                Turn::Opened { urls } => {
                    urls.iter().for_each(|url| opened(&shell, url.scheme(), url.as_str(), url.to_file_path()))
                }
                _ => {}
            }
        });
        shell.windows.close_all(&shell);
        code
    }
}

fn begin(shell: &Rc<Shell>, waker: Option<Waker>) {
    system::begin();
    crate::menu::listen();
    crate::screen::watch(shell);
    crate::theme::watch(shell);
    shell.tell(Event::App(app::Event::Ready));
    if let Some(waker) = waker {
        shell.door.set_waker(waker);
    }
}

fn opened(shell: &Shell, scheme: &str, url: &str, path: Result<std::path::PathBuf, ()>) {
    let file =
        path.ok().filter(|_| scheme == "file").and_then(|path| path.into_os_string().into_string().ok());
    shell.tell(Event::App(match file {
        Some(path) => app::Event::OpenFile { path },
        None => app::Event::OpenUrl { url: url.into() },
    }));
}
