//! What a crate has for both systems.

use ipc::{Code, Error};

use crate::answer::{Ask, DONE};

pub(in super::super) fn show_item_in_folder(path: &str, ask: Ask) {
    let path = path.to_owned();
    super::super::elsewhere(ask, move || {
        let failed = |error: opener::OpenError| {
            Error::new(Code::OperationFailed, format!("shell.showItemInFolder: {error}"))
        };
        opener::reveal(&path).map_err(failed)?;
        DONE
    });
}
