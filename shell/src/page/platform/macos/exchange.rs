//! Messages between a page and the shell: script messages with a reply, in worlds that the page has no part in.

use std::{
    cell::{Cell, RefCell},
    ptr::null_mut,
    rc::{Rc, Weak},
};

use block2::{DynBlock, RcBlock};
use objc2::{
    DefinedClass, MainThreadMarker, MainThreadOnly, define_class, msg_send,
    rc::{Allocated, Retained},
    runtime::{AnyObject, NSObject, NSObjectProtocol, ProtocolObject},
};
use objc2_foundation::NSString;
use objc2_web_kit::{
    WKContentWorld, WKScriptMessage, WKScriptMessageHandler, WKScriptMessageHandlerWithReply,
    WKUserContentController, WKUserScript, WKUserScriptInjectionTime,
};
use preload::{HANDLER, Script, WORLD, World};
use wry::WebViewExtMacOS;

use super::with;
use crate::{
    app::{Shell, main_thread, soon},
    page::{Page, bridge::Transport, drag, platform::native::life},
};

type Reply = dyn Fn(*mut AnyObject, *mut NSString);

#[derive(Default)]
pub(super) struct Exchange {
    /// The page's question for messages, kept until there is one.
    question: RefCell<Option<Question>>,
    delivering: Cell<bool>,
}

impl Exchange {
    /// The document that asked is gone.
    pub(super) fn reset(&self) {
        if let Some(question) = self.question.take() {
            question.answer("");
        }
    }
}

/// A script message that is still to be replied to. WebKit insists on a reply.
struct Question(RcBlock<Reply>);

impl Question {
    fn answer(self, text: &str) {
        let text = NSString::from_str(text);
        self.0.call((Retained::as_ptr(&text).cast_mut().cast(), null_mut()));
    }
}

define_class!(
    // SAFETY: `NSObject` asks nothing of its subclasses.
    #[unsafe(super(NSObject))]
    #[thread_kind = MainThreadOnly]
    #[ivars = Weak<Page>]
    #[name = "KaonMessages"]
    struct Messages;

    // SAFETY: it asks nothing of a class.
    unsafe impl NSObjectProtocol for Messages {}

    // SAFETY: the methods have the types that the protocol declares.
    unsafe impl WKScriptMessageHandlerWithReply for Messages {
        #[unsafe(method(userContentController:didReceiveScriptMessage:replyHandler:))]
        fn received(&self, _: &WKUserContentController, message: &WKScriptMessage, reply: &DynBlock<Reply>) {
            let question = Question(reply.copy());
            match self.ivars().upgrade() {
                Some(page) => hear(&page, message, question),
                None => question.answer(""),
            }
        }
    }

    // SAFETY: the methods have the types that the protocol declares.
    unsafe impl WKScriptMessageHandler for Messages {
        #[unsafe(method(userContentController:didReceiveScriptMessage:))]
        fn lives(&self, _: &WKUserContentController, message: &WKScriptMessage) {
            if let Some(text) = text(message) {
                with(self.ivars(), |page| page.lives(&text));
            }
        }
    }
);

impl Messages {
    fn new(main: MainThreadMarker, page: Weak<Page>) -> Retained<Self> {
        let this = Self::alloc(main).set_ivars(page);
        // SAFETY: an object's plain initializer.
        unsafe { msg_send![super(this), init] }
    }
}

fn text(message: &WKScriptMessage) -> Option<String> {
    // SAFETY: on the view's own thread.
    let body = unsafe { message.body() };
    body.downcast::<NSString>().ok().map(|text| text.to_string())
}

/// A frame within the page has no part in this, whatever world it speaks from.
fn hear(page: &Rc<Page>, message: &WKScriptMessage, question: Question) {
    // SAFETY: on the view's own thread.
    let text =
        unsafe { message.frameInfo().isMainFrame() }.then(|| text(message)).flatten().unwrap_or_default();
    match text.split_at_checked(1) {
        Some(("P", batch)) => {
            page.receive(batch, &page.loads.url());
            question.answer("");
        }
        Some(("?", "")) => {
            page.exchange.reset();
            page.exchange.question.replace(Some(question));
            page.answer();
        }
        _ => question.answer(""),
    }
}

/// The scripts that a page starts with, each in its world, and who hears them.
pub(super) fn connect(page: &Rc<Page>, scripts: &[Script], key: &str) {
    let main = main_thread();
    let (manager, messages) = (page.web.manager(), Messages::new(main, Rc::downgrade(page)));
    // SAFETY: on the view's own thread, here and below.
    let world = |name: &str| unsafe { WKContentWorld::worldWithName(&NSString::from_str(name), main) };
    let own = unsafe { WKContentWorld::pageWorld(main) };
    let (isolated, life) = (world(WORLD), world(life::WORLD));
    let add = |source: &str, world: &WKContentWorld, top: bool| unsafe {
        manager.addUserScript(&script(WKUserScript::alloc(main), source, world, top));
    };
    for Script { world, source } in scripts {
        add(source, if *world == World::Isolated { &isolated } else { &own }, true);
    }
    let tell = format!("(text) => webkit.messageHandlers.{}.postMessage(text)", life::HANDLER);
    let [of_life, of_page] = life::scripts(&tell, key);
    add(&of_life, &life, false);
    add(&of_page, &own, false);
    let [of_life, of_page] = drag::scripts(&tell, &format!("{key}drag"));
    add(&of_life, &life, true);
    add(&of_page, &own, true);
    // SAFETY: on the view's own thread; the controller keeps its handlers, and they do not keep the page.
    unsafe {
        let (with_reply, without) =
            (ProtocolObject::from_ref(&*messages), ProtocolObject::from_ref(&*messages));
        let (named, of_life) = (NSString::from_str(HANDLER), NSString::from_str(life::HANDLER));
        manager.addScriptMessageHandlerWithReply_contentWorld_name(with_reply, &isolated, &named);
        manager.addScriptMessageHandler_contentWorld_name(without, &life, &of_life);
    }
}

/// # Safety
/// On the window system's thread.
unsafe fn script(
    this: Allocated<WKUserScript>,
    source: &str,
    world: &WKContentWorld,
    top: bool,
) -> Retained<WKUserScript> {
    let (source, start) = (NSString::from_str(source), WKUserScriptInjectionTime::AtDocumentStart);
    // SAFETY: the caller's.
    unsafe {
        WKUserScript::initWithSource_injectionTime_forMainFrameOnly_inContentWorld(
            this, &source, start, top, world,
        )
    }
}

impl Page {
    fn answer(&self) {
        let Some(question) = self.exchange.question.take() else { return };
        if self.bridge.is_closed() {
            return question.answer("");
        }
        match self.bridge.next() {
            Some(text) => question.answer(&text),
            None => drop(self.exchange.question.replace(Some(question))),
        }
    }
}

impl Transport for super::View {
    fn sync_reply(&self, request: u64, text: &str) {
        self.requests.answer(request, text);
    }

    /// Answers the page's question in the next turn.
    fn deliver(&self, page: &Page) {
        if self.exchange.delivering.replace(true) {
            return;
        }
        let id = page.id;
        soon(move || {
            Shell::with(|shell| {
                if let Ok(page) = shell.windows.page(id) {
                    page.exchange.delivering.set(false);
                    page.answer();
                }
            });
        });
    }
}
