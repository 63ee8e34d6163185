//! Light and dark, in windows and pages alike.

mod platform;

use std::rc::Rc;

use ipc::{Code, Error};
use main_process::host::theme::Command;

pub(crate) use platform::watch;

use crate::{
    answer::{DONE, Done, json},
    app::Shell,
};

#[derive(Clone, Copy, PartialEq)]
enum Source {
    System,
    Light,
    Dark,
}

pub(crate) fn handle(shell: &Rc<Shell>, command: Command) -> Done {
    match command {
        Command::SetSource { source } => {
            platform::set_source(
                shell,
                match source.as_str() {
                    "system" => Source::System,
                    "light" => Source::Light,
                    "dark" => Source::Dark,
                    _ => {
                        return Err(Error::new(
                            Code::InvalidArgValue,
                            format!("'{source}' is no theme source"),
                        ));
                    }
                },
            );
            DONE
        }
        Command::Get => json(serde_json::json!({ "dark": platform::is_dark(shell) })),
    }
}
