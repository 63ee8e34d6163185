//! Where a page may go: it is asked first whoever goes by itself, and nothing opens windows but the main process.
//!
//! WebView2 itself wants to know at once whether a page may go. Requests over HTTP are held by the protocol instead, so
//! that a form that is posted keeps what it carries; anything else is refused and begun again.

use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};

use ipc::{Code, Error};
use main_process::host::page::Event;
use serde_json::{Value, json};
use webview2_com::{
    Microsoft::Web::WebView2::Win32::{
        ICoreWebView2NewWindowRequestedEventArgs, ICoreWebView2NewWindowRequestedEventArgs2,
        ICoreWebView2WindowFeatures,
    },
    NewWindowRequestedEventHandler, WindowCloseRequestedEventHandler, take_pwstr,
};
use windows::core::{BOOL, Interface, PWSTR, Result};

use super::{protocol, with};
use crate::page::Page;

#[derive(Default)]
pub(super) struct Policy {
    /// The next navigation is the main process' own.
    pub(super) expected: Cell<bool>,
    /// The one that is told of, by WebView2's number, and where it goes.
    pub(super) told: RefCell<(u64, String)>,
    /// The one that has started, but whose request is not held yet.
    pub(super) started: RefCell<Option<(u64, String)>>,
    /// The one that the main process is asked about.
    asked: RefCell<Option<(u64, Asked)>>,
    count: Cell<u64>,
}

enum Asked {
    /// The protocol holds this request, of this navigation.
    Held { request: String, id: u64, url: String },
    /// Refused, and to be begun again.
    Again { url: String },
}

pub(super) fn connect(page: &Rc<Page>) -> Result<()> {
    protocol::hear(page, "Fetch.requestPaused", Page::held)?;
    let weak = Rc::downgrade(page);
    let opens = NewWindowRequestedEventHandler::create(Box::new(move |_, arguments| {
        let Some(arguments) = arguments else { return Ok(()) };
        // SAFETY: on the view's own thread.
        unsafe { arguments.SetHandled(true)? };
        let (url, named) = wanted(&arguments)?;
        with(&weak, |page| {
            if page.opening.borrow().1.is_empty() {
                page.opening.replace(named);
            }
            page.window_open(url, None);
        });
        Ok(())
    }));
    let weak = Rc::downgrade(page);
    let closes = WindowCloseRequestedEventHandler::create(Box::new(move |_, _| {
        with(&weak, |page| page.closes());
        Ok(())
    }));
    // SAFETY: on the view's own thread.
    unsafe {
        page.core().add_NewWindowRequested(&opens, &mut 0)?;
        page.core().add_WindowCloseRequested(&closes, &mut 0)
    }
}

/// The URL, and the window's name and features.
fn wanted(arguments: &ICoreWebView2NewWindowRequestedEventArgs) -> Result<(String, (String, String))> {
    let (mut url, mut name) = (PWSTR::null(), PWSTR::null());
    // SAFETY: on the view's own thread; the texts are ours from here on.
    unsafe {
        arguments.Uri(&raw mut url)?;
        if let Ok(newer) = arguments.cast::<ICoreWebView2NewWindowRequestedEventArgs2>() {
            newer.Name(&raw mut name)?;
        }
        Ok((take_pwstr(url), (take_pwstr(name), features(&arguments.WindowFeatures()?)?)))
    }
}

fn features(wanted: &ICoreWebView2WindowFeatures) -> Result<String> {
    let mut known = Vec::new();
    let (mut has, mut first, mut second) = (BOOL::default(), 0, 0);
    // SAFETY: on the view's own thread.
    unsafe {
        wanted.HasPosition(&raw mut has)?;
        if has.as_bool() {
            wanted.Left(&raw mut first)?;
            wanted.Top(&raw mut second)?;
            known.push(format!("left={first},top={second}"));
        }
        wanted.HasSize(&raw mut has)?;
        if has.as_bool() {
            wanted.Width(&raw mut first)?;
            wanted.Height(&raw mut second)?;
            known.push(format!("width={first},height={second}"));
        }
    }
    Ok(known.join(","))
}

impl Page {
    pub(crate) fn navigate(&self, navigation: u64) -> ipc::Result<()> {
        let asked = self.policy.asked.borrow_mut().take_if(|(number, _)| *number == navigation);
        match asked {
            Some((_, Asked::Held { request, id, url })) => {
                self.policy.told.replace((id, url.clone()));
                self.began(url);
                protocol::try_tell(&self.core(), "Fetch.continueRequest", &json!({ "requestId": request }));
                Ok(())
            }
            Some((_, Asked::Again { url })) => {
                self.policy.expected.set(true);
                let failed = |error| {
                    Error::new(Code::OperationFailed, format!("The page cannot go to {url}: {error}"))
                };
                self.web.load_url(&url).map_err(failed)
            }
            None => Err(Error::new(Code::InvalidState, format!("Navigation {navigation} is over"))),
        }
    }

    pub(super) fn refuse(&self) {
        if let Some((_, Asked::Held { request, .. })) = self.policy.asked.take() {
            let parameters = json!({ "requestId": request, "errorReason": "Aborted" });
            protocol::try_tell(&self.core(), "Fetch.failRequest", &parameters);
        }
    }

    fn ask(&self, asked: Asked, url: String) {
        self.refuse();
        let navigation = self.policy.count.get() + 1;
        self.policy.count.set(navigation);
        self.policy.asked.replace(Some((navigation, asked)));
        self.tell(Event::WillNavigate { id: self.id, navigation, url });
    }

    /// A page wants to go where no request can be held.
    pub(super) fn ask_again(&self, url: String) {
        self.ask(Asked::Again { url: url.clone() }, url);
    }

    /// A request for a document, held until it is let go: frames' and the main process' own are so at once.
    fn held(self: &Rc<Self>, event: &Value) {
        let request = event["requestId"].as_str().unwrap_or_default().to_owned();
        let whole = self.exchange.is_top(&event["frameId"]) && event["redirectedRequestId"].is_null();
        let started = if whole { self.policy.started.take() } else { None };
        match started {
            Some((id, url)) => self.ask(Asked::Held { request, id, url: url.clone() }, url),
            None => {
                protocol::try_tell(&self.core(), "Fetch.continueRequest", &json!({ "requestId": request }))
            }
        }
    }
}
