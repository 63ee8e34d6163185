//! The desktop around the app.

mod platform;

use std::{path::Path, rc::Rc};

use ipc::{Code, Error};
use main_process::host::{Answer, desktop::Command};
use serde_json::Value;

use crate::{
    answer::{Ask, DONE, Done},
    app::Shell,
};

pub(crate) fn handle(_: &Rc<Shell>, command: Command, ask: Ask) {
    match command {
        Command::OpenExternal { url } => elsewhere(ask, move || {
            opener::open_browser(&url)
                .or_else(|_| opener::open(&url))
                .map_err(|error| failed("openExternal", &error))?;
            DONE
        }),
        Command::OpenPath { path } => {
            elsewhere(ask, move || Ok(Answer::Json(Value::String(open_path(&path)))))
        }
        Command::ShowItemInFolder { path } => platform::show_item_in_folder(&path, ask),
        Command::TrashItem { path } => elsewhere(ask, move || trash_item(&path)),
        Command::Beep => {
            platform::beep();
            ask.nothing();
        }
    }
}

/// Other programs and file systems take their time: they have a thread of their own.
fn elsewhere(ask: Ask, work: impl FnOnce() -> Done + Send + 'static) {
    let thread = std::thread::Builder::new().name("desktop".into());
    // Without a thread the question goes with the closure, and so is answered.
    drop(thread.spawn(move || ask.settle(work())));
}

/// Empty on success, as Electron words it.
fn open_path(path: &str) -> String {
    if !Path::new(path).exists() {
        return "Path does not exist".into();
    }
    opener::open(path).map_or_else(|error| error.to_string(), |()| String::new())
}

fn trash_item(path: &str) -> Done {
    if let Err(error) = std::fs::symlink_metadata(path) {
        return Err(Error::io(&error, "trash").with_path(path));
    }
    trash::delete(path).map_err(|error| failed("trashItem", &error))?;
    DONE
}

fn failed(what: &str, error: &dyn std::error::Error) -> Error {
    Error::new(Code::OperationFailed, format!("shell.{what}: {error}"))
}
