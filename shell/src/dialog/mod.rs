//! Dialogs. Each is answered when the user has decided; nothing waits for one meanwhile.

mod platform;

use std::rc::Rc;

use ipc::{Code, Error};
use main_process::host::{
    Answer,
    dialog::{Chosen, Command, Pressed},
    window::WindowId,
};

use crate::{
    answer::{Ask, json},
    app::Shell,
    window::Window,
};

pub(crate) fn handle(shell: &Rc<Shell>, command: Command, ask: Ask) {
    match command {
        Command::ShowOpen(options) => match parent(shell, options.window) {
            Ok(parent) => platform::show_open(parent, &options, |chosen| tell(ask, chosen)),
            Err(error) => ask.settle(Err(error)),
        },
        Command::ShowSave(options) => match parent(shell, options.window) {
            Ok(parent) => platform::show_save(parent, &options, |chosen| tell(ask, chosen)),
            Err(error) => ask.settle(Err(error)),
        },
        Command::ShowMessage(options) => match parent(shell, options.window) {
            Ok(parent) => {
                platform::show_message(parent, &options, |pressed: Pressed| ask.settle(json(pressed)))
            }
            Err(error) => ask.settle(Err(error)),
        },
        Command::CloseMessage { request } => {
            platform::close_message(request);
            ask.nothing();
        }
        Command::ShowError { title, content } => platform::show_error(&title, &content, || ask.nothing()),
    }
}

fn parent(shell: &Shell, id: Option<WindowId>) -> ipc::Result<Option<Rc<Window>>> {
    id.map(|id| shell.windows.get(id)).transpose()
}

/// Nothing chosen means cancelled.
fn tell(ask: Ask, chosen: Option<Vec<std::path::PathBuf>>) {
    let canceled = chosen.is_none();
    let paths = chosen.unwrap_or_default().into_iter().map(|path| path.into_os_string().into_string());
    let answer: ipc::Result<Answer> = match paths.collect() {
        Ok(file_paths) => json(Chosen { canceled, file_paths }),
        Err(path) => Err(Error::new(
            Code::InvalidArgValue,
            format!("The chosen path is not Unicode: {}", path.display()),
        )),
    };
    ask.settle(answer);
}
