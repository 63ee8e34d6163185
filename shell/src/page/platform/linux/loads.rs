//! Loading, and what is told of it.

use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};

use gtk::{gio, glib, prelude::*};
use main_process::host::page::Event;
use webkit2gtk::{
    LoadEvent, NetworkError, PolicyError, SettingsExt, URIRequest, URIRequestExt, URIResponseExt,
    WebProcessTerminationReason, WebResourceExt, WebViewExt,
};

use super::{View, handler, soon};
use crate::page::{
    Page,
    net_error::{self, NetError},
};

#[derive(Clone, Copy, PartialEq, Default)]
enum Phase {
    #[default]
    Idle,
    /// Asked for, but the old document is still there.
    Provisional,
    /// The new document is there, but not all of it.
    Committed,
}

#[derive(Default)]
pub(super) struct Loads {
    phase: Cell<Phase>,
    /// The document's own URL. WebKit's `uri` is the next document's already while that one is on its way.
    url: RefCell<String>,
    /// Where the load that is under way goes.
    target: RefCell<String>,
    /// Where the page is on its way to.
    next: RefCell<String>,
    /// The end of a load is due that another one has overtaken; WebKit tells of it after the start of that one.
    overtaken: Cell<bool>,
    failed: Cell<bool>,
    /// By another one, which the main process may have asked for.
    broken_off: Cell<bool>,
    dom_ready: Cell<bool>,
    /// The last one that was told of this document.
    title: RefCell<Option<String>>,
}

impl Loads {
    pub(super) fn url(&self) -> String {
        self.url.borrow().clone()
    }
}

impl View {
    pub(crate) fn load(
        &self,
        url: &str,
        user_agent: Option<&str>,
        referrer: Option<&str>,
        headers: &[(String, String)],
    ) {
        if let (Some(user_agent), Some(settings)) = (user_agent, WebViewExt::settings(&self.web)) {
            settings.set_user_agent(Some(user_agent));
        }
        let request = URIRequest::new(url);
        if let Some(fields) = request.http_headers() {
            referrer.into_iter().for_each(|referrer| fields.append("Referer", referrer));
            headers.iter().for_each(|(name, value)| fields.append(name, value));
        }
        self.policy.expect_load(url);
        self.web.load_request(&request);
    }

    pub(crate) fn reload(&self, ignore_cache: bool) {
        self.policy.expect();
        if ignore_cache {
            self.web.reload_bypass_cache();
        } else {
            self.web.reload();
        }
    }

    pub(crate) fn stop(&self) {
        self.policy.settled();
        self.web.stop_loading();
    }

    pub(crate) fn go_back(&self) {
        self.policy.expect();
        self.web.go_back();
    }

    pub(crate) fn go_forward(&self) {
        self.policy.expect();
        self.web.go_forward();
    }
}

pub(super) fn connect(page: &Rc<Page>) {
    let changed = handler(page, |page, event| page.load_changed(event));
    page.web.connect_load_changed(move |_, event| changed(event));
    let failed =
        handler(page, |page, (url, error): (String, glib::Error)| page.load_failed(url, error_of(&error)));
    page.web.connect_load_failed(move |_, _, url, error| {
        failed((url.into(), error.clone()));
        // Taken care of: WebKit would show a page of its own.
        true
    });
    let failed = handler(page, |page, url| page.load_failed(url, net_error::CERT_INVALID));
    page.web.connect_load_failed_with_tls_errors(move |_, url, _, _| {
        failed(url.into());
        true
    });
    let moved = handler(page, |page, ()| moved(page));
    page.web.connect_uri_notify(move |_| moved(()));
    let titled = handler(page, |page, title| page.titled(title));
    page.web.connect_title_notify(move |web| {
        if let Some(title) = web.title().filter(|title| !title.is_empty()) {
            titled(title.into());
        }
    });
    let gone = handler(page, |page, reason| page.process_gone(reason));
    page.web.connect_web_process_terminated(move |_, reason| gone(reason));
    let responsive = handler(page, |page, responsive| {
        let id = page.id;
        page.tell(if responsive { Event::Responsive { id } } else { Event::Unresponsive { id } });
    });
    page.web.connect_is_web_process_responsive_notify(move |web| responsive(web.is_web_process_responsive()));
}

/// The URL is another one: if no load is behind that, the document changed it by itself.
fn moved(page: &Rc<Page>) {
    let weak = Rc::downgrade(page);
    // WebKit may say so just before it says that a load began.
    soon(move || {
        let Some(page) = weak.upgrade() else { return };
        let url = page.web.uri().map(String::from).unwrap_or_default();
        if page.loads.phase.get() == Phase::Provisional
            || page.policy.expects()
            || *page.loads.url.borrow() == url
        {
            return;
        }
        if page.loads.url.replace(url.clone()).is_empty() {
            return;
        }
        let (can_go_back, can_go_forward) = (page.web.can_go_back(), page.web.can_go_forward());
        page.tell(Event::DidNavigateInPage { id: page.id, url, can_go_back, can_go_forward });
    });
}

impl Page {
    fn load_changed(&self, event: LoadEvent) {
        let id = self.id;
        let url = self.web.uri().map(String::from).unwrap_or_default();
        match event {
            LoadEvent::Started => {
                self.loads.phase.set(Phase::Provisional);
                self.loads.failed.set(false);
                self.loads.broken_off.set(false);
                self.loads.next.replace(url.clone());
                self.loads.target.replace(url.clone());
                self.tell(Event::DidStartLoading { id });
                self.tell(Event::DidStartNavigation { id, url });
            }
            LoadEvent::Redirected => {
                self.loads.target.replace(url.clone());
                self.loads.next.replace(url.clone());
                self.tell(Event::DidRedirectNavigation { id, url });
            }
            LoadEvent::Committed => self.committed(url),
            LoadEvent::Finished => self.finished(),
            _ => {}
        }
    }

    fn committed(&self, url: String) {
        self.loads.phase.set(Phase::Committed);
        self.loads.url.replace(url.clone());
        self.loads.dom_ready.set(false);
        self.loads.title.take();
        self.bridge.reset();
        self.exchange.reset();
        self.policy.settled();
        self.forget_css();
        let target = self.loads.target.take();
        if url == "about:blank" && target != url {
            // What WebKit puts in the place of a page from a port that browsers keep away from.
            return self.load_failed(target, net_error::UNSAFE_PORT);
        }
        let response = self.web.main_resource().and_then(|resource| resource.response());
        let status = response.map(|response| response.status_code() as i32).filter(|&status| status > 0);
        self.tell(Event::DidNavigate {
            id: self.id,
            url,
            http_response_code: status.unwrap_or(-1),
            can_go_back: self.web.can_go_back(),
            can_go_forward: self.web.can_go_forward(),
        });
    }

    /// WebKit tells of titles a moment after the load, where Chromium tells before; the document itself is asked first.
    pub(super) fn titled(&self, title: String) {
        if self.loads.title.replace(Some(title.clone())).as_ref() != Some(&title) {
            self.tell(Event::TitleUpdated { id: self.id, title });
        }
    }

    /// The document's elements are all there.
    pub(super) fn dom_ready(&self) {
        if !self.loads.dom_ready.replace(true) {
            self.tell(Event::DomReady { id: self.id });
        }
    }

    fn finished(&self) {
        let id = self.id;
        if self.loads.overtaken.take() {
            return;
        }
        self.loads.phase.set(Phase::Idle);
        if !self.loads.broken_off.get() {
            self.policy.settled();
        }
        if !self.loads.failed.get() {
            // Says nothing where it has said so; a page without scripts cannot say it itself.
            self.dom_ready();
            self.tell(Event::DidFinishLoad { id });
        }
        self.tell(Event::DidStopLoading { id });
        if !self.web.is_mapped() || self.loads.failed.get() {
            self.ready_to_show();
        }
    }

    fn load_failed(&self, url: String, (code, description): NetError) {
        if code == net_error::ABORTED.0 && *self.loads.next.borrow() != url {
            return self.loads.overtaken.set(true);
        }
        self.loads.failed.set(true);
        self.loads.phase.set(Phase::Idle);
        if code == net_error::ABORTED.0 {
            self.loads.broken_off.set(true);
        } else {
            self.policy.settled();
        }
        let (id, description, is_main_frame) = (self.id, description.into(), true);
        self.tell(Event::DidFailLoad { id, code, description, url, is_main_frame });
    }

    fn process_gone(&self, reason: WebProcessTerminationReason) {
        self.bridge.reset();
        self.exchange.reset();
        self.loads.phase.set(Phase::Idle);
        let (reason, exit_code) = match reason {
            WebProcessTerminationReason::ExceededMemoryLimit => ("oom", 137),
            WebProcessTerminationReason::TerminatedByApi => ("killed", 9),
            _ => ("crashed", 11),
        };
        self.tell(Event::ProcessGone { id: self.id, reason: reason.into(), exit_code });
    }
}

/// WebKit reports its own errors, GIO's, the resolver's and TLS' in one place.
fn error_of(error: &glib::Error) -> NetError {
    if let Some(error) = error.kind::<NetworkError>() {
        return match error {
            NetworkError::FileDoesNotExist => net_error::FILE_NOT_FOUND,
            NetworkError::UnknownProtocol => net_error::UNKNOWN_URL_SCHEME,
            NetworkError::Cancelled => net_error::ABORTED,
            _ => net_error::FAILED,
        };
    }
    if let Some(error) = error.kind::<PolicyError>() {
        return match error {
            PolicyError::CannotUseRestrictedPort => net_error::UNSAFE_PORT,
            PolicyError::CannotShowUri => net_error::UNKNOWN_URL_SCHEME,
            PolicyError::FrameLoadInterruptedByPolicyChange | PolicyError::CannotShowMimeType => {
                net_error::ABORTED
            }
            _ => net_error::FAILED,
        };
    }
    if error.kind::<gio::ResolverError>().is_some() {
        return net_error::NAME_NOT_RESOLVED;
    }
    if error.kind::<gio::TlsError>().is_some() {
        return net_error::CERT_INVALID;
    }
    error.kind::<gio::IOErrorEnum>().map_or(net_error::FAILED, io_error)
}

fn io_error(error: gio::IOErrorEnum) -> NetError {
    use gio::IOErrorEnum as Io;
    match error {
        Io::NotFound => net_error::FILE_NOT_FOUND,
        Io::PermissionDenied => net_error::ACCESS_DENIED,
        Io::TimedOut => net_error::TIMED_OUT,
        Io::Cancelled => net_error::ABORTED,
        Io::ConnectionRefused => net_error::CONNECTION_REFUSED,
        Io::BrokenPipe => net_error::CONNECTION_CLOSED,
        Io::HostNotFound => net_error::NAME_NOT_RESOLVED,
        Io::HostUnreachable => net_error::ADDRESS_UNREACHABLE,
        Io::NetworkUnreachable => net_error::INTERNET_DISCONNECTED,
        _ => net_error::FAILED,
    }
}
