//! Menu bars and context menus.

mod accelerator;
mod build;
mod platform;

use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};

use ipc::{Code, Error};
use main_process::host::{
    Event,
    menu::{self, Command, ItemId, Template},
    window::WindowId,
};

use crate::{
    answer::{Ask, DONE, Done},
    app::Shell,
    window::Window,
};
use build::{Built, Native};

#[derive(Default)]
pub(crate) struct Menus {
    application: RefCell<Option<Rc<Built>>>,
    popup: RefCell<Option<Popup>>,
}

/// The context menu that is open.
struct Popup {
    window: WindowId,
    menu: Rc<Built>,
    open: platform::Open,
    ask: Ask,
}

/// A window's menu bar.
pub(crate) struct Place {
    own: RefCell<Own>,
    /// The one that is on the window now.
    attached: RefCell<Option<Rc<Built>>>,
    /// A window without a frame has keys but no bar, as in Electron.
    framed: bool,
    visible: Cell<bool>,
    auto_hide: Cell<bool>,
}

enum Own {
    /// The application's.
    Shared,
    Menu(Rc<Built>),
    Nothing,
}

impl Place {
    pub(crate) fn new(framed: bool, auto_hide: bool) -> Self {
        let own = RefCell::new(Own::Shared);
        Self {
            own,
            attached: RefCell::default(),
            framed,
            visible: Cell::new(true),
            auto_hide: Cell::new(auto_hide),
        }
    }

    pub(crate) fn set_visible(&self, window: &Window, flag: bool) {
        self.visible.set(flag);
        self.show(window);
    }

    pub(crate) fn set_auto_hide(&self, window: &Window, flag: bool) {
        self.auto_hide.set(flag);
        self.show(window);
    }

    fn show(&self, window: &Window) {
        if let Some(menu) = &*self.attached.borrow() {
            let (visible, auto_hide) =
                (self.framed && self.visible.get(), self.framed && self.auto_hide.get());
            platform::set_visible(&menu.menu, &window.native, visible, auto_hide);
        }
    }
}

impl Menus {
    /// Puts the menu bar on a window that it should have, and takes a former one away.
    pub(crate) fn dress(&self, window: &Window) {
        let wanted = match &*window.menu.own.borrow() {
            Own::Shared => self.application.borrow().clone(),
            Own::Menu(menu) => Some(menu.clone()),
            Own::Nothing => None,
        };
        let former = window.menu.attached.replace(wanted.clone());
        if let Some(former) = former {
            platform::detach(&former.menu, &window.native);
        }
        if let Some(wanted) = wanted {
            platform::attach(&wanted.menu, window);
            window.menu.show(window);
        }
    }

    pub(crate) fn set_own(&self, window: &Window, template: Option<Template>) {
        window.menu.own.replace(template.map_or(Own::Nothing, |template| Own::Menu(Built::of(&template))));
        self.dress(window);
    }

    /// The window is about to go.
    pub(crate) fn forget(&self, window: &Window) {
        if let Some(menu) = window.menu.attached.take() {
            platform::detach(&menu.menu, &window.native);
        }
        let open = self.popup.borrow().as_ref().is_some_and(|popup| popup.window == window.id);
        if open && let Some(popup) = self.popup.take() {
            popup.ask.nothing();
        }
    }

    fn set_application(&self, shell: &Shell, template: Option<Template>) {
        let menu = template.as_ref().map(Built::of);
        let former = self.application.replace(menu.clone());
        platform::set_application(menu.as_ref().map(|menu| &menu.menu));
        for window in shell.windows.all() {
            if matches!(*window.menu.own.borrow(), Own::Shared) {
                self.dress(&window);
            }
        }
        drop(former);
    }

    /// Every menu there is, the one that covers the others first.
    fn all(&self, shell: &Shell) -> Vec<Rc<Built>> {
        let popup = self.popup.borrow().as_ref().map(|popup| popup.menu.clone());
        let own = |window: Rc<Window>| match &*window.menu.own.borrow() {
            Own::Menu(menu) => Some(menu.clone()),
            Own::Shared | Own::Nothing => None,
        };
        let own = shell.windows.all().into_iter().filter_map(own);
        popup.into_iter().chain(own).chain(self.application.borrow().clone()).collect()
    }

    fn find<T>(&self, shell: &Shell, id: ItemId, act: impl FnOnce(&build::Entry) -> T) -> ipc::Result<T> {
        let menus = self.all(shell);
        let entry = menus.iter().find_map(|menu| menu.entries.get(&id));
        entry.map(act).ok_or_else(|| Error::new(Code::InvalidArgValue, format!("No menu has an item {id}")))
    }

    /// The menu at the pointer or at a place in the page; `ask` is answered when it is closed.
    fn popup(&self, window: &Rc<Window>, template: &Template, at: Option<(f64, f64)>, ask: Ask) {
        self.close_popup();
        let menu = Built::of(template);
        let open = platform::popup(&menu.menu, window, at);
        self.popup.replace(Some(Popup { window: window.id, menu: menu.clone(), open, ask }));
        // On some systems it is over by now.
        let open = self.popup.borrow().as_ref().map(|popup| popup.open.clone());
        if let Some(open) = open {
            open.when_closed(move || Shell::with(|shell| shell.menus.popup_closed(&menu)));
        }
    }

    fn close_popup(&self) {
        let popup = self.popup.take();
        if let Some(popup) = popup {
            popup.open.close();
            popup.ask.nothing();
        }
    }

    fn popup_closed(&self, menu: &Rc<Built>) {
        let same = self.popup.borrow().as_ref().is_some_and(|popup| Rc::ptr_eq(&popup.menu, menu));
        if same && let Some(popup) = self.popup.take() {
            popup.ask.nothing();
        }
    }

    fn clicked(&self, shell: &Shell, item: ItemId, by_accelerator: bool) {
        let entry = self.find(shell, item, |entry| {
            if matches!(entry.item, Native::Radio(_)) {
                entry.item.set_checked(true);
            }
            (entry.item.is_checked(), entry.keys_of_page)
        });
        let (checked, keys_of_page) = entry.unwrap_or_default();
        if by_accelerator && keys_of_page {
            return;
        }
        let popup = self
            .popup
            .borrow()
            .as_ref()
            .filter(|popup| popup.menu.entries.contains_key(&item))
            .map(|p| p.window);
        let window = popup.or_else(|| shell.windows.focused().map(|window| window.id));
        shell.tell(Event::Menu(menu::Event::Clicked { item, window, checked, by_accelerator }));
    }
}

/// Hears what the user clicks.
pub(crate) fn listen() {
    muda::MenuEvent::set_event_handler(Some(|event: muda::MenuEvent| {
        if let Ok(item) = event.id.0.parse() {
            Shell::with(|shell| shell.menus.clicked(shell, item, platform::by_accelerator()));
        }
    }));
}

pub(crate) fn handle(shell: &Rc<Shell>, command: Command, ask: Ask) {
    match command {
        Command::Popup { window, menu, x, y } => match shell.windows.get(window) {
            Ok(window) => shell.menus.popup(&window, &menu, x.zip(y), ask),
            Err(error) => ask.settle(Err(error)),
        },
        command => ask.settle(simple(shell, command)),
    }
}

fn simple(shell: &Rc<Shell>, command: Command) -> Done {
    let menus = &shell.menus;
    match command {
        Command::SetApplicationMenu { menu } => menus.set_application(shell, menu),
        Command::ClosePopup { window } => {
            if menus.popup.borrow().as_ref().is_some_and(|popup| popup.window == window) {
                menus.close_popup();
            }
        }
        Command::SetEnabled { item, flag } => {
            menus.find(shell, item, |entry| entry.item.set_enabled(flag))?
        }
        Command::SetVisible { item, flag } => menus.find(shell, item, |entry| entry.set_visible(flag))?,
        Command::SetChecked { item, flag } => {
            menus.find(shell, item, |entry| entry.item.set_checked(flag))?
        }
        Command::SetLabel { item, label } => menus.find(shell, item, |entry| entry.item.set_label(&label))?,
        Command::Click { item } => {
            menus.find(shell, item, |entry| entry.item.set_checked(!entry.item.is_checked()))?;
            menus.clicked(shell, item, false);
        }
        Command::Popup { .. } => {}
    }
    DONE
}
