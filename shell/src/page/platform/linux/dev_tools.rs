//! The web inspector.

use std::rc::Rc;

use main_process::host::page::Event;
use webkit2gtk::{WebInspectorExt, WebViewExt};

use super::{View, handler};
use crate::page::Page;

impl View {
    /// Beside the page unless the mode is a window of its own.
    pub(crate) fn open_dev_tools(&self, mode: Option<&str>, _activate: bool) {
        let Some(inspector) = self.web.inspector() else { return };
        inspector.show();
        match mode {
            Some("undocked" | "detach") => inspector.detach(),
            Some("bottom" | "left" | "right") => inspector.attach(),
            _ => {}
        }
    }

    pub(crate) fn close_dev_tools(&self) {
        if let Some(inspector) = self.web.inspector() {
            inspector.close();
        }
    }
}

pub(super) fn connect(page: &Rc<Page>) {
    let Some(inspector) = page.web.inspector() else { return };
    let opened = handler(page, |page, ()| page.tell(Event::DevToolsOpened { id: page.id }));
    let opened = Rc::new(opened);
    let beside = opened.clone();
    inspector.connect_attach(move |_| {
        beside(());
        false
    });
    inspector.connect_open_window(move |_| {
        opened(());
        false
    });
    let closed = handler(page, |page, ()| page.tell(Event::DevToolsClosed { id: page.id }));
    inspector.connect_closed(move |_| closed(()));
}
