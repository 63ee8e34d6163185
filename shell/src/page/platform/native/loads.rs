//! Loading, and what is told of it.

use std::cell::{Cell, RefCell};

use main_process::host::page::Event;

use crate::page::{Page, net_error::NetError};

#[derive(Clone, Copy, PartialEq, Default)]
pub(in super::super) enum Phase {
    #[default]
    Idle,
    /// Asked for, but the old document is still there.
    Provisional,
    /// The new document is there, but not all of it.
    Committed,
}

#[derive(Default)]
pub(in super::super) struct Loads {
    pub(in super::super) phase: Cell<Phase>,
    /// The document's own URL, not that of one that is on its way.
    url: RefCell<String>,
    dom_ready: Cell<bool>,
    /// The last one that was told of this document.
    title: RefCell<Option<String>>,
}

impl Loads {
    pub(in super::super) fn url(&self) -> String {
        self.url.borrow().clone()
    }

    /// Whether `url` is another place in the same document.
    pub(in super::super) fn is_within(&self, url: &str) -> bool {
        url.contains('#') && url.split('#').next() == self.url.borrow().split('#').next()
    }
}

impl Page {
    pub(in super::super) fn began(&self, url: String) {
        self.loads.phase.set(Phase::Provisional);
        self.tell(Event::DidStartLoading { id: self.id });
        self.tell(Event::DidStartNavigation { id: self.id, url });
    }

    pub(in super::super) fn redirected(&self, url: String) {
        self.tell(Event::DidRedirectNavigation { id: self.id, url });
    }

    /// `status` is that of HTTP, where it is known.
    pub(in super::super) fn committed(&self, url: String, status: Option<i32>) {
        self.loads.phase.set(Phase::Committed);
        self.loads.url.replace(url.clone());
        self.loads.dom_ready.set(false);
        self.loads.title.take();
        self.bridge.reset();
        self.requests.reset();
        let (can_go_back, can_go_forward) = self.ways();
        let http_response_code = status.unwrap_or(-1);
        self.tell(Event::DidNavigate { id: self.id, url, http_response_code, can_go_back, can_go_forward });
    }

    /// The URL is another one: if no load is behind that, the document changed it by itself.
    pub(in super::super) fn moved(&self, url: String) {
        if self.loads.phase.get() == Phase::Provisional || *self.loads.url.borrow() == url {
            return;
        }
        if self.loads.url.replace(url.clone()).is_empty() {
            return;
        }
        let (can_go_back, can_go_forward) = self.ways();
        self.tell(Event::DidNavigateInPage { id: self.id, url, can_go_back, can_go_forward });
    }

    /// Views tell of titles a moment after the load, where Chromium tells before; the document itself is asked first.
    pub(in super::super) fn titled(&self, title: String) {
        if self.loads.title.replace(Some(title.clone())).as_ref() != Some(&title) {
            self.tell(Event::TitleUpdated { id: self.id, title });
        }
    }

    /// The document's elements are all there.
    pub(in super::super) fn dom_ready(&self) {
        if !self.loads.dom_ready.replace(true) {
            self.tell(Event::DomReady { id: self.id });
        }
    }

    pub(in super::super) fn finished(&self) {
        self.loads.phase.set(Phase::Idle);
        // Says nothing where it has said so; a page without scripts cannot say it itself.
        self.dom_ready();
        self.tell(Event::DidFinishLoad { id: self.id });
        self.tell(Event::DidStopLoading { id: self.id });
        if !self.is_seen() {
            // Nobody paints what nobody sees.
            self.ready_to_show();
        }
    }

    pub(in super::super) fn load_failed(&self, url: String, (code, description): NetError) {
        self.loads.phase.set(Phase::Idle);
        let (id, description, is_main_frame) = (self.id, description.into(), true);
        self.tell(Event::DidFailLoad { id, code, description, url, is_main_frame });
        self.tell(Event::DidStopLoading { id });
        self.ready_to_show();
    }

    pub(in super::super) fn process_gone(&self, reason: &str, exit_code: i32) {
        self.bridge.reset();
        self.requests.reset();
        self.loads.phase.set(Phase::Idle);
        self.tell(Event::ProcessGone { id: self.id, reason: reason.into(), exit_code });
    }

    fn is_seen(&self) -> bool {
        let window = crate::app::Shell::current().and_then(|shell| shell.windows.get(self.window).ok());
        window.is_some_and(|window| window.native.window().is_visible())
    }
}
