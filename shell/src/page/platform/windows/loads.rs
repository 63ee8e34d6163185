//! Loading, and what WebView2 and the protocol tell of it.

use std::rc::Rc;

use main_process::host::page::Event;
use serde_json::Value;
use webview2_com::{
    DocumentTitleChangedEventHandler, Microsoft::Web::WebView2::Win32::*, NavigationCompletedEventHandler,
    NavigationStartingEventHandler, ProcessFailedEventHandler, take_pwstr,
};
use windows::core::{BOOL, Interface, PWSTR, Result};
use wry::http::{HeaderMap, HeaderName, HeaderValue};

use super::{handler, protocol, with};
use crate::page::{
    Page,
    net_error::{self, NetError},
};

pub(super) fn connect(page: &Rc<Page>) -> Result<()> {
    protocol::hear(page, "Page.frameNavigated", |page, event| page.arrived(&event["frame"]))?;
    protocol::hear(page, "Page.navigatedWithinDocument", |page, event| {
        if page.exchange.is_top(&event["frameId"]) {
            page.moved(event["url"].as_str().unwrap_or_default().into());
        }
    })?;
    protocol::hear(page, "Runtime.consoleAPICalled", Page::said)?;
    let starting = NavigationStartingEventHandler::create(handler(page, |page, event| page.starting(event)));
    let completed =
        NavigationCompletedEventHandler::create(handler(page, |page, event| page.completed(event)));
    let failed = ProcessFailedEventHandler::create(handler(page, |page, event| page.process_failed(event)));
    let weak = Rc::downgrade(page);
    let titled = DocumentTitleChangedEventHandler::create(Box::new(move |core, _| {
        let mut title = PWSTR::null();
        if let Some(core) = core {
            // SAFETY: on the view's own thread; the text is ours from here on.
            let title = unsafe {
                core.DocumentTitle(&raw mut title)?;
                take_pwstr(title)
            };
            with(&weak, |page| page.titled(title));
        }
        Ok(())
    }));
    // SAFETY: on the view's own thread.
    unsafe {
        let core = page.core();
        core.add_NavigationStarting(&starting, &mut 0)?;
        core.add_NavigationCompleted(&completed, &mut 0)?;
        core.add_DocumentTitleChanged(&titled, &mut 0)?;
        core.add_ProcessFailed(&failed, &mut 0)
    }
}

impl Page {
    pub(crate) fn load(
        self: &Rc<Self>,
        url: &str,
        user_agent: Option<&str>,
        referrer: Option<&str>,
        headers: &[(String, String)],
    ) {
        if let Some(user_agent) = user_agent {
            self.set_user_agent(user_agent);
        }
        let fields = referrer.map(|referrer| ("Referer", referrer)).into_iter();
        let fields = fields.chain(headers.iter().map(|(name, value)| (name.as_str(), value.as_str())));
        let map = fields.filter_map(|(name, value)| {
            Some((HeaderName::from_bytes(name.as_bytes()).ok()?, HeaderValue::from_str(value).ok()?))
        });
        let (url, headers) = (url.to_owned(), map.collect::<HeaderMap>());
        self.when_ready(move |page| {
            page.refuse();
            page.policy.expected.set(true);
            let plain = headers.is_empty();
            let begun =
                if plain { page.web.load_url(&url) } else { page.web.load_url_with_headers(&url, headers) };
            if begun.is_err() {
                page.policy.expected.set(false);
                page.load_failed(url, net_error::INVALID_URL);
            }
        });
    }

    pub(crate) fn reload(&self, ignore_cache: bool) {
        self.policy.expected.set(true);
        let parameters = serde_json::json!({ "ignoreCache": ignore_cache });
        protocol::tell(&self.core(), "Page.reload", &parameters);
    }

    pub(crate) fn stop(&self) {
        // SAFETY: on the view's own thread. Where nothing loads there is nothing to stop.
        let _ = unsafe { self.core().Stop() };
    }

    pub(crate) fn go_back(&self) {
        // Where there is no way back, nothing happens.
        let _ = self.web.go_back();
    }

    pub(crate) fn go_forward(&self) {
        // Where there is no way forward, nothing happens.
        let _ = self.web.go_forward();
    }

    fn starting(&self, arguments: &ICoreWebView2NavigationStartingEventArgs) -> Result<()> {
        let (mut url, mut id, mut redirected) = (PWSTR::null(), 0, BOOL::default());
        // SAFETY: on the view's own thread; the text is ours from here on.
        let url = unsafe {
            arguments.Uri(&raw mut url)?;
            arguments.NavigationId(&raw mut id)?;
            arguments.IsRedirected(&raw mut redirected)?;
            take_pwstr(url)
        };
        if redirected.as_bool() {
            if self.policy.told.borrow().0 == id {
                self.redirected(url);
            }
            return Ok(());
        }
        if self.loads.is_within(&url) {
            return Ok(());
        }
        let expected = self.policy.expected.replace(false) || returns(arguments);
        if expected || self.loads.url().is_empty() || url.starts_with("about:") {
            self.policy.started.take();
            self.policy.told.replace((id, url.clone()));
            self.began(url);
        } else if url.starts_with("http:") || url.starts_with("https:") {
            self.policy.started.replace(Some((id, url)));
        } else {
            // SAFETY: on the view's own thread.
            unsafe { arguments.SetCancel(true)? };
            self.ask_again(url);
        }
        Ok(())
    }

    fn completed(&self, arguments: &ICoreWebView2NavigationCompletedEventArgs) -> Result<()> {
        let (mut id, mut success, mut error, mut status) =
            (0, BOOL::default(), COREWEBVIEW2_WEB_ERROR_STATUS::default(), 0);
        // SAFETY: on the view's own thread.
        unsafe {
            arguments.NavigationId(&raw mut id)?;
            arguments.IsSuccess(&raw mut success)?;
            arguments.WebErrorStatus(&raw mut error)?;
            if let Ok(newer) = arguments.cast::<ICoreWebView2NavigationCompletedEventArgs2>() {
                newer.HttpStatusCode(&raw mut status)?;
            }
        }
        let (told, url) = self.policy.told.borrow().clone();
        if told != id {
            return Ok(());
        }
        // A server that answers with an error has answered.
        if success.as_bool() || status >= 400 {
            self.finished();
        } else {
            let file = error == COREWEBVIEW2_WEB_ERROR_STATUS_UNKNOWN && url.starts_with("file:");
            self.load_failed(url, if file { net_error::FILE_NOT_FOUND } else { error_of(error) });
        }
        Ok(())
    }

    /// The document is there. The protocol says so in time with its worlds and their messages, WebView2 some time later.
    fn arrived(&self, frame: &Value) {
        if frame["parentId"].is_string() {
            return;
        }
        self.exchange.set_top(&frame["id"]);
        if frame["unreachableUrl"].is_string() {
            // An error's own page.
            return;
        }
        let part = |name: &str| frame[name].as_str().unwrap_or_default();
        self.committed(format!("{}{}", part("url"), part("urlFragment")), None);
    }

    fn said(self: &Rc<Self>, event: &Value) {
        let word = |value: &Value| match (&value["value"], value["description"].as_str()) {
            (Value::String(text), _) => text.clone(),
            (Value::Null, Some(text)) => text.into(),
            (Value::Null, None) => value["type"].as_str().unwrap_or_default().into(),
            (value, _) => value.to_string(),
        };
        let message = event["args"].as_array().into_iter().flatten().map(word).collect::<Vec<_>>().join(" ");
        let place = &event["stackTrace"]["callFrames"][0];
        let level = match event["type"].as_str() {
            Some("debug") => 0,
            Some("warning") => 2,
            Some("error" | "assert") => 3,
            _ => 1,
        };
        // The protocol counts from 0.
        let line =
            place["lineNumber"].as_u64().and_then(|line| u32::try_from(line + 1).ok()).unwrap_or_default();
        let source_id = place["url"].as_str().unwrap_or_default().into();
        self.tell(Event::ConsoleMessage { id: self.id, level, message, line, source_id });
    }

    fn process_failed(&self, arguments: &ICoreWebView2ProcessFailedEventArgs) -> Result<()> {
        let mut kind = COREWEBVIEW2_PROCESS_FAILED_KIND::default();
        // SAFETY: on the view's own thread.
        unsafe { arguments.ProcessFailedKind(&raw mut kind)? };
        match kind {
            COREWEBVIEW2_PROCESS_FAILED_KIND_RENDER_PROCESS_UNRESPONSIVE => {
                self.tell(Event::Unresponsive { id: self.id })
            }
            COREWEBVIEW2_PROCESS_FAILED_KIND_RENDER_PROCESS_EXITED
            | COREWEBVIEW2_PROCESS_FAILED_KIND_BROWSER_PROCESS_EXITED => {
                self.worlds_gone();
                let (reason, code) = reason_of(arguments)?;
                self.process_gone(reason, code);
            }
            _ => {}
        }
        Ok(())
    }
}

/// Whether it is a document that was there before: nobody is asked about those.
fn returns(arguments: &ICoreWebView2NavigationStartingEventArgs) -> bool {
    let mut kind = COREWEBVIEW2_NAVIGATION_KIND_NEW_DOCUMENT;
    if let Ok(newer) = arguments.cast::<ICoreWebView2NavigationStartingEventArgs3>() {
        // SAFETY: on the view's own thread. Where it fails the kind stays what it is.
        let _ = unsafe { newer.NavigationKind(&raw mut kind) };
    }
    kind != COREWEBVIEW2_NAVIGATION_KIND_NEW_DOCUMENT
}

fn reason_of(arguments: &ICoreWebView2ProcessFailedEventArgs) -> Result<(&'static str, i32)> {
    let (mut reason, mut code) = (COREWEBVIEW2_PROCESS_FAILED_REASON::default(), 0);
    if let Ok(newer) = arguments.cast::<ICoreWebView2ProcessFailedEventArgs2>() {
        // SAFETY: on the view's own thread.
        unsafe {
            newer.Reason(&raw mut reason)?;
            newer.ExitCode(&raw mut code)?;
        }
    }
    Ok(match reason {
        COREWEBVIEW2_PROCESS_FAILED_REASON_TERMINATED => ("killed", code),
        COREWEBVIEW2_PROCESS_FAILED_REASON_LAUNCH_FAILED => ("launch-failed", code),
        COREWEBVIEW2_PROCESS_FAILED_REASON_OUT_OF_MEMORY => ("oom", code),
        _ => ("crashed", code),
    })
}

fn error_of(error: COREWEBVIEW2_WEB_ERROR_STATUS) -> NetError {
    match error {
        COREWEBVIEW2_WEB_ERROR_STATUS_CERTIFICATE_COMMON_NAME_IS_INCORRECT
        | COREWEBVIEW2_WEB_ERROR_STATUS_CERTIFICATE_EXPIRED
        | COREWEBVIEW2_WEB_ERROR_STATUS_CERTIFICATE_REVOKED
        | COREWEBVIEW2_WEB_ERROR_STATUS_CERTIFICATE_IS_INVALID => net_error::CERT_INVALID,
        COREWEBVIEW2_WEB_ERROR_STATUS_SERVER_UNREACHABLE => net_error::ADDRESS_UNREACHABLE,
        COREWEBVIEW2_WEB_ERROR_STATUS_TIMEOUT => net_error::TIMED_OUT,
        COREWEBVIEW2_WEB_ERROR_STATUS_ERROR_HTTP_INVALID_SERVER_RESPONSE => net_error::EMPTY_RESPONSE,
        COREWEBVIEW2_WEB_ERROR_STATUS_CONNECTION_ABORTED => net_error::CONNECTION_CLOSED,
        COREWEBVIEW2_WEB_ERROR_STATUS_CONNECTION_RESET => net_error::CONNECTION_RESET,
        COREWEBVIEW2_WEB_ERROR_STATUS_DISCONNECTED => net_error::INTERNET_DISCONNECTED,
        COREWEBVIEW2_WEB_ERROR_STATUS_CANNOT_CONNECT => net_error::CONNECTION_REFUSED,
        COREWEBVIEW2_WEB_ERROR_STATUS_HOST_NAME_NOT_RESOLVED => net_error::NAME_NOT_RESOLVED,
        COREWEBVIEW2_WEB_ERROR_STATUS_OPERATION_CANCELED => net_error::ABORTED,
        COREWEBVIEW2_WEB_ERROR_STATUS_REDIRECT_FAILED => net_error::TOO_MANY_REDIRECTS,
        _ => net_error::FAILED,
    }
}
