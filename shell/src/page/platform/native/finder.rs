//! Searching in a page, where the view says at most whether there is such a text.

use std::cell::{Cell, RefCell};

use main_process::host::page::Event;

use crate::page::Page;

#[derive(Default)]
pub(in super::super) struct Finder {
    request: Cell<u32>,
    /// What is searched for, and whether its case matters.
    last: RefCell<Option<(String, bool)>>,
    forward: Cell<bool>,
    active: Cell<u32>,
}

impl Finder {
    /// Whether this is another text than before.
    pub(in super::super) fn begin(&self, request: u32, text: &str, forward: bool, match_case: bool) -> bool {
        self.request.set(request);
        self.forward.set(forward);
        let wanted = Some((text.to_owned(), match_case));
        let other = *self.last.borrow() != wanted;
        if other {
            self.last.replace(wanted);
            self.active.set(0);
        }
        other
    }

    pub(in super::super) fn stop(&self) {
        self.last.take();
    }

    /// Which of its matches is shown now.
    fn step(&self, matches: u32) -> u32 {
        let next = match (self.forward.get(), self.active.get()) {
            (_, 0) => 1,
            (true, now) => now % matches.max(1) + 1,
            (false, 1) => matches,
            (false, now) => now - 1,
        };
        self.active.set(next);
        next.min(matches)
    }
}

/// The body of a function that counts.
pub(in super::super) fn count(text: &str, match_case: bool) -> String {
    let (text, flags) = (serde_json::json!(text), if match_case { "gu" } else { "giu" });
    format!(
        "const wanted = {text}.replace(/[.*+?^${{}}()|[\\]\\\\]/g, '\\\\$&');
return (document.body?.innerText.match(new RegExp(wanted, '{flags}')) ?? []).length;"
    )
}

impl Page {
    pub(in super::super) fn found(&self, matches: u32) {
        let active = if matches == 0 { 0 } else { self.finder.step(matches) };
        let (id, request, is_final) = (self.id, self.finder.request.get(), true);
        self.tell(Event::FoundInPage { id, request, matches, active, is_final });
    }
}
