#![allow(unsafe_code)]
//! Pages on WebView2. wry makes the view and serves its scheme; worlds and what goes on in them are the DevTools
//! protocol's, for want of anything else.

mod contexts;
mod exchange;
mod keys;
mod loads;
mod output;
mod policy;
mod protocol;
mod script;

use std::{
    cell::RefCell,
    rc::{Rc, Weak},
};

use ipc::{Code, Error};
use main_process::host::{
    page::{Event, Options},
    window,
};
use preload::{Script, Transport};
use webview2_com::Microsoft::Web::WebView2::Win32::{ICoreWebView2, ICoreWebView2_8, ICoreWebView2Settings2};
use windows::core::{HSTRING, Interface};
use wry::{PermissionResponse, Theme, WebView, WebViewBuilderExtWindows, WebViewExtWindows};

use super::{
    super::{Color, Page, bridge::random},
    native::{build, finder::Finder, leave::Leave, loads::Loads, requests::Requests, rgba},
};
use crate::{app::Shell, window::Native as Window};
pub(crate) use contexts::Contexts;

pub(crate) const TRANSPORT: Transport = Transport::Portable;

pub(crate) struct View {
    web: WebView,
    exchange: exchange::Exchange,
    policy: policy::Policy,
    keys: keys::Keys,
    /// What hears the protocol's events.
    receivers: RefCell<Vec<protocol::Receiver>>,
    pub(super) loads: Loads,
    pub(super) requests: Requests,
    pub(super) finder: Finder,
    pub(super) leave: Leave,
    /// Name and features of the window that the page is about to open.
    pub(super) opening: RefCell<(String, String)>,
}

impl View {
    pub(crate) fn create(
        contexts: &Contexts,
        window: &Window,
        options: &Options,
        look: &window::Options,
    ) -> ipc::Result<Self> {
        let web = contexts.build(options.partition.as_deref(), |builder| {
            let builder = builder
                .with_hotkeys_zoom(false)
                // As Electron does it where the app sets no handler.
                .with_permission_handler(|_| PermissionResponse::Allow)
                .with_browser_accelerator_keys(false)
                .with_default_context_menus(false)
                .with_https_scheme(true)
                .with_theme(theme());
            build(builder, window, options, look)
        });
        let without = "is the WebView2 runtime installed?";
        let failed =
            |error: wry::Error| Error::new(Code::OperationFailed, format!("No page: {error}; {without}"));
        let view = Self {
            web: web.map_err(failed)?,
            exchange: exchange::Exchange::default(),
            policy: policy::Policy::default(),
            keys: keys::Keys::default(),
            receivers: RefCell::default(),
            loads: Loads::default(),
            requests: Requests::default(),
            finder: Finder::default(),
            leave: Leave::default(),
            opening: RefCell::default(),
        };
        view.set_zoom_factor(options.zoom_factor);
        Ok(view)
    }

    fn core(&self) -> ICoreWebView2 {
        self.web.webview()
    }

    pub(crate) fn set_background_color(&self, color: Color) {
        // A view that is gone has no colour.
        let _ = self.web.set_background_color(rgba(color));
    }

    pub(crate) fn set_zoom_factor(&self, factor: f64) {
        // A view that is gone has no size.
        let _ = self.web.zoom(factor);
    }

    pub(crate) fn set_user_agent(&self, user_agent: &str) {
        // SAFETY: on the view's own thread. Runtimes without this setting are older than the oldest that wry starts.
        let _ = unsafe {
            let settings =
                self.core().Settings().and_then(|settings| settings.cast::<ICoreWebView2Settings2>());
            settings.and_then(|settings| settings.SetUserAgent(&HSTRING::from(user_agent)))
        };
    }

    pub(crate) fn set_audio_muted(&self, muted: bool) -> ipc::Result<()> {
        let too_old =
            |_| Error::new(Code::NotSupported, "webContents.setAudioMuted: the WebView2 runtime is too old");
        let core = self.core().cast::<ICoreWebView2_8>().map_err(too_old)?;
        // SAFETY: on the view's own thread.
        unsafe { core.SetIsMuted(muted) }.map_err(too_old)
    }

    pub(crate) fn apply_theme(&self) {
        // Runtimes that are too old stay light.
        let _ = self.web.set_theme(theme());
    }

    pub(crate) fn terminate(&self) {
        protocol::try_tell(&self.core(), "Page.crash", &serde_json::json!({}));
    }

    pub(crate) fn focus(&self) {
        // It cannot be focused while its window is minimized.
        let _ = self.web.focus();
    }

    pub(crate) fn close(&self, page: &Page) {
        self.requests.reset();
        page.refuse();
        page.stop_find();
    }
}

fn theme() -> Theme {
    match Window::chosen_theme() {
        None => Theme::Auto,
        Some(true) => Theme::Dark,
        Some(false) => Theme::Light,
    }
}

impl Page {
    /// In a window of their own: these have no place beside the page.
    pub(crate) fn open_dev_tools(&self, _mode: Option<&str>, _activate: bool) {
        self.web.open_devtools();
        self.tell(Event::DevToolsOpened { id: self.id });
    }

    pub(crate) fn close_dev_tools(&self) -> ipc::Result<()> {
        Err(Error::new(Code::NotSupported, "webContents.closeDevTools: WebView2 leaves that to the user"))
    }

    pub(in super::super) fn fill_screen(&self, flag: bool) {
        if let Some(window) = Shell::current().and_then(|shell| shell.windows.get(self.window).ok()) {
            window.native.set_full_screen(flag);
        }
    }

    pub(in super::super) fn ways(&self) -> (bool, bool) {
        (self.web.can_go_back().unwrap_or_default(), self.web.can_go_forward().unwrap_or_default())
    }
}

/// Everything that a view reports, and the scripts it starts with. The view must not keep its page alive.
pub(crate) fn connect(page: &Rc<Page>, _: &Options, scripts: &[Script]) -> ipc::Result<()> {
    let refused =
        |error: windows::core::Error| Error::new(Code::OperationFailed, format!("No page: {error}"));
    loads::connect(page).map_err(refused)?;
    policy::connect(page).map_err(refused)?;
    keys::connect(page).map_err(refused)?;
    exchange::connect(page, scripts, &random()?).map_err(refused)
}

type Handler<S, A> = Box<dyn FnMut(S, Option<A>) -> windows::core::Result<()>>;

/// A handler for the view's events, that does nothing once the page is gone.
fn handler<S, A>(
    page: &Rc<Page>,
    act: impl Fn(&Rc<Page>, &A) -> windows::core::Result<()> + 'static,
) -> Handler<S, A> {
    let page = Rc::downgrade(page);
    Box::new(move |_, arguments| match (page.upgrade(), arguments) {
        (Some(page), Some(arguments)) => act(&page, &arguments),
        _ => Ok(()),
    })
}

/// Does nothing once the page is gone.
fn with(page: &Weak<Page>, act: impl FnOnce(&Rc<Page>)) {
    if let Some(page) = page.upgrade() {
        act(&page);
    }
}
