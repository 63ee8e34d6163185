//! The pointer over a page: context menus and links.

use std::{cell::RefCell, rc::Rc};

use gtk::{gdk, gio};
use javascriptcore::ValueExt;
use main_process::host::page::{ContextMenu, Event};
use webkit2gtk::{HitTestResult, HitTestResultExt, WebViewExt};

use super::{handler, life};
use crate::page::Page;

const SELECTION: &str = "
  const field = document.activeElement;
  const text = typeof field?.selectionStart === 'number' ? field.value.slice(field.selectionStart, field.selectionEnd) : '';
  return text || String(getSelection());
";

pub(super) fn connect(page: &Rc<Page>) {
    let asked = handler(page, |page, (hit, event): (HitTestResult, gdk::Event)| {
        page.last_click.replace(Some(event.clone()));
        page.context_menu(&hit, event.coords().unwrap_or_default());
    });
    page.web.connect_context_menu(move |_, _, event, hit| {
        asked((hit.clone(), event.clone()));
        // WebKit's own is not shown: it is the app that has context menus.
        true
    });
    let over = handler(page, |page, url| page.tell(Event::UpdateTargetUrl { id: page.id, url }));
    let last = RefCell::new(String::new());
    page.web.connect_mouse_target_changed(move |_, hit, _| {
        let url = hit.link_uri().map(String::from).unwrap_or_default();
        if last.replace(url.clone()) != url {
            over(url);
        }
    });
}

impl Page {
    fn context_menu(self: &Rc<Self>, hit: &HitTestResult, (x, y): (f64, f64)) {
        let text = |text: Option<gtk::glib::GString>| text.map(String::from).unwrap_or_default();
        let (media_type, src_url) = match () {
            () if hit.context_is_image() => ("image", text(hit.image_uri())),
            () if hit.context_is_media() => ("video", text(hit.media_uri())),
            () => ("none", String::new()),
        };
        let mut params = ContextMenu {
            x: x as i32,
            y: y as i32,
            link_url: text(hit.link_uri()),
            link_text: text(hit.link_label()),
            src_url,
            page_url: self.loads.url(),
            media_type: media_type.into(),
            selection_text: String::new(),
            is_editable: hit.context_is_editable(),
        };
        let page = self.clone();
        // WebKit says that there is a selection, but not which.
        let (world, never) = (Some(life::WORLD), gio::Cancellable::NONE);
        self.web.call_async_javascript_function(SELECTION, None, world, None, never, move |selection| {
            params.selection_text = selection.map(|selection| selection.to_str().into()).unwrap_or_default();
            page.tell(Event::ContextMenu { id: page.id, params });
        });
    }
}
