//! Native windows, each with one page.

mod platform;

use std::{
    cell::{Cell, RefCell},
    collections::BTreeMap,
    rc::Rc,
};

use ipc::{Code, Error};
use main_process::host::{
    Event,
    page::PageId,
    window::{self, Bounds, Command, Options, State, WindowId},
};

pub(crate) use platform::Native;

use crate::{
    answer::{DONE, Done, json},
    app::{Shell, Watchdog},
    menu,
    page::Page,
};

pub(crate) struct Window {
    pub(crate) id: WindowId,
    pub(crate) native: Native,
    pub(crate) page: Rc<Page>,
    pub(crate) menu: menu::Place,
    last: Cell<State>,
}

/// What the window system reports of a window.
pub(crate) enum Report {
    /// The user wants it closed.
    Close,
    /// Something may have changed; asked for at most once a turn.
    Changed,
}

#[derive(Default)]
pub(crate) struct Windows {
    all: RefCell<BTreeMap<WindowId, Rc<Window>>>,
    /// The one that had the focus last.
    latest: Cell<Option<WindowId>>,
}

impl Windows {
    pub(crate) fn get(&self, id: WindowId) -> ipc::Result<Rc<Window>> {
        let window = self.all.borrow().get(&id).cloned();
        window.ok_or_else(|| Error::new(Code::WindowClosed, format!("Window {id} is closed")))
    }

    pub(crate) fn page(&self, id: PageId) -> ipc::Result<Rc<Page>> {
        let window = self.all.borrow().values().find(|window| window.page.id == id).cloned();
        let gone = || Error::new(Code::WindowClosed, format!("The window of page {id} is closed"));
        window.map(|window| window.page.clone()).ok_or_else(gone)
    }

    pub(crate) fn all(&self) -> Vec<Rc<Window>> {
        self.all.borrow().values().cloned().collect()
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.all.borrow().is_empty()
    }

    /// The window that has the focus.
    pub(crate) fn focused(&self) -> Option<Rc<Window>> {
        self.all.borrow().values().find(|window| window.last.get().focused).cloned()
    }

    /// The window that has the focus or had it last, else any.
    pub(crate) fn latest(&self) -> Option<Rc<Window>> {
        let latest = self.latest.get().and_then(|id| self.get(id).ok());
        latest.or_else(|| self.all.borrow().values().next_back().cloned())
    }

    /// Takes a window away at once; `false` if it is gone already.
    pub(crate) fn close(&self, shell: &Shell, id: WindowId) -> bool {
        let Some(window) = self.all.borrow_mut().remove(&id) else { return false };
        shell.menus.forget(&window);
        window.page.close();
        window.native.destroy();
        shell.tell(Event::Window(window::Event::Closed { id }));
        true
    }

    pub(crate) fn close_all(&self, shell: &Shell) {
        for window in self.all() {
            self.close(shell, window.id);
        }
    }
}

impl Window {
    /// Tells what has changed since it was last told.
    fn changed(&self, shell: &Shell) {
        let state = self.native.state(&self.page);
        if state == self.last.replace(state) {
            return;
        }
        if state.focused {
            shell.windows.latest.set(Some(self.id));
        }
        shell.tell(Event::Window(window::Event::Changed { id: self.id, state }));
    }
}

fn report(id: WindowId, what: Report) {
    Shell::with(|shell| {
        let Ok(window) = shell.windows.get(id) else { return };
        match what {
            Report::Close => {
                shell.tell(Event::Window(window::Event::CloseRequested { id }));
                Watchdog::watch(shell, id);
            }
            Report::Changed => window.changed(shell),
        }
    });
}

fn create(
    shell: &Rc<Shell>,
    id: WindowId,
    options: &Options,
    page: main_process::host::page::Options,
) -> Done {
    if shell.windows.all.borrow().contains_key(&id) {
        return Err(Error::new(Code::InvalidState, format!("Window {id} exists already")));
    }
    let parent = options.parent.and_then(|parent| shell.windows.get(parent).ok());
    let native =
        Native::create(&shell.target, options, parent.as_ref().map(|parent| &parent.native), move |what| {
            report(id, what);
        })?;
    let page = Page::create(shell, id, &native, page, options)?;
    let menu =
        menu::Place::new(options.frame && options.title_bar_style == "default", options.auto_hide_menu_bar);
    let window = Rc::new(Window { id, native, page, menu, last: Cell::default() });
    shell.windows.all.borrow_mut().insert(id, window.clone());
    shell.menus.dress(&window);
    window.native.settle(options);
    window.last.set(window.native.state(&window.page));
    if options.show {
        window.native.show();
    }
    json(window.last.get().bounds)
}

pub(crate) fn handle(shell: &Rc<Shell>, command: Command) -> Done {
    match command {
        Command::Create { id, options, page } => return create(shell, id, &options, *page),
        Command::Destroy { id } => {
            shell.windows.close(shell, id);
        }
        Command::GetState { id } => {
            let window = shell.windows.get(id)?;
            return json(window.native.state(&window.page));
        }
        Command::SetMenu { id, menu } => {
            let window = shell.windows.get(id)?;
            shell.menus.set_own(&window, menu);
        }
        Command::SetAutoHideMenuBar { id, flag } => {
            let window = shell.windows.get(id)?;
            window.menu.set_auto_hide(&window, flag);
        }
        Command::SetMenuBarVisibility { id, flag } => {
            let window = shell.windows.get(id)?;
            window.menu.set_visible(&window, flag);
        }
        Command::SetBackgroundColor { id, color } => shell.windows.get(id)?.page.set_background_color(&color),
        Command::SetParent { id, parent } => {
            let parent = parent.map(|parent| shell.windows.get(parent)).transpose()?;
            shell.windows.get(id)?.native.set_parent(parent.as_ref().map(|parent| &parent.native));
        }
        command => return simple(shell, command),
    }
    DONE
}

/// What concerns one window and its native half alone.
#[rustfmt::skip]
fn simple(shell: &Rc<Shell>, command: Command) -> Done {
    let native = |id| shell.windows.get(id).map(Part);
    match command {
        Command::Show { id } => native(id)?.show(),
        Command::ShowInactive { id } => native(id)?.show_inactive(),
        Command::Hide { id } => native(id)?.hide(),
        Command::Focus { id } => native(id)?.focus(),
        Command::Blur { id } => native(id)?.blur(),
        Command::Maximize { id } => native(id)?.maximize(),
        Command::Unmaximize { id } => native(id)?.unmaximize(),
        Command::Minimize { id } => native(id)?.minimize(),
        Command::Restore { id } => native(id)?.restore(),
        Command::SetFullScreen { id, flag } => native(id)?.set_full_screen(flag),
        Command::SetKiosk { id, flag } => native(id)?.set_kiosk(flag),
        Command::SetBounds { id, bounds } => native(id)?.set_bounds(bounds),
        Command::SetContentSize { id, width, height } => native(id)?.set_content_size(width, height),
        Command::Center { id } => native(id)?.center(),
        Command::SetMinimumSize { id, width, height } => native(id)?.set_minimum_size(width, height),
        Command::SetMaximumSize { id, width, height } => native(id)?.set_maximum_size(width, height),
        Command::SetAspectRatio { id, ratio } => native(id)?.set_aspect_ratio(ratio),
        Command::SetResizable { id, flag } => native(id)?.set_resizable(flag),
        Command::SetMovable { id, flag } => native(id)?.set_movable(flag),
        Command::SetMinimizable { id, flag } => native(id)?.set_minimizable(flag),
        Command::SetMaximizable { id, flag } => native(id)?.set_maximizable(flag),
        Command::SetClosable { id, flag } => native(id)?.set_closable(flag),
        Command::SetFocusable { id, flag } => native(id)?.set_focusable(flag),
        Command::SetEnabled { id, flag } => native(id)?.set_enabled(flag),
        Command::SetAlwaysOnTop { id, flag } => native(id)?.set_always_on_top(flag),
        Command::SetVisibleOnAllWorkspaces { id, flag } => native(id)?.set_visible_on_all_workspaces(flag),
        Command::SetSkipTaskbar { id, flag } => native(id)?.set_skip_taskbar(flag),
        Command::SetContentProtection { id, flag } => native(id)?.set_content_protection(flag),
        Command::SetIgnoreMouseEvents { id, flag } => native(id)?.set_ignore_mouse_events(flag),
        Command::SetHasShadow { id, flag } => native(id)?.set_has_shadow(flag),
        Command::SetDocumentEdited { id, flag } => native(id)?.set_document_edited(flag),
        Command::FlashFrame { id, flag } => native(id)?.flash_frame(flag),
        Command::SetTitle { id, title } => native(id)?.set_title(&title),
        Command::SetIcon { id, path } => native(id)?.set_icon(&path)?,
        Command::SetOpacity { id, opacity } => native(id)?.set_opacity(opacity),
        Command::SetProgressBar { id, value, mode } => native(id)?.set_progress_bar(&shell.about, value, mode.as_deref()),
        Command::SetRepresentedFilename { id, path } => native(id)?.set_represented_filename(&path),
        Command::MoveTop { id } => native(id)?.move_top(),
        Command::StartDrag { id } => native(id)?.start_drag(),
        Command::Create { .. } | Command::Destroy { .. } | Command::GetState { .. } | Command::SetMenu { .. }
        | Command::SetAutoHideMenuBar { .. } | Command::SetMenuBarVisibility { .. }
        | Command::SetBackgroundColor { .. } | Command::SetParent { .. } => {}
    }
    DONE
}

/// A window kept alive while something is done to its native half.
struct Part(Rc<Window>);

impl std::ops::Deref for Part {
    type Target = Native;

    fn deref(&self) -> &Native {
        &self.0.native
    }
}

/// A rectangle of this size in the middle of another.
pub(crate) fn centered(area: Bounds, width: u32, height: u32) -> (i32, i32) {
    let middle = |start: i32, outer: u32, inner: u32| start + (outer as i32 - inner as i32).max(0) / 2;
    (middle(area.x, area.width, width), middle(area.y, area.height, height))
}
