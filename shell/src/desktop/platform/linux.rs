use std::path::{Path, PathBuf};

use gtk::{gdk, gio, glib, prelude::*};
use ipc::{Code, Error};

use crate::answer::{Ask, DONE};

pub(in super::super) fn beep() {
    if let Some(display) = gdk::Display::default() {
        display.beep();
    }
}

/// Asks the desktop's file manager, and if there is none that understands, opens the folder.
pub(in super::super) fn show_item_in_folder(path: &str, ask: Ask) {
    let path = PathBuf::from(path);
    let uris = vec![gio::File::for_path(&path).uri().to_string()];
    gio::bus_get(gio::BusType::Session, gio::Cancellable::NONE, move |bus| {
        let Ok(bus) = bus else { return open_folder(&path, ask) };
        bus.call(
            Some("org.freedesktop.FileManager1"),
            "/org/freedesktop/FileManager1",
            "org.freedesktop.FileManager1",
            "ShowItems",
            Some(&(uris, "").to_variant()),
            None,
            gio::DBusCallFlags::NONE,
            -1,
            gio::Cancellable::NONE,
            move |answer: Result<glib::Variant, glib::Error>| match answer {
                Ok(_) => ask.nothing(),
                Err(_) => open_folder(&path, ask),
            },
        );
    });
}

fn open_folder(path: &Path, ask: Ask) {
    let folder = path.parent().unwrap_or(path).to_owned();
    super::super::elsewhere(ask, move || {
        let failed = |error: opener::OpenError| {
            Error::new(Code::OperationFailed, format!("shell.showItemInFolder: {error}"))
        };
        opener::open(&folder).map_err(failed)?;
        DONE
    });
}
