//! Properties of the view that say so when they change.

use std::{ffi::c_void, rc::Weak};

use objc2::{
    AnyThread, DefinedClass, define_class, msg_send,
    rc::Retained,
    runtime::{AnyObject, NSObject, NSObjectProtocol},
};
use objc2_foundation::{
    NSDictionary, NSKeyValueObservingOptions, NSObjectNSKeyValueObserverRegistration, NSString,
};
use objc2_web_kit::WKWebView;

use super::{navigation::url, with};
use crate::{app::soon, page::Page};

const PROPERTIES: [&str; 2] = ["title", "URL"];

define_class!(
    // SAFETY: `NSObject` asks nothing of its subclasses.
    #[unsafe(super(NSObject))]
    #[ivars = Weak<Page>]
    #[name = "KaonObserver"]
    struct Observer;

    // SAFETY: it asks nothing of a class.
    unsafe impl NSObjectProtocol for Observer {}

    impl Observer {
        #[unsafe(method(observeValueForKeyPath:ofObject:change:context:))]
        fn observe(
            &self,
            property: Option<&NSString>,
            _: Option<&AnyObject>,
            _: Option<&NSDictionary<NSString, AnyObject>>,
            _: *mut c_void,
        ) {
            let title = property.is_some_and(|property| property.to_string() == "title");
            with(self.ivars(), |page| if title { page.retitled() } else { page.relocated() });
        }
    }
);

/// As long as this is there, the view is watched.
pub(super) struct Watch {
    view: Retained<WKWebView>,
    observer: Retained<Observer>,
}

impl Watch {
    pub(super) fn attach(view: Retained<WKWebView>, page: Weak<Page>) -> Self {
        let this = Observer::alloc().set_ivars(page);
        // SAFETY: an object's plain initializer.
        let observer: Retained<Observer> = unsafe { msg_send![super(this), init] };
        for property in PROPERTIES {
            // SAFETY: the observer has the method for it, and `drop` takes it away before it goes.
            unsafe {
                view.addObserver_forKeyPath_options_context(
                    &observer,
                    &NSString::from_str(property),
                    NSKeyValueObservingOptions::New,
                    std::ptr::null_mut(),
                );
            }
        }
        Self { view, observer }
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        for property in PROPERTIES {
            // SAFETY: added by `attach`.
            unsafe { self.view.removeObserver_forKeyPath(&self.observer, &NSString::from_str(property)) };
        }
    }
}

impl Page {
    fn retitled(&self) {
        // SAFETY: on the view's own thread.
        let title = unsafe { self.wk().title() }.map(|title| title.to_string()).unwrap_or_default();
        if !title.is_empty() {
            self.titled(title);
        }
    }

    /// WebKit may say so just before it says that a load began.
    fn relocated(self: &std::rc::Rc<Self>) {
        let page = std::rc::Rc::downgrade(self);
        soon(move || {
            with(&page, |page| {
                if !page.policy.expects() {
                    page.moved(url(&page.wk()));
                }
            });
        });
    }
}
