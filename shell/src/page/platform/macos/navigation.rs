//! Loading, and what WebKit tells of it.

use std::rc::{Rc, Weak};

use block2::DynBlock;
use objc2::{
    DefinedClass, MainThreadMarker, MainThreadOnly, define_class, msg_send,
    rc::Retained,
    runtime::{NSObject, NSObjectProtocol, ProtocolObject},
};
use objc2_foundation::{NSError, NSHTTPURLResponse, NSMutableURLRequest, NSString, NSURL};
use objc2_web_kit::{
    WKNavigation, WKNavigationAction, WKNavigationDelegate, WKNavigationResponse, WKNavigationResponsePolicy,
    WKWebView,
};

use super::{policy::Decide, with};
use crate::{
    answer::complain,
    page::{
        Page,
        net_error::{self, NetError},
        platform::native::loads::Phase,
    },
};

define_class!(
    // SAFETY: `NSObject` asks nothing of its subclasses.
    #[unsafe(super(NSObject))]
    #[thread_kind = MainThreadOnly]
    #[ivars = Weak<Page>]
    #[name = "KaonNavigation"]
    pub(super) struct Navigation;

    // SAFETY: it asks nothing of a class.
    unsafe impl NSObjectProtocol for Navigation {}

    // SAFETY: the methods have the types that the protocol declares.
    unsafe impl WKNavigationDelegate for Navigation {
        #[unsafe(method(webView:decidePolicyForNavigationAction:decisionHandler:))]
        fn decide(&self, _: &WKWebView, action: &WKNavigationAction, decide: &DynBlock<Decide>) {
            match self.ivars().upgrade() {
                Some(page) => page.decide(action, decide),
                None => decide.call((objc2_web_kit::WKNavigationActionPolicy::Cancel,)),
            }
        }

        #[unsafe(method(webView:decidePolicyForNavigationResponse:decisionHandler:))]
        fn answered(
            &self,
            _: &WKWebView,
            response: &WKNavigationResponse,
            decide: &DynBlock<dyn Fn(WKNavigationResponsePolicy)>,
        ) {
            let shown = self.ivars().upgrade().is_some_and(|page| page.answered(response));
            decide.call((if shown { WKNavigationResponsePolicy::Allow } else { WKNavigationResponsePolicy::Cancel },));
        }

        #[unsafe(method(webView:didStartProvisionalNavigation:))]
        fn began(&self, view: &WKWebView, _: Option<&WKNavigation>) {
            with(self.ivars(), |page| page.began(url(view)));
        }

        #[unsafe(method(webView:didReceiveServerRedirectForProvisionalNavigation:))]
        fn redirected(&self, view: &WKWebView, _: Option<&WKNavigation>) {
            with(self.ivars(), |page| page.redirected(url(view)));
        }

        #[unsafe(method(webView:didCommitNavigation:))]
        fn committed(&self, view: &WKWebView, _: Option<&WKNavigation>) {
            with(self.ivars(), |page| {
                page.exchange.reset();
                page.policy.settled();
                page.committed(url(view), page.policy.status.take());
            });
        }

        #[unsafe(method(webView:didFinishNavigation:))]
        fn finished(&self, _: &WKWebView, _: Option<&WKNavigation>) {
            with(self.ivars(), |page| {
                page.policy.settled();
                page.finished();
            });
        }

        #[unsafe(method(webView:didFailProvisionalNavigation:withError:))]
        fn failed_early(&self, _: &WKWebView, _: Option<&WKNavigation>, error: &NSError) {
            with(self.ivars(), |page| page.failed(error));
        }

        #[unsafe(method(webView:didFailNavigation:withError:))]
        fn failed(&self, _: &WKWebView, _: Option<&WKNavigation>, error: &NSError) {
            with(self.ivars(), |page| page.failed(error));
        }

        #[unsafe(method(webViewWebContentProcessDidTerminate:))]
        fn terminated(&self, _: &WKWebView) {
            with(self.ivars(), |page| {
                page.exchange.reset();
                page.process_gone("crashed", 11);
            });
        }
    }
);

impl Navigation {
    pub(super) fn attach(main: MainThreadMarker, view: &WKWebView, page: Weak<Page>) -> Retained<Self> {
        let this = Self::alloc(main).set_ivars(page);
        // SAFETY: an object's plain initializer, and then a view on its own thread.
        unsafe {
            let this: Retained<Self> = msg_send![super(this), init];
            view.setNavigationDelegate(Some(ProtocolObject::from_ref(&*this)));
            this
        }
    }
}

pub(super) fn url(view: &WKWebView) -> String {
    // SAFETY: on the view's own thread.
    let url = unsafe { view.URL() };
    url.and_then(|url| url.absoluteString()).map(|url| url.to_string()).unwrap_or_default()
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
        let Some(target) = NSURL::URLWithString(&NSString::from_str(url)) else {
            return self.load_failed(url.into(), net_error::INVALID_URL);
        };
        let request = NSMutableURLRequest::requestWithURL(&target);
        let fields = referrer.map(|referrer| ("Referer", referrer)).into_iter();
        for (name, value) in fields.chain(headers.iter().map(|(name, value)| (name.as_str(), value.as_str())))
        {
            request.addValue_forHTTPHeaderField(&NSString::from_str(value), &NSString::from_str(name));
        }
        self.policy.expect(Some(super::policy::url_of(&request)));
        // SAFETY: on the view's own thread.
        unsafe { self.wk().loadRequest(&request) };
    }

    pub(crate) fn reload(&self, ignore_cache: bool) {
        let view = self.wk();
        self.policy.expect(Some(self.loads.url()));
        // SAFETY: on the view's own thread.
        unsafe { if ignore_cache { view.reloadFromOrigin() } else { view.reload() } };
    }

    pub(crate) fn stop(&self) {
        // SAFETY: on the view's own thread.
        unsafe { self.wk().stopLoading() };
    }

    pub(crate) fn go_back(&self) {
        // SAFETY: on the view's own thread.
        unsafe { self.wk().goBack() };
    }

    pub(crate) fn go_forward(&self) {
        // SAFETY: on the view's own thread.
        unsafe { self.wk().goForward() };
    }

    /// Whether the view can show what came; it keeps no files.
    fn answered(&self, response: &WKNavigationResponse) -> bool {
        // SAFETY: on the view's own thread.
        let (shown, whole, response) =
            unsafe { (response.canShowMIMEType(), response.isForMainFrame(), response.response()) };
        if whole && let Ok(response) = response.downcast::<NSHTTPURLResponse>() {
            self.policy.status.set(i32::try_from(response.statusCode()).ok());
        }
        if !shown {
            complain("a page offers a file: downloads are not supported on this system");
        }
        shown
    }

    /// What was refused before it began was never told of.
    fn failed(&self, error: &NSError) {
        if self.loads.phase.get() == Phase::Idle && !self.policy.expects() {
            return;
        }
        self.policy.settled();
        let url = error.userInfo().objectForKey(&NSString::from_str("NSErrorFailingURLStringKey"));
        let url = url.and_then(|url| url.downcast::<NSString>().ok()).map(|url| url.to_string());
        self.load_failed(url.unwrap_or_else(|| url_or_last(self)), error_of(error));
    }
}

fn url_or_last(page: &Page) -> String {
    let url = url(&page.wk());
    if url.is_empty() { page.loads.url() } else { url }
}

/// Numbers of `NSURLErrorDomain` are below zero, those of `WebKitErrorDomain` above.
fn error_of(error: &NSError) -> NetError {
    match error.code() {
        -999 | 102 => net_error::ABORTED,
        -1000 => net_error::INVALID_URL,
        -1001 => net_error::TIMED_OUT,
        -1002 | 101 => net_error::UNKNOWN_URL_SCHEME,
        -1003 | -1006 => net_error::NAME_NOT_RESOLVED,
        -1004 => net_error::CONNECTION_REFUSED,
        -1005 => net_error::CONNECTION_CLOSED,
        -1007 => net_error::TOO_MANY_REDIRECTS,
        -1009 => net_error::INTERNET_DISCONNECTED,
        -1014 => net_error::EMPTY_RESPONSE,
        -1100 => net_error::FILE_NOT_FOUND,
        -1102 => net_error::ACCESS_DENIED,
        -1206..=-1200 => net_error::CERT_INVALID,
        103 => net_error::UNSAFE_PORT,
        _ => net_error::FAILED,
    }
}
