//! The page's say in its own end: `beforeunload` and `window.close()`.

use std::{
    cell::{Cell, RefCell},
    rc::Rc,
    thread,
    time::Duration,
};

use main_process::host::page::Event;

use crate::{
    answer::{Ask, complain},
    app::Shell,
    door::Work,
    page::Page,
};

/// A page that is busy for longer has had its say.
const PATIENCE: Duration = Duration::from_secs(2);

/// The body of a function: whether the page lets itself be closed. Views ask that only with a dialog of their own, so
/// it is we who send the event that they would send.
pub(in super::super) const LEAVES: &str = r"
const event = document.createEvent('BeforeUnloadEvent');
event.initEvent('beforeunload', false, true);
dispatchEvent(event);
return !event.defaultPrevented && !event.returnValue;
";

#[derive(Default)]
pub(in super::super) struct Leave {
    asked: RefCell<Option<Ask>>,
    count: Cell<u64>,
}

impl Leave {
    pub(in super::super) fn answer(&self, leaves: bool) {
        let asked = self.asked.take();
        if let Some(ask) = asked {
            ask.json(leaves.into());
        }
    }
}

impl Page {
    pub(crate) fn try_close(self: &Rc<Self>, ask: Ask) {
        self.leave.answer(false);
        self.leave.asked.replace(Some(ask));
        let count = self.leave.count.get() + 1;
        self.leave.count.set(count);
        self.wait_for_answer(count);
        let page = Rc::downgrade(self);
        self.ask_own(LEAVES, move |leaves| {
            if let Some(page) = page.upgrade() {
                page.leave.answer(leaves.is_none_or(|leaves| leaves != false));
            }
        });
    }

    fn wait_for_answer(&self, count: u64) {
        let Some(door) = Shell::current().map(|shell| shell.door.clone()) else { return };
        let id = self.id;
        let timer = thread::Builder::new().name("leave".into()).spawn(move || {
            thread::sleep(PATIENCE);
            door.push(Work::Call(Box::new(move |shell| {
                if let Ok(page) = shell.windows.page(id)
                    && page.leave.count.get() == count
                {
                    page.leave.answer(true);
                }
            })));
        });
        if let Err(error) = timer {
            complain(&format!("no thread to wait for a page: {error}"));
        }
    }

    /// The page has called `window.close()`.
    pub(in super::super) fn closes(&self) {
        self.tell(Event::CloseRequested { id: self.id });
    }
}
