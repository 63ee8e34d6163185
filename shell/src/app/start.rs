//! The beginning: a thread for the main process, and an event loop as soon as it wants one.

use std::{io::Write, sync::Arc};

use ipc::Code;
use main_process::host::{Command, Event, Events, SharedHost, app, dialog};
use tokio::sync::mpsc;

use super::{About, platform};
use crate::door::{Door, Work};

/// What a program ends with whose main process panicked, as Rust itself does it.
const PANICKED: i32 = 101;

/// Scripts recurse deeper than a thread's usual stack allows.
const STACK: usize = 64 << 20;

/// What has to be said before there are threads. Comes first in `main`.
pub fn prepare() {
    platform::prepare();
}

/// Runs `main` as the main process on a thread of its own and lends this one, the process's first, to the window
/// system once `main` sends [`app::Command::Start`]; returns the program's exit code.
pub fn start(main: impl FnOnce(SharedHost, Events) -> i32 + Send + 'static) -> i32 {
    let (events, receiver) = mpsc::unbounded_channel();
    let door = Arc::new(Door::default());
    let mut end = End { door: door.clone(), code: PANICKED };
    let thread = std::thread::Builder::new().name("main-process".into()).stack_size(STACK);
    let spawned = thread.spawn(move || {
        let end = &mut end;
        end.code = main(end.door.clone(), receiver);
    });
    if let Err(error) = spawned {
        crate::answer::complain(&format!("no thread for the main process: {error}"));
        return PANICKED;
    }
    loop {
        match door.wait() {
            Work::Finished(code) | Work::Command(Command::App(app::Command::Exit { code }), _) => {
                return code;
            }
            Work::Command(Command::App(app::Command::Start { name, desktop_name, data_folder }), ask) => {
                ask.nothing();
                let about = About { desktop_name, data_folder: data_folder.into() };
                match platform::Loop::new(&name, &about) {
                    Ok(native) => return native.run(about, door, events),
                    // The main process may be gone already: then there is nobody left to tell.
                    Err(message) => drop(events.send(Event::App(app::Event::Failed { message }))),
                }
            }
            Work::Command(Command::Dialog(dialog::Command::ShowError { title, content }), ask) => {
                let _ = writeln!(std::io::stderr(), "{title}\n{content}");
                ask.nothing();
            }
            Work::Command(Command::App(app::Command::Alive { .. }), ask) => ask.nothing(),
            Work::Command(_, ask) => ask.fail(Code::InvalidState, "This works only after the app is ready"),
            Work::Call(_) => {}
        }
    }
}

/// Says that the main process is over, even if it panicked.
struct End {
    door: Arc<Door>,
    code: i32,
}

impl Drop for End {
    fn drop(&mut self) {
        self.door.push(Work::Finished(self.code));
    }
}
