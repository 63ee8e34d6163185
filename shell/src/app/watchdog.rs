//! A main script that hangs must not keep the user from closing a window.

use std::{cell::Cell, rc::Rc, thread, time::Duration};

use main_process::host::{Event, app, window::WindowId};

use super::Shell;
use crate::{answer::complain, door::Work};

/// How long a main script may be silent before it counts as hung.
const PATIENCE: Duration = Duration::from_secs(3);

#[derive(Default)]
pub(crate) struct Watchdog {
    asked: Cell<u64>,
    heard: Cell<u64>,
}

impl Watchdog {
    pub(super) fn alive(&self, serial: u64) {
        self.heard.set(self.heard.get().max(serial));
    }

    /// Asks the main process for a sign of life after the user wanted `window` closed; without one it is closed here.
    pub(crate) fn watch(shell: &Rc<Shell>, window: WindowId) {
        let serial = shell.watchdog.asked.get() + 1;
        shell.watchdog.asked.set(serial);
        shell.tell(Event::App(app::Event::Ping { serial }));
        let door = shell.door.clone();
        // A thread, because no timer of the event loop works alike on every system; it lives for one closing.
        let timer = thread::Builder::new().name("watchdog".into()).spawn(move || {
            thread::sleep(PATIENCE);
            door.push(Work::Call(Box::new(move |shell| shell.watchdog.check(shell, serial, window))));
        });
        if let Err(error) = timer {
            complain(&format!("no thread for the watchdog: {error}"));
        }
    }

    fn check(&self, shell: &Rc<Shell>, serial: u64, window: WindowId) {
        if self.heard.get() >= serial || !shell.windows.close(shell, window) {
            return;
        }
        if shell.windows.is_empty() {
            complain("the main script does not respond; its last window was closed, so the program ends");
            shell.exit(1);
        }
    }
}
