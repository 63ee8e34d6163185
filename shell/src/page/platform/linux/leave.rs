//! The page's say in its own end: `beforeunload` and `window.close()`.

use std::{
    cell::{Cell, RefCell},
    rc::Rc,
    time::Duration,
};

use gtk::glib;
use main_process::host::page::Event;
use webkit2gtk::{ScriptDialog, ScriptDialogType, WebViewExt};

use super::handler;
use crate::{answer::Ask, page::Page};

/// A page that is busy for longer has had its say.
const PATIENCE: Duration = Duration::from_secs(2);

#[derive(Default)]
pub(super) struct Leave {
    asked: RefCell<Option<Ask>>,
    count: Cell<u64>,
}

impl Leave {
    pub(super) fn answer(&self, leaves: bool) {
        if let Some(ask) = self.asked.take() {
            ask.json(leaves.into());
        }
    }

    fn waits(&self) -> bool {
        self.asked.borrow().is_some()
    }
}

impl Page {
    pub(crate) fn try_close(self: &Rc<Self>, ask: Ask) {
        self.leave.answer(false);
        self.leave.asked.replace(Some(ask));
        let count = self.leave.count.get() + 1;
        self.leave.count.set(count);
        let page = self.clone();
        glib::timeout_add_local_once(PATIENCE, move || {
            if page.leave.count.get() == count {
                page.leave.answer(true);
            }
        });
        self.web.try_close();
    }
}

pub(super) fn connect(page: &Rc<Page>) {
    let closes = handler(page, |page, ()| {
        if page.leave.waits() {
            page.leave.answer(true);
        } else {
            page.tell(Event::CloseRequested { id: page.id });
        }
    });
    page.web.connect_close(move |_| closes(()));
    let weak = Rc::downgrade(page);
    page.web.connect_script_dialog(move |_, dialog: &ScriptDialog| {
        let waiting = weak.upgrade().filter(|page| page.leave.waits());
        match (waiting, dialog.dialog_type()) {
            (Some(page), ScriptDialogType::BeforeUnloadConfirm) => {
                dialog.confirm_set_confirmed(false);
                page.leave.answer(false);
                true
            }
            _ => false,
        }
    });
}
