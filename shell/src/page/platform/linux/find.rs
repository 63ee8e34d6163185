//! Searching in a page, and the editing commands.

use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};

use ipc::{Code, Error};
use main_process::host::page::Event;
use webkit2gtk::{FindController, FindControllerExt, FindOptions, WebView, WebViewExt};

use super::{View, handler};
use crate::page::Page;

const MOST: u32 = 1000;

pub(super) struct Finder {
    controller: Option<FindController>,
    request: Cell<u32>,
    /// What is searched for, and whether its case matters.
    last: RefCell<Option<(String, bool)>>,
    forward: Cell<bool>,
    matches: Cell<u32>,
    active: Cell<u32>,
}

impl Finder {
    pub(super) fn new(web: &WebView) -> Self {
        let controller = web.find_controller();
        Self {
            controller,
            request: Cell::default(),
            last: RefCell::default(),
            forward: Cell::new(true),
            matches: Cell::default(),
            active: Cell::default(),
        }
    }

    /// Which of its matches is shown now.
    fn step(&self, matches: u32) -> u32 {
        let now = self.active.get();
        let next = match (self.forward.get(), now) {
            (_, 0) => 1,
            (true, now) => now % matches.max(1) + 1,
            (false, 1) => matches,
            (false, now) => now - 1,
        };
        self.active.set(next);
        next.min(matches)
    }
}

impl View {
    pub(crate) fn find(&self, request: u32, text: &str, forward: bool, _find_next: bool, match_case: bool) {
        let Some(controller) = &self.finder.controller else { return };
        self.finder.request.set(request);
        self.finder.forward.set(forward);
        let wanted = Some((text.to_owned(), match_case));
        if *self.finder.last.borrow() == wanted {
            if forward {
                controller.search_next();
            } else {
                controller.search_previous();
            }
            return;
        }
        self.finder.last.replace(wanted);
        self.finder.active.set(0);
        self.finder.matches.set(0);
        let mut options = FindOptions::WRAP_AROUND;
        options.set(FindOptions::CASE_INSENSITIVE, !match_case);
        options.set(FindOptions::BACKWARDS, !forward);
        controller.search(text, options.bits(), MOST);
    }

    pub(crate) fn stop_find(&self) {
        self.finder.last.take();
        if let Some(controller) = &self.finder.controller {
            controller.search_finish();
        }
    }

    pub(crate) fn edit(&self, command: &str) -> ipc::Result<()> {
        let name = match command {
            "copy" => "Copy",
            "cut" => "Cut",
            "paste" => "Paste",
            "pasteAndMatchStyle" => "PasteAsPlainText",
            "delete" => "Delete",
            "selectAll" => "SelectAll",
            "undo" => "Undo",
            "redo" => "Redo",
            "unselect" => "Unselect",
            _ => return Err(Error::new(Code::InvalidArgValue, format!("'{command}' is no editing command"))),
        };
        self.web.execute_editing_command(name);
        Ok(())
    }
}

pub(super) fn connect(page: &Rc<Page>) {
    let Some(controller) = &page.finder.controller else { return };
    let found = handler(page, |page, matches| page.found(matches));
    controller.connect_found_text(move |_, matches| found(matches));
    let failed = handler(page, |page, ()| page.found(0));
    controller.connect_failed_to_find_text(move |_| failed(()));
}

impl Page {
    fn found(&self, matches: u32) {
        let finder = &self.finder;
        // From one match to the next WebKit counts no more.
        if matches == 0 || finder.matches.get() == 0 {
            finder.matches.set(matches);
        }
        let matches = finder.matches.get();
        let active = if matches == 0 { 0 } else { finder.step(matches) };
        let (id, request, is_final) = (self.id, finder.request.get(), true);
        self.tell(Event::FoundInPage { id, request, matches, active, is_final });
    }
}
