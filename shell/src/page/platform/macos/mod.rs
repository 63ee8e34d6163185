#![allow(unsafe_code)]
//! Pages on WKWebView. wry makes the view and serves its scheme; whoever decides for it or hears of it is ours.

mod contexts;
mod exchange;
mod navigation;
mod output;
mod policy;
mod script;
mod ui;
mod watch;

use std::{
    cell::{OnceCell, RefCell},
    rc::{Rc, Weak},
};

use ipc::{Code, Error};
use main_process::host::{
    page::{Event, Options},
    window,
};
use objc2::rc::Retained;
use objc2_app_kit::NSColor;
use objc2_foundation::NSString;
use objc2_web_kit::WKWebView;
use preload::{Script, Transport};
use wry::{WebView, WebViewBuilder, WebViewBuilderExtMacos, WebViewExtMacOS};

use super::{
    super::{Color, Page, bridge::random},
    native::{build, finder::Finder, leave::Leave, loads::Loads, requests::Requests, rgba},
};
use crate::{app::main_thread, window::Native as Window};
pub(crate) use contexts::Contexts;

pub(crate) const TRANSPORT: Transport = Transport::Webkit;

pub(crate) struct View {
    web: WebView,
    exchange: exchange::Exchange,
    policy: policy::Policy,
    pub(super) loads: Loads,
    pub(super) requests: Requests,
    pub(super) finder: Finder,
    pub(super) leave: Leave,
    /// Name and features of the window that the page is about to open.
    pub(super) opening: RefCell<(String, String)>,
    /// The view itself keeps none of them.
    delegates: OnceCell<(Retained<navigation::Navigation>, Retained<ui::Ui>, watch::Watch)>,
}

impl View {
    pub(crate) fn create(
        contexts: &Contexts,
        window: &Window,
        options: &Options,
        look: &window::Options,
    ) -> ipc::Result<Self> {
        let configuration = contexts.configuration(options.partition.as_deref());
        let builder = WebViewBuilder::new().with_webview_configuration(configuration).with_autoplay(true);
        let built = build(builder, window, options, look);
        let web = built.map_err(|error| Error::new(Code::OperationFailed, format!("No page: {error}")))?;
        let view = Self {
            web,
            exchange: exchange::Exchange::default(),
            policy: policy::Policy::default(),
            loads: Loads::default(),
            requests: Requests::default(),
            finder: Finder::default(),
            leave: Leave::default(),
            opening: RefCell::default(),
            delegates: OnceCell::new(),
        };
        if !look.transparent {
            view.set_background_color(Color::parse(&look.background_color));
        }
        view.set_zoom_factor(options.zoom_factor);
        view.focus();
        Ok(view)
    }

    fn wk(&self) -> Retained<WKWebView> {
        Retained::into_super(self.web.webview())
    }

    /// The view itself draws none, so that there is no white before the page: what is seen is its window's.
    pub(crate) fn set_background_color(&self, color: Color) {
        // wry always can.
        let _ = self.web.set_background_color(rgba(color));
        let Color { red, green, blue, alpha } = color;
        if let Some(window) = self.wk().window() {
            window.setBackgroundColor(Some(&NSColor::colorWithSRGBRed_green_blue_alpha(
                red, green, blue, alpha,
            )));
        }
    }

    pub(crate) fn set_zoom_factor(&self, factor: f64) {
        // wry always can.
        let _ = self.web.zoom(factor);
    }

    pub(crate) fn set_user_agent(&self, user_agent: &str) {
        // SAFETY: on the view's own thread.
        unsafe { self.wk().setCustomUserAgent(Some(&NSString::from_str(user_agent))) };
    }

    pub(crate) fn set_audio_muted(&self, _: bool) -> ipc::Result<()> {
        Err(Error::new(Code::NotSupported, "webContents.setAudioMuted: WKWebView plays what its page plays"))
    }

    pub(crate) fn terminate(&self) -> ipc::Result<()> {
        let why = "webContents.forcefullyCrashRenderer: WKWebView keeps its processes to itself";
        Err(Error::new(Code::NotSupported, why))
    }

    pub(crate) fn focus(&self) {
        let view = self.wk();
        if let Some(window) = view.window() {
            window.makeFirstResponder(Some(&view));
        }
    }

    pub(crate) fn close(&self, page: &Page) {
        self.exchange.reset();
        self.requests.reset();
        self.policy.refuse();
        page.stop_find();
    }
}

impl Page {
    /// Beside the page or in a window of its own, as the user had it last.
    pub(crate) fn open_dev_tools(&self, _mode: Option<&str>, _activate: bool) {
        self.web.open_devtools();
        self.tell(Event::DevToolsOpened { id: self.id });
    }

    pub(crate) fn close_dev_tools(&self) {
        if self.web.is_devtools_open() {
            self.web.close_devtools();
            self.tell(Event::DevToolsClosed { id: self.id });
        }
    }

    /// WebKit itself lets an element fill the screen.
    pub(super) fn fill_screen(&self, _: bool) {}

    pub(super) fn ways(&self) -> (bool, bool) {
        let view = self.wk();
        // SAFETY: on the view's own thread.
        unsafe { (view.canGoBack(), view.canGoForward()) }
    }
}

/// Everything that a view reports, and the scripts it starts with. The view must not keep its page alive.
pub(crate) fn connect(page: &Rc<Page>, _: &Options, scripts: &[Script]) -> ipc::Result<()> {
    exchange::connect(page, scripts, &random()?);
    let (main, weak) = (main_thread(), Rc::downgrade(page));
    let delegates = (
        navigation::Navigation::attach(main, &page.wk(), weak.clone()),
        ui::Ui::attach(main, &page.wk(), weak.clone()),
        watch::Watch::attach(page.wk(), weak),
    );
    // Connected but once.
    let _ = page.delegates.set(delegates);
    Ok(())
}

/// Does nothing once the page is gone.
fn with(page: &Weak<Page>, act: impl FnOnce(&Rc<Page>)) {
    if let Some(page) = page.upgrade() {
        act(&page);
    }
}
