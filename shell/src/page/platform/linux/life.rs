//! What only a script sees of a page's life. It has a world of its own, so that neither the page nor a preload script
//! gets in its way.

use std::rc::Rc;

use gtk::prelude::*;
use javascriptcore::ValueExt;
use main_process::host::page::Event;
use webkit2gtk::{
    UserContentInjectedFrames as Frames, UserContentManagerExt, UserScript, UserScriptInjectionTime as Time,
};

use super::{handler, soon};
use crate::{
    answer::complain,
    app::Shell,
    page::{Page, drag},
    window::Native,
};

pub(super) const WORLD: &str = "kaon-life";
const HANDLER: &str = "kaonLife";

const TELL: &str = "(text) => webkit.messageHandlers.kaonLife.postMessage(text)";

const SCRIPT: &str = r"
'use strict';
{
  const tell = TELL;
  document.addEventListener(KEY, (event) => tell(`O${event.detail}`));
  if (window !== top) {
    const going = (url) => tell(`F${url}`);
    addEventListener('click', (event) => {
      const link = event.composedPath().find((node) => node.localName === 'a' && node.href);
      if (link) going(String(link.href));
    }, true);
    addEventListener('submit', (event) => going(event.target.action), true);
  } else {
    document.addEventListener('DOMContentLoaded', () => {
      tell(`T${document.title}`);
      tell('D');
      const icons = [...document.querySelectorAll('link[rel~=icon]')].map((link) => link.href).filter(Boolean);
      if (icons.length > 0) tell(`I${JSON.stringify(icons)}`);
    }, { once: true });
    addEventListener('load', () => requestAnimationFrame(() => requestAnimationFrame(() => tell('P'))), { once: true });
    addEventListener('error', ({ message, lineno, filename }) => {
      if (message) tell(`E${JSON.stringify([`Uncaught ${message}`, lineno, filename])}`);
    });
  }
}
";

/// WebKit says that a window is wanted, but neither how it should be called nor what it should look like.
const OPEN_SCRIPT: &str = r"
'use strict';
{
  const { open, CustomEvent, JSON, String } = window;
  const { apply } = Reflect;
  const tell = document.dispatchEvent.bind(document);
  window.open = function (url, target, features) {
    if (arguments.length > 1) tell(new CustomEvent(KEY, { detail: JSON.stringify([String(target ?? ''), String(features ?? '')]) }));
    return apply(open, this, arguments);
  };
}
";

/// `key` names the event by which a page's `window.open` says what it was given.
pub(super) fn connect(page: &Rc<Page>, key: &str) {
    let heard = handler(page, |page, text: String| page.lives(&text));
    page.manager.connect_script_message_received(Some(HANDLER), move |_, result| {
        if let Some(value) = result.js_value().filter(ValueExt::is_string) {
            heard(value.to_str().into());
        }
    });
    page.manager.register_script_message_handler_in_world(HANDLER, WORLD);
    let mapped = handler(page, |page, ()| page.seen());
    page.web.connect_map(move |_| mapped(()));
    let script =
        |script: &str| script.replace("= TELL;", &format!("= {TELL};")).replace("KEY", &format!("'{key}'"));
    let (all, start) = (Frames::AllFrames, Time::Start);
    page.manager.add_script(&UserScript::for_world(&script(SCRIPT), all, start, WORLD, &[], &[]));
    page.manager.add_script(&UserScript::new(&script(OPEN_SCRIPT), all, start, &[], &[]));
    let top = Frames::TopFrame;
    let [watching, own] = drag::scripts(TELL, &format!("{key}drag"));
    page.manager.add_script(&UserScript::for_world(&watching, top, start, WORLD, &[], &[]));
    page.manager.add_script(&UserScript::new(&own, top, start, &[], &[]));
}

impl Page {
    fn lives(self: &Rc<Self>, text: &str) {
        match text.split_at_checked(1) {
            Some(("T", title)) => self.titled(title.into()),
            Some(("D", "")) => self.dom_ready(),
            Some(("P", "")) => self.painted(),
            Some(("F", url)) => self.policy.frame_goes_to(url),
            Some(("O", named)) => self.policy.names_window(serde_json::from_str(named).unwrap_or_default()),
            Some(("E", error)) => {
                let (message, line, source_id) = serde_json::from_str(error).unwrap_or_default();
                self.tell(Event::ConsoleMessage { id: self.id, level: 3, message, line, source_id });
            }
            Some(("S", css)) => self.set_drag_regions(css),
            Some(("M", "")) => self.with_window(Native::drag_along),
            Some(("Z", "")) => self.with_window(Native::toggle_maximized),
            Some(("I", icons)) => {
                let favicons = serde_json::from_str(icons).unwrap_or_default();
                self.tell(Event::FaviconUpdated { id: self.id, favicons });
            }
            _ => {}
        }
    }

    fn with_window(&self, act: fn(&Native)) {
        Shell::with(|shell| {
            if let Ok(window) = shell.windows.get(self.window) {
                act(&window.native);
            }
        });
    }

    fn painted(self: &Rc<Self>) {
        self.backdrop.take();
        self.ready_to_show();
        self.seen();
    }

    /// Says so once there is something to see, and it is seen.
    fn seen(&self) {
        let painted = self.backdrop.get().is_none();
        let window = Shell::current().and_then(|shell| shell.windows.get(self.window).ok());
        if painted && window.is_some_and(|window| window.native.is_shown()) {
            soon(announce);
        }
    }
}

/// For whoever measures or tests from outside: the file `KAON_READY_FILE` appears when there is something to see.
fn announce() {
    let Some(file) = std::env::var_os("KAON_READY_FILE") else { return };
    if let Err(error) = std::fs::OpenOptions::new().create(true).append(true).open(&file) {
        complain(&format!("KAON_READY_FILE: {error}"));
    }
}
