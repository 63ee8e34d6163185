//! What a page wants of the user: windows, dialogs, devices.

use std::rc::Weak;

use block2::{DynBlock, RcBlock};
use objc2::{
    DefinedClass, MainThreadMarker, MainThreadOnly, define_class, msg_send,
    rc::Retained,
    runtime::{Bool, NSObject, NSObjectProtocol, ProtocolObject},
};
use objc2_app_kit::{
    NSAlert, NSAlertFirstButtonReturn, NSEventModifierFlags, NSModalResponse, NSModalResponseOK, NSOpenPanel,
};
use objc2_foundation::{NSArray, NSString, NSURL};
use objc2_web_kit::{
    WKFrameInfo, WKMediaCaptureType, WKNavigationAction, WKOpenPanelParameters, WKPermissionDecision,
    WKSecurityOrigin, WKUIDelegate, WKWebView, WKWebViewConfiguration, WKWindowFeatures,
};

use super::{policy::url_of, with};
use crate::{app::main_thread, page::Page};

define_class!(
    // SAFETY: `NSObject` asks nothing of its subclasses.
    #[unsafe(super(NSObject))]
    #[thread_kind = MainThreadOnly]
    #[ivars = Weak<Page>]
    #[name = "KaonUi"]
    pub(super) struct Ui;

    // SAFETY: it asks nothing of a class.
    unsafe impl NSObjectProtocol for Ui {}

    // SAFETY: the methods have the types that the protocol declares.
    unsafe impl WKUIDelegate for Ui {
        #[unsafe(method_id(webView:createWebViewWithConfiguration:forNavigationAction:windowFeatures:))]
        fn open(
            &self,
            _: &WKWebView,
            _: &WKWebViewConfiguration,
            action: &WKNavigationAction,
            _: &WKWindowFeatures,
        ) -> Option<Retained<WKWebView>> {
            with(self.ivars(), |page| {
                // SAFETY: on the view's own thread.
                let url = unsafe { url_of(&action.request()) };
                page.window_open(url, disposition(action));
            });
            None
        }

        #[unsafe(method(webViewDidClose:))]
        fn close(&self, _: &WKWebView) {
            with(self.ivars(), |page| page.closes());
        }

        #[unsafe(method(webView:runJavaScriptAlertPanelWithMessage:initiatedByFrame:completionHandler:))]
        fn alert(&self, view: &WKWebView, message: &NSString, _: &WKFrameInfo, done: &DynBlock<dyn Fn()>) {
            let done = done.copy();
            ask(view, message, &["OK"], move |_| done.call(()));
        }

        #[unsafe(method(webView:runJavaScriptConfirmPanelWithMessage:initiatedByFrame:completionHandler:))]
        fn confirm(&self, view: &WKWebView, message: &NSString, _: &WKFrameInfo, done: &DynBlock<dyn Fn(Bool)>) {
            let done = done.copy();
            ask(view, message, &["OK", "Cancel"], move |confirmed| done.call((Bool::new(confirmed),)));
        }

        #[unsafe(method(webView:runOpenPanelWithParameters:initiatedByFrame:completionHandler:))]
        fn choose(
            &self,
            view: &WKWebView,
            parameters: &WKOpenPanelParameters,
            _: &WKFrameInfo,
            done: &DynBlock<dyn Fn(*mut NSArray<NSURL>)>,
        ) {
            choose(view, parameters, done.copy());
        }

        #[unsafe(method(webView:requestMediaCapturePermissionForOrigin:initiatedByFrame:type:decisionHandler:))]
        fn permit(
            &self,
            _: &WKWebView,
            _: &WKSecurityOrigin,
            _: &WKFrameInfo,
            _: WKMediaCaptureType,
            decide: &DynBlock<dyn Fn(WKPermissionDecision)>,
        ) {
            // As Electron does it where the app sets no handler; the system itself still asks the user.
            decide.call((WKPermissionDecision::Grant,));
        }
    }
);

impl Ui {
    pub(super) fn attach(main: MainThreadMarker, view: &WKWebView, page: Weak<Page>) -> Retained<Self> {
        let this = Self::alloc(main).set_ivars(page);
        // SAFETY: an object's plain initializer, and then a view on its own thread.
        unsafe {
            let this: Retained<Self> = msg_send![super(this), init];
            view.setUIDelegate(Some(ProtocolObject::from_ref(&*this)));
            this
        }
    }
}

/// Where the user wants the window, if keys or buttons said so.
fn disposition(action: &WKNavigationAction) -> Option<&'static str> {
    const MIDDLE: isize = 2;
    // SAFETY: on the view's own thread.
    let (keys, button) = unsafe { (action.modifierFlags(), action.buttonNumber()) };
    if button == MIDDLE || keys.contains(NSEventModifierFlags::Command) {
        return Some("background-tab");
    }
    keys.contains(NSEventModifierFlags::Shift).then_some("new-window")
}

fn ask(view: &WKWebView, message: &NSString, buttons: &[&str], done: impl Fn(bool) + 'static) {
    let Some(window) = view.window() else { return done(false) };
    let alert = NSAlert::new(main_thread());
    alert.setMessageText(message);
    for button in buttons {
        alert.addButtonWithTitle(&NSString::from_str(button));
    }
    let answered = RcBlock::new(move |response: NSModalResponse| done(response == NSAlertFirstButtonReturn));
    alert.beginSheetModalForWindow_completionHandler(&window, Some(&answered));
}

fn choose(view: &WKWebView, parameters: &WKOpenPanelParameters, done: RcBlock<dyn Fn(*mut NSArray<NSURL>)>) {
    let panel = NSOpenPanel::openPanel(main_thread());
    // SAFETY: on the view's own thread.
    unsafe {
        panel.setAllowsMultipleSelection(parameters.allowsMultipleSelection());
        panel.setCanChooseDirectories(parameters.allowsDirectories());
        panel.setCanChooseFiles(true);
    }
    let chosen = panel.clone();
    let answered = RcBlock::new(move |response: NSModalResponse| {
        let urls = (response == NSModalResponseOK).then(|| chosen.URLs());
        done.call(
            (urls.as_deref().map_or(std::ptr::null_mut(), |urls| std::ptr::from_ref(urls).cast_mut()),),
        );
    });
    match view.window() {
        Some(window) => panel.beginSheetModalForWindow_completionHandler(&window, &answered),
        None => panel.beginWithCompletionHandler(&answered),
    }
}
