//! The program as a whole: its threads, its event loop, and the way of a command through it.

pub(crate) mod platform;
mod start;
mod watchdog;

use std::{
    cell::RefCell,
    rc::Rc,
    sync::Arc,
    time::{Duration, Instant},
};

use ipc::{Code, Error};
use main_process::host::{Command, Event, app};
use tokio::sync::mpsc::UnboundedSender;

pub(crate) use platform::*;
pub use start::{prepare, start};
pub(crate) use watchdog::Watchdog;

use crate::{
    answer::{Ask, DONE, Done},
    desktop, dialog,
    door::{Door, Work},
    menu, page, screen, theme, window,
};

/// How long one turn may take commands before the windows are drawn again.
const TURN: Duration = Duration::from_millis(8);

/// What the app said of itself when it started.
pub(crate) struct About {
    /// The file by which launchers know the app, on systems where they do.
    #[allow(dead_code)]
    pub(crate) desktop_name: Option<String>,
    pub(crate) data_folder: std::path::PathBuf,
}

/// Everything on the UI thread. Its parts borrow themselves for moments only, because the window system calls back
/// in the middle of a command.
pub(crate) struct Shell {
    pub(crate) about: About,
    pub(crate) target: Target,
    pub(crate) door: Arc<Door>,
    pub(crate) windows: window::Windows,
    pub(crate) menus: menu::Menus,
    pub(crate) pages: page::Pages,
    pub(crate) watchdog: Watchdog,
    events: UnboundedSender<Event>,
}

thread_local! {
    static SHELL: RefCell<Option<Rc<Shell>>> = const { RefCell::new(None) };
}

impl Shell {
    fn new(about: About, target: Target, door: Arc<Door>, events: UnboundedSender<Event>) -> Rc<Self> {
        let shell = Rc::new(Self {
            pages: page::Pages::new(&about),
            about,
            target,
            door,
            windows: window::Windows::default(),
            menus: menu::Menus::default(),
            watchdog: Watchdog::default(),
            events,
        });
        SHELL.set(Some(shell.clone()));
        shell
    }

    /// Does `act` with the shell of this thread, if it still runs.
    pub(crate) fn with(act: impl FnOnce(&Rc<Self>)) {
        if let Some(shell) = Self::current() {
            act(&shell);
        }
    }

    pub(crate) fn current() -> Option<Rc<Self>> {
        SHELL.with_borrow(Clone::clone)
    }

    pub(crate) fn tell(&self, event: Event) {
        // The main process may be gone already: then there is nobody left to tell.
        let _ = self.events.send(event);
    }

    /// Ends the event loop and with it the program.
    pub(crate) fn exit(&self, code: i32) {
        self.target.exit(code);
    }

    /// Takes what has arrived, for as long as a turn may last.
    fn turn(self: &Rc<Self>) {
        let began = Instant::now();
        while began.elapsed() < TURN {
            match self.door.take() {
                Some(Work::Command(command, ask)) => self.handle(command, ask),
                Some(Work::Call(call)) => call(self),
                Some(Work::Finished(code)) => self.exit(code),
                None => return,
            }
        }
        self.door.come_back();
    }

    /// The one door in: whatever the main process asks for is done here.
    fn handle(self: &Rc<Self>, command: Command, ask: Ask) {
        match command {
            Command::App(command) => ask.settle(handle(self, command)),
            Command::Desktop(command) => desktop::handle(self, command, ask),
            Command::Dialog(command) => dialog::handle(self, command, ask),
            Command::Menu(command) => menu::handle(self, command, ask),
            Command::Page(command) => page::handle(self, command, ask),
            Command::Screen(command) => ask.settle(screen::handle(self, command)),
            Command::Theme(command) => ask.settle(theme::handle(self, command)),
            Command::Window(command) => ask.settle(window::handle(self, command)),
        }
    }
}

fn handle(shell: &Rc<Shell>, command: app::Command) -> Done {
    match command {
        app::Command::Start { .. } => {
            return Err(Error::new(Code::InvalidState, "The app was started already"));
        }
        app::Command::Exit { code } => shell.exit(code),
        app::Command::Alive { serial } => shell.watchdog.alive(serial),
        app::Command::Focus => platform::focus(shell),
        app::Command::Hide => platform::hide(shell),
        app::Command::Show => platform::show(shell),
        app::Command::SetBadgeCount { count } => platform::set_badge_count(shell, count),
        app::Command::AddRecentDocument { path } => return platform::add_recent_document(&path),
        app::Command::ClearRecentDocuments => return platform::clear_recent_documents(),
    }
    DONE
}
