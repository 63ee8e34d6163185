//! Messages between a page and the shell: a binding of the isolated world, and a function of it that is called.

use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};

use preload::{Script, WORLD, World};
use serde_json::{Value, json};
use windows::core::Result;

use super::{View, protocol, with};
use crate::{
    app::{Shell, soon},
    page::{Page, bridge::Transport, platform::native::life},
};

/// What the isolated world posts by.
const BINDING: &str = "kaonPost";

type Waiting = Box<dyn FnOnce(&Rc<Page>)>;

#[derive(Default)]
pub(super) struct Exchange {
    /// The page's own frame: others have no part in this.
    top: RefCell<String>,
    /// Its isolated world, as long as the document is there.
    isolated: Cell<Option<i64>>,
    /// The world that is ours alone.
    pub(super) own: Cell<Option<i64>>,
    /// A batch is on its way.
    delivering: Cell<bool>,
    ready: Cell<bool>,
    /// What waits until the scripts are in place.
    waiting: RefCell<Vec<Waiting>>,
}

impl Exchange {
    pub(super) fn is_top(&self, frame: &Value) -> bool {
        frame.as_str() == Some(self.top.borrow().as_str())
    }

    pub(super) fn set_top(&self, frame: &Value) {
        self.top.replace(frame.as_str().unwrap_or_default().into());
    }

    pub(super) fn isolated(&self) -> Option<i64> {
        self.isolated.get()
    }
}

/// The scripts that a page starts with, each in its world, and who hears them. Calls are carried out in order: after
/// the last one everything is in place.
pub(super) fn connect(page: &Rc<Page>, scripts: &[Script], key: &str) -> Result<()> {
    protocol::hear(page, "Runtime.executionContextCreated", |page, event| {
        page.world_made(&event["context"])
    })?;
    protocol::hear(page, "Runtime.executionContextsCleared", |page, _| page.worlds_gone())?;
    protocol::hear(page, "Runtime.bindingCalled", |page, event| page.bound(event))?;
    let core = page.core();
    let start = |source: &str, world: Option<&str>| {
        let parameters = match world {
            Some(name) => json!({ "source": source, "worldName": name }),
            None => json!({ "source": source }),
        };
        protocol::tell(&core, "Page.addScriptToEvaluateOnNewDocument", &parameters);
    };
    protocol::tell(&core, "Page.enable", &json!({}));
    protocol::tell(&core, "Runtime.enable", &json!({}));
    for (binding, world) in [(BINDING, WORLD), (life::HANDLER, life::WORLD)] {
        protocol::tell(
            &core,
            "Runtime.addBinding",
            &json!({ "name": binding, "executionContextName": world }),
        );
    }
    for Script { world, source } in scripts {
        // Scripts go to every frame here; these are for the top one.
        let source = format!("if (window.top === window) {{\n{source}\n}}");
        start(&source, (*world == World::Isolated).then_some(WORLD));
    }
    let [of_life, of_page] = life::scripts(life::HANDLER, key);
    start(&of_life, Some(life::WORLD));
    start(&of_page, None);
    let documents = json!([{ "urlPattern": "http*", "resourceType": "Document" }]);
    protocol::tell(&core, "Fetch.enable", &json!({ "patterns": documents }));
    let weak = Rc::downgrade(page);
    protocol::call(&core, "Page.getFrameTree", &json!({}), move |tree| {
        with(&weak, |page| page.in_place(tree))
    });
    Ok(())
}

impl Page {
    fn in_place(self: &Rc<Self>, tree: ipc::Result<Value>) {
        match tree {
            Ok(tree) => self.exchange.set_top(&tree["frameTree"]["frame"]["id"]),
            Err(error) => crate::answer::complain(&error.message),
        }
        self.exchange.ready.set(true);
        let waiting = self.exchange.waiting.take();
        waiting.into_iter().for_each(|act| act(self));
    }

    /// Does `act` at once, or as soon as the scripts are in place.
    pub(super) fn when_ready(self: &Rc<Self>, act: impl FnOnce(&Rc<Self>) + 'static) {
        if self.exchange.ready.get() {
            act(self);
        } else {
            self.exchange.waiting.borrow_mut().push(Box::new(act));
        }
    }

    fn world_made(&self, world: &Value) {
        if !self.exchange.is_top(&world["auxData"]["frameId"]) {
            return;
        }
        let id = world["id"].as_i64();
        if world["name"] == WORLD {
            self.exchange.isolated.set(id);
            self.view.deliver(self);
        } else if world["name"] == life::WORLD {
            self.exchange.own.set(id);
        }
    }

    pub(super) fn worlds_gone(&self) {
        self.exchange.isolated.set(None);
        self.exchange.own.set(None);
    }

    fn bound(&self, event: &Value) {
        let text = event["payload"].as_str().unwrap_or_default();
        if event["name"] == life::HANDLER {
            self.lives(text);
        } else if event["name"] == BINDING
            && event["executionContextId"].as_i64() == self.exchange.isolated.get()
            && let Some(batch) = text.strip_prefix('P')
        {
            self.receive(batch, &self.loads.url());
        }
    }

    /// One batch at a time: the page takes them as fast as it can, and what does not fit waits here, where it is bounded.
    fn pass_on(self: &Rc<Self>) {
        let Some(world) = self.exchange.isolated.get() else { return };
        let text = if self.bridge.is_closed() { Some(String::new()) } else { self.bridge.next() };
        let Some(text) = text else { return };
        let again = !text.is_empty();
        self.exchange.delivering.set(again);
        let parameters =
            json!({ "expression": format!("__kaonDeliver('{text}')"), "contextId": world, "silent": true });
        let weak = Rc::downgrade(self);
        protocol::call(&self.core(), "Runtime.evaluate", &parameters, move |_| {
            with(&weak, |page| {
                page.exchange.delivering.set(false);
                if again {
                    page.pass_on();
                }
            });
        });
    }
}

impl Transport for View {
    fn sync_reply(&self, request: u64, text: &str) {
        self.requests.answer(request, text);
    }

    fn deliver(&self, page: &Page) {
        if self.exchange.delivering.replace(true) {
            return;
        }
        let id = page.id;
        soon(move || {
            Shell::with(|shell| {
                if let Ok(page) = shell.windows.page(id) {
                    page.exchange.delivering.set(false);
                    page.pass_on();
                }
            });
        });
    }
}
