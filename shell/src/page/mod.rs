//! The page in a window: its view, its scripts, and its messages.

mod bridge;
mod color;
mod drag;
mod net_error;
mod outcome;
mod platform;
mod scripts;

use std::{
    cell::{Cell, RefCell},
    collections::BTreeMap,
    ops::Deref,
    rc::Rc,
};

use ipc::{Code, Error};
use main_process::host::{
    Event,
    page::{self, Command, Options, PageId},
    window::{self, WindowId},
};

use crate::{
    answer::{Ask, Carried, DONE, Done},
    app::{About, Shell},
    window::Native as Window,
};
use bridge::{Bridge, Transport, random};
pub(crate) use color::Color;
use platform::Contexts;

/// What pages share.
pub(crate) struct Pages {
    contexts: Contexts,
}

impl Pages {
    pub(crate) fn new(about: &About) -> Self {
        Self { contexts: Contexts::new(about) }
    }
}

pub(crate) struct Page {
    pub(crate) id: PageId,
    pub(crate) window: WindowId,
    bridge: Bridge,
    view: platform::View,
    ready_to_show: Cell<bool>,
    owed: Owed,
}

/// Answers that only the page can give. When it goes, nobody else will.
#[derive(Default)]
struct Owed {
    asks: RefCell<BTreeMap<u64, Ask>>,
    count: Cell<u64>,
}

impl Page {
    pub(crate) fn create(
        shell: &Rc<Shell>,
        window: WindowId,
        native: &Window,
        options: Options,
        look: &window::Options,
    ) -> ipc::Result<Rc<Self>> {
        if shell.windows.page(options.id).is_ok() {
            return Err(Error::new(Code::InvalidState, format!("Page {} exists already", options.id)));
        }
        let bridge = Bridge::new()?;
        let scripts = scripts::compose(&options, random()?, bridge.token());
        let view = platform::View::create(&shell.pages.contexts, native, &options, look)?;
        let id = options.id;
        let (ready_to_show, owed) = (Cell::default(), Owed::default());
        let page = Rc::new(Self { id, window, bridge, view, ready_to_show, owed });
        platform::connect(&page, &options, &scripts)?;
        Ok(page)
    }

    fn tell(&self, event: page::Event) {
        Shell::with(|shell| shell.tell(Event::Page(event)));
    }

    /// The first page of the window can be looked at now.
    fn ready_to_show(&self) {
        if !self.ready_to_show.replace(true) {
            self.tell(page::Event::ReadyToShow { id: self.id });
        }
    }

    /// Keeps `ask` until the page has answered, by what this returns, or is gone.
    fn owe(self: &Rc<Self>, ask: Ask) -> impl FnOnce(Done) + use<> {
        let number = self.owed.count.get() + 1;
        self.owed.count.set(number);
        self.owed.asks.borrow_mut().insert(number, ask);
        let page = Rc::downgrade(self);
        move |answer| {
            let ask = page.upgrade().and_then(|page| page.owed.asks.borrow_mut().remove(&number));
            if let Some(ask) = ask {
                ask.settle(answer);
            }
        }
    }

    /// The window is about to go, and the page with it.
    pub(crate) fn close(&self) {
        self.owed.asks.take();
        self.bridge.shut();
        self.view.close(self);
    }

    pub(crate) fn set_background_color(&self, color: &str) {
        self.view.set_background_color(Color::parse(color));
    }
}

impl Deref for Page {
    type Target = platform::View;

    fn deref(&self) -> &platform::View {
        &self.view
    }
}

pub(crate) fn handle(shell: &Rc<Shell>, command: Command, ask: Ask) {
    match command {
        Command::ExecuteJavascript { id, code, isolated } => {
            later(shell, id, ask, |page, answer| page.execute(&code, isolated, answer));
        }
        Command::PrintToPdf { id, paper } => {
            later(shell, id, ask, |page, answer| page.print_to_pdf(&paper, answer));
        }
        Command::CapturePage { id, area } => later(shell, id, ask, |page, answer| page.capture(area, answer)),
        Command::Print { id, silent } => later(shell, id, ask, |page, answer| page.print(silent, answer)),
        Command::TryClose { id } => match shell.windows.page(id) {
            Ok(page) => page.try_close(ask),
            Err(error) => ask.settle(Err(error)),
        },
        command => ask.settle(simple(shell, command)),
    }
}

/// What takes its time is answered by the page, or with an error once its window is closed.
fn later(shell: &Rc<Shell>, id: PageId, ask: Ask, act: impl FnOnce(&Rc<Page>, Box<dyn FnOnce(Done)>)) {
    match shell.windows.page(id) {
        Ok(page) => act(&page, Box::new(page.owe(ask))),
        Err(error) => ask.settle(Err(error)),
    }
}

#[rustfmt::skip]
fn simple(shell: &Rc<Shell>, command: Command) -> Done {
    let page = |id| shell.windows.page(id);
    match command {
        Command::Load { id, url, user_agent, referrer, headers } => {
            let page = page(id)?;
            page.tell(page::Event::LoadBegun { id });
            page.load(&url, user_agent.as_deref(), referrer.as_deref(), &headers);
        }
        Command::Reload { id, ignore_cache } => page(id)?.reload(ignore_cache),
        Command::Stop { id } => page(id)?.stop(),
        Command::GoBack { id } => page(id)?.go_back(),
        Command::GoForward { id } => page(id)?.go_forward(),
        Command::Navigate { id, navigation } => page(id)?.navigate(navigation)?,
        Command::InsertCss { id, key, css } => page(id)?.insert_css(&key, &css),
        Command::RemoveInsertedCss { id, key } => page(id)?.remove_inserted_css(&key),
        Command::OpenDevTools { id, mode, activate } => page(id)?.open_dev_tools(mode.as_deref(), activate),
        Command::CloseDevTools { id } => page(id)?.close_dev_tools().carried()?,
        Command::SetZoomFactor { id, factor } => page(id)?.set_zoom_factor(factor),
        Command::SetUserAgent { id, user_agent } => page(id)?.set_user_agent(&user_agent),
        Command::SetAudioMuted { id, muted } => page(id)?.set_audio_muted(muted).carried()?,
        Command::SetBackgroundColor { id, color } => page(id)?.set_background_color(&color),
        Command::Edit { id, command } => page(id)?.edit(&command)?,
        Command::FindInPage { id, request, text, forward, find_next, match_case } => page(id)?.find(request, &text, forward, find_next, match_case).carried()?,
        Command::StopFindInPage { id } => page(id)?.stop_find(),
        Command::Focus { id } => page(id)?.focus(),
        Command::Terminate { id } => page(id)?.terminate().carried()?,
        Command::Post { id, message } => page(id)?.post(&message),
        Command::SyncReply { id, request, message } => page(id)?.sync_reply(request, &bridge::answer(&message)),
        Command::ExecuteJavascript { .. } | Command::PrintToPdf { .. } | Command::CapturePage { .. } | Command::Print { .. }
        | Command::TryClose { .. } => {}
    }
    DONE
}
