//! Where a page may go: it is asked first whoever goes by itself.

use std::cell::{Cell, RefCell};

use block2::{DynBlock, RcBlock};
use ipc::{Code, Error};
use main_process::host::page::Event;
use objc2::{msg_send, runtime::NSObjectProtocol, sel};
use objc2_foundation::NSURLRequest;
use objc2_web_kit::{WKNavigationAction, WKNavigationActionPolicy as Action, WKNavigationType};

use crate::page::{Page, platform::native::loads::Phase};

pub(super) type Decide = dyn Fn(Action);

#[derive(Default)]
pub(super) struct Policy {
    /// The next navigation is the main process' own, to this URL.
    expected: RefCell<Option<String>>,
    /// The one that the main process is asked about.
    asked: RefCell<Option<(u64, Asked)>>,
    count: Cell<u64>,
    /// What HTTP said of the document that is on its way.
    pub(super) status: Cell<Option<i32>>,
}

/// A decision that is put off. WebKit insists on one.
struct Asked(RcBlock<Decide>);

impl Policy {
    pub(super) fn expect(&self, url: Option<String>) {
        self.expected.replace(url);
        self.refuse();
    }

    /// A load came to its document or to its end.
    pub(super) fn settled(&self) {
        self.expected.take();
    }

    pub(super) fn expects(&self) -> bool {
        self.expected.borrow().is_some()
    }

    pub(super) fn refuse(&self) {
        if let Some((_, Asked(decide))) = self.asked.take() {
            decide.call((Action::Cancel,));
        }
    }
}

pub(super) fn url_of(request: &NSURLRequest) -> String {
    request.URL().and_then(|url| url.absoluteString()).map(|url| url.to_string()).unwrap_or_default()
}

impl Page {
    pub(crate) fn navigate(&self, navigation: u64) -> ipc::Result<()> {
        let asked = self.policy.asked.borrow_mut().take_if(|(number, _)| *number == navigation);
        match asked {
            Some((_, Asked(decide))) => {
                decide.call((Action::Allow,));
                Ok(())
            }
            None => Err(Error::new(Code::InvalidState, format!("Navigation {navigation} is over"))),
        }
    }

    pub(super) fn decide(&self, action: &WKNavigationAction, decide: &DynBlock<Decide>) {
        // SAFETY: on the view's own thread.
        let (url, whole) = unsafe {
            // Without a frame it is a window that is wanted: that is asked elsewhere.
            let whole = action.targetFrame().is_some_and(|frame| frame.isMainFrame());
            (url_of(&action.request()), whole)
        };
        if !whole || !self.goes_by_itself(action, &url) {
            return decide.call((Action::Allow,));
        }
        self.policy.refuse();
        let navigation = self.policy.count.get() + 1;
        self.policy.count.set(navigation);
        self.policy.asked.replace(Some((navigation, Asked(decide.copy()))));
        self.tell(Event::WillNavigate { id: self.id, navigation, url });
    }

    /// Whether it is the document that wants to leave for another.
    fn goes_by_itself(&self, action: &WKNavigationAction, url: &str) -> bool {
        // SAFETY: on the view's own thread.
        let kind = unsafe { action.navigationType() };
        let back = [WKNavigationType::BackForward, WKNavigationType::Reload].contains(&kind);
        let inner = ["about:", "javascript:"].iter().any(|scheme| url.starts_with(scheme));
        let expected = self.policy.expected.borrow().as_deref() == Some(url);
        let stays = back || inner || expected || self.loads.is_within(url) || self.loads.url().is_empty();
        !stays && !self.is_redirect(action)
    }

    /// A load on its way is sent elsewhere. Where WebKit does not say so, one that is on its way is taken for that.
    fn is_redirect(&self, action: &WKNavigationAction) -> bool {
        if action.respondsToSelector(sel!(_isRedirect)) {
            // SAFETY: it has the method, a boolean getter.
            return unsafe { msg_send![action, _isRedirect] };
        }
        self.loads.phase.get() == Phase::Provisional
    }
}
