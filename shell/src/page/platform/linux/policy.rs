//! Where a page may go: it is asked first whoever goes by itself, and nothing opens windows but the main process.

use std::{
    cell::{Cell, RefCell},
    rc::Rc,
    time::{Duration, Instant},
};

use gtk::{gdk, gio, prelude::*};
use ipc::{Code, Error};
use javascriptcore::ValueExt;
use main_process::host::page::Event;
use webkit2gtk::{
    NavigationAction, NavigationPolicyDecision, NavigationPolicyDecisionExt, NavigationType,
    PermissionRequestExt, PolicyDecision, PolicyDecisionExt, PolicyDecisionType, ResponsePolicyDecision,
    ResponsePolicyDecisionExt, URIRequestExt, WebViewExt,
};

use super::{View, handler, life};
use crate::page::Page;

/// How long a click in a frame may take to become a navigation.
const CLICK: Duration = Duration::from_secs(1);

/// Whether a frame element is on its way to `url`: then it is not the page that goes there.
const IS_FRAME: &str = r"
  return [...document.querySelectorAll('iframe, frame, object, embed')].some((frame) => (frame.src || frame.data) === url);
";

#[derive(Default)]
pub(super) struct Policy {
    /// The next navigation is the main process' own.
    expected: Cell<bool>,
    /// Where it said to go, until WebKit asks about that; the end of an earlier load has no bearing on it.
    own: RefCell<Vec<String>>,
    /// The one that the main process is asked about.
    asked: RefCell<Option<(u64, PolicyDecision)>>,
    count: Cell<u64>,
    /// Where a frame said it goes.
    frame: RefCell<Option<(String, Instant)>>,
    /// Name and features of the window that the page is about to open.
    window: RefCell<(String, String)>,
}

impl Policy {
    pub(super) fn expect(&self) {
        self.expected.set(true);
        self.refuse();
    }

    pub(super) fn expect_load(&self, url: &str) {
        self.own.borrow_mut().push(url.into());
        self.expect();
    }

    pub(super) fn expects(&self) -> bool {
        self.expected.get()
    }

    /// A load came to its document or to its end.
    pub(super) fn settled(&self) {
        self.expected.set(false);
    }

    pub(super) fn frame_goes_to(&self, url: &str) {
        self.frame.replace(Some((url.into(), Instant::now())));
    }

    pub(super) fn names_window(&self, named: (String, String)) {
        self.window.replace(named);
    }

    pub(super) fn close(&self) {
        self.refuse();
    }

    fn refuse(&self) {
        if let Some((_, decision)) = self.asked.take() {
            decision.ignore();
        }
    }

    /// WebKit asks in the order of the loads; those before this one it no longer asks about.
    fn is_own(&self, url: &str) -> bool {
        let mut own = self.own.borrow_mut();
        let place = own.iter().position(|own| own == url);
        own.drain(..place.map_or(0, |place| place + 1));
        place.is_some()
    }

    fn is_from_frame(&self, url: &str) -> bool {
        self.frame.take().is_some_and(|(to, at)| to == url && at.elapsed() < CLICK)
    }
}

impl View {
    pub(crate) fn navigate(&self, navigation: u64) -> ipc::Result<()> {
        let asked = self.policy.asked.borrow_mut().take_if(|(number, _)| *number == navigation);
        match asked {
            Some((_, decision)) => {
                decision.use_();
                Ok(())
            }
            None => Err(Error::new(Code::InvalidState, format!("Navigation {navigation} is over"))),
        }
    }
}

pub(super) fn connect(page: &Rc<Page>) {
    let weak = Rc::downgrade(page);
    page.web.connect_decide_policy(move |_, decision, kind| {
        weak.upgrade().is_some_and(|page| decide(&page, decision, kind))
    });
    let opens = handler(page, |page, mut action: NavigationAction| {
        let (name, button, modifiers) = (action.frame_name(), action.mouse_button(), action.modifiers());
        let url = action.request().and_then(|request| request.uri());
        page.window_open(
            url.map(String::from).unwrap_or_default(),
            name.map(String::from),
            button,
            modifiers,
        );
    });
    page.web.connect_create(move |_, action| {
        opens(action.clone());
        None
    });
    // As Electron does it where the app sets no handler.
    page.web.connect_permission_request(|_, request| {
        request.allow();
        true
    });
    let full = handler(page, |page, ()| page.tell(Event::EnterHtmlFullScreen { id: page.id }));
    page.web.connect_enter_fullscreen(move |_| {
        full(());
        false
    });
    let full = handler(page, |page, ()| page.tell(Event::LeaveHtmlFullScreen { id: page.id }));
    page.web.connect_leave_fullscreen(move |_| {
        full(());
        false
    });
}

/// Whether the decision is taken, or put off.
fn decide(page: &Rc<Page>, decision: &PolicyDecision, kind: PolicyDecisionType) -> bool {
    if kind == PolicyDecisionType::Response {
        let response = decision.downcast_ref::<ResponsePolicyDecision>();
        let foreign = response.is_some_and(|response| !response.is_mime_type_supported());
        if foreign {
            decision.download();
        }
        return foreign;
    }
    let action =
        decision.downcast_ref::<NavigationPolicyDecision>().and_then(|decision| decision.navigation_action());
    let Some(mut action) = action else { return false };
    let url = action.request().and_then(|request| request.uri()).map(String::from).unwrap_or_default();
    if kind == PolicyDecisionType::NewWindowAction {
        let name = action.frame_name().map(String::from);
        page.window_open(url, name, action.mouse_button(), action.modifiers());
        decision.ignore();
        return true;
    }
    if page.goes_by_itself(&mut action, &url) {
        ask(page, decision.clone(), url);
    } else {
        decision.use_();
    }
    true
}

/// Asks the main process, unless it is a frame that goes.
fn ask(page: &Rc<Page>, decision: PolicyDecision, url: String) {
    let arguments = gtk::glib::VariantDict::new(None);
    arguments.insert("url", url.as_str());
    let weak = Rc::downgrade(page);
    let (world, never) = (Some(life::WORLD), gio::Cancellable::NONE);
    page.web.call_async_javascript_function(
        IS_FRAME,
        Some(&arguments.end()),
        world,
        None,
        never,
        move |frame| {
            let Some(page) = weak.upgrade() else { return decision.ignore() };
            if frame.is_ok_and(|frame| frame.to_boolean()) {
                return decision.use_();
            }
            page.policy.refuse();
            let navigation = page.policy.count.get() + 1;
            page.policy.count.set(navigation);
            page.policy.asked.replace(Some((navigation, decision)));
            page.tell(Event::WillNavigate { id: page.id, navigation, url });
        },
    );
}

impl Page {
    /// Whether it is the document that wants to leave for another.
    fn goes_by_itself(&self, action: &mut NavigationAction, url: &str) -> bool {
        let expected = self.policy.is_own(url)
            || (self.policy.expects() && self.web.uri().is_some_and(|next| next == url));
        let here = self.loads.url();
        let within = url.contains('#') && url.split('#').next() == here.split('#').next();
        let inner = ["about:", "javascript:"].iter().any(|scheme| url.starts_with(scheme));
        let back = matches!(action.navigation_type(), NavigationType::BackForward | NavigationType::Reload);
        let stays = expected || action.is_redirect() || within || inner || back || here.is_empty();
        !stays && !self.policy.is_from_frame(url)
    }

    fn window_open(&self, url: String, name: Option<String>, button: u32, modifiers: u32) {
        let (named, features) = self.policy.window.take();
        let has = |modifier: gdk::ModifierType| modifiers & modifier.bits() != 0;
        let disposition = match () {
            () if button == gdk::ffi::GDK_BUTTON_MIDDLE as u32 || has(gdk::ModifierType::CONTROL_MASK) => {
                "background-tab"
            }
            () if has(gdk::ModifierType::SHIFT_MASK) || !features.is_empty() => "new-window",
            () => "foreground-tab",
        };
        let frame_name = name.filter(|name| !name.is_empty()).unwrap_or(named);
        let frame_name = if frame_name == "_blank" { String::new() } else { frame_name };
        self.tell(Event::WindowOpen {
            id: self.id,
            url,
            frame_name,
            features,
            disposition: disposition.into(),
        });
    }
}
