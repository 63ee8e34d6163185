//! What only a script sees of a page's life. It has a world of its own, so that neither the page nor a preload script
//! gets in its way.

use main_process::host::page::{ContextMenu, Event};
use serde_json::Value;

use super::styles;
use crate::{
    answer::complain,
    app::{Shell, soon},
    page::Page,
    window::Native,
};

pub(in super::super) const WORLD: &str = "kaon-life";

/// The key of the style sheet that names them, which no script of the main process has.
const DRAG_REGIONS: &str = "drag regions";

/// What the world's scripts tell by.
pub(in super::super) const HANDLER: &str = "kaonLife";

/// For every frame. `TELL` passes a text to the shell, `KEY` is the event by which the page's world is heard.
const SCRIPT: &str = r"
'use strict';
{
  const tell = TELL;
  document.addEventListener(KEY, (event) => tell(event.detail));
  addEventListener('contextmenu', (event) => {
    if (event.defaultPrevented) return;
    event.preventDefault();
    const path = event.composedPath().filter((node) => node instanceof Element);
    const link = path.find((node) => node.localName === 'a' && node.href);
    const media = path.find((node) => ['img', 'video', 'audio', 'canvas'].includes(node.localName));
    const field = path.find((node) => node.localName === 'textarea' || (node.localName === 'input' && node.selectionStart !== null));
    const selected = field ? field.value.slice(field.selectionStart, field.selectionEnd) : String(getSelection());
    tell(`C${JSON.stringify({
      x: Math.round(event.clientX),
      y: Math.round(event.clientY),
      linkUrl: link ? String(link.href) : '',
      linkText: link ? link.textContent : '',
      srcUrl: media?.currentSrc ?? '',
      mediaType: media ? media.localName.replace('img', 'image') : 'none',
      selectionText: selected,
      isEditable: Boolean(field && !field.readOnly && !field.disabled) || path.some((node) => node.isContentEditable),
    })}`);
  });
  let hovered = '';
  addEventListener('mouseover', (event) => {
    const link = event.composedPath().find((node) => node.localName === 'a' && node.href);
    const url = link ? String(link.href) : '';
    if (url !== hovered) tell(`U${hovered = url}`);
  }, { capture: true, passive: true });
  if (window === top) {
    document.addEventListener('DOMContentLoaded', () => {
      tell(`T${document.title}`);
      tell('D');
      const icons = [...document.querySelectorAll('link[rel~=icon]')].map((link) => link.href).filter(Boolean);
      if (icons.length > 0) tell(`I${JSON.stringify(icons)}`);
    }, { once: true });
    addEventListener('load', () => requestAnimationFrame(() => requestAnimationFrame(() => tell('P'))), { once: true });
    // A document out of the view's cache would find its bridge cut.
    addEventListener('pageshow', (event) => {
      if (event.persisted) location.reload();
    });
    for (const prefix of ['', 'webkit']) {
      document.addEventListener(`${prefix}fullscreenchange`, () => {
        tell(document.fullscreenElement ?? document.webkitFullscreenElement ? 'X' : 'Y');
      });
    }
  }
}
";

/// For the page's own world: views say that a window is wanted, but neither how it should be called nor what it should
/// look like, and one of them takes `close` for an order.
const PAGE_SCRIPT: &str = r"
'use strict';
{
  const { open, CustomEvent, JSON, String } = window;
  const { apply } = Reflect;
  const dispatch = document.dispatchEvent.bind(document);
  const tell = (detail) => dispatch(new CustomEvent(KEY, { detail }));
  window.open = function (url, target, features) {
    if (arguments.length > 1) tell(`O${JSON.stringify([String(target ?? ''), String(features ?? '')])}`);
    return apply(open, this, arguments);
  };
  if (window === top) window.close = () => tell('W');
}
";

/// The world's script, and the page's.
pub(in super::super) fn scripts(tell: &str, key: &str) -> [String; 2] {
    let key = format!("'{key}'");
    [SCRIPT.replace("TELL", tell).replace("KEY", &key), PAGE_SCRIPT.replace("KEY", &key)]
}

impl Page {
    pub(in super::super) fn lives(&self, text: &str) {
        let id = self.id;
        let Some((kind, detail)) = text.split_at_checked(1) else { return };
        let parsed = || serde_json::from_str::<Value>(detail).unwrap_or_default();
        match kind {
            "T" => self.titled(detail.into()),
            "D" => self.dom_ready(),
            "P" => self.painted(),
            "W" => self.closes(),
            "X" => self.full_screen(true),
            "Y" => self.full_screen(false),
            "S" => self.ask_own(&styles::replace(DRAG_REGIONS, detail), |_| {}),
            "M" => self.with_window(Native::drag_along),
            "Z" => self.with_window(Native::toggle_maximized),
            "U" => self.tell(Event::UpdateTargetUrl { id, url: detail.into() }),
            "I" => self.tell(Event::FaviconUpdated {
                id,
                favicons: serde_json::from_value(parsed()).unwrap_or_default(),
            }),
            "O" => drop(self.opening.replace(serde_json::from_value(parsed()).unwrap_or_default())),
            "C" => {
                let params = serde_json::from_value(parsed()).unwrap_or_default();
                self.tell(Event::ContextMenu {
                    id,
                    params: ContextMenu { page_url: self.loads.url(), ..params },
                });
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

    fn painted(&self) {
        self.ready_to_show();
        let window = Shell::current().and_then(|shell| shell.windows.get(self.window).ok());
        if window.is_some_and(|window| window.native.window().is_visible()) {
            soon(announce);
        }
    }

    fn full_screen(&self, flag: bool) {
        let id = self.id;
        self.fill_screen(flag);
        self.tell(if flag { Event::EnterHtmlFullScreen { id } } else { Event::LeaveHtmlFullScreen { id } });
    }

    /// A page wants a window: it gets none, but the main process may make one.
    pub(in super::super) fn window_open(&self, url: String, disposition: Option<&str>) {
        let (name, features) = self.opening.take();
        let frame_name = if name == "_blank" { String::new() } else { name };
        let plain = if features.is_empty() { "foreground-tab" } else { "new-window" };
        let disposition = disposition.unwrap_or(plain).into();
        self.tell(Event::WindowOpen { id: self.id, url, frame_name, features, disposition });
    }
}

/// For whoever measures or tests from outside: the file `KAON_READY_FILE` appears when there is something to see.
fn announce() {
    let Some(file) = std::env::var_os("KAON_READY_FILE") else { return };
    if let Err(error) = std::fs::OpenOptions::new().create(true).append(true).open(&file) {
        complain(&format!("KAON_READY_FILE: {error}"));
    }
}
