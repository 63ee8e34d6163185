use std::{
    cell::RefCell,
    collections::HashMap,
    path::{Path, PathBuf},
    rc::Rc,
};

use gtk::{gdk_pixbuf, prelude::*};
use main_process::host::dialog::{FileOptions, MessageOptions, Pressed};

use crate::{picture::picture, window::Window};

type Parent = Option<Rc<Window>>;

thread_local! {
    /// Message boxes that are open, by their numbers.
    static OPEN: RefCell<HashMap<u32, gtk::MessageDialog>> = RefCell::default();
}

pub(in super::super) fn show_open(
    parent: Parent,
    options: &FileOptions,
    done: impl FnOnce(Option<Vec<PathBuf>>) + 'static,
) {
    let has = |property: &str| options.properties.iter().any(|have| have == property);
    let folders = has("openDirectory") && !has("openFile");
    let action = if folders { gtk::FileChooserAction::SelectFolder } else { gtk::FileChooserAction::Open };
    let chooser = chooser(&parent, options, action, if folders { "_Select" } else { "_Open" });
    chooser.set_select_multiple(has("multiSelections"));
    chooser.set_create_folders(has("createDirectory"));
    if let Some(path) = options.default_path.as_deref().map(Path::new) {
        if path.is_dir() {
            chooser.set_current_folder(path);
        } else {
            chooser.set_filename(path);
        }
    }
    show(chooser, done);
}

pub(in super::super) fn show_save(
    parent: Parent,
    options: &FileOptions,
    done: impl FnOnce(Option<Vec<PathBuf>>) + 'static,
) {
    let chooser = chooser(&parent, options, gtk::FileChooserAction::Save, "_Save");
    // Electron asks on Linux only if told to; everybody else expects the question.
    chooser.set_do_overwrite_confirmation(true);
    chooser.set_create_folders(true);
    if let Some(path) = options.default_path.as_deref().map(Path::new) {
        suggest(&chooser, path);
    }
    show(chooser, done);
}

/// An absolute folder is opened, a file is named there, and a bare name is a name.
fn suggest(chooser: &gtk::FileChooserNative, path: &Path) {
    if path.is_dir() {
        chooser.set_current_folder(path);
        return;
    }
    if let Some(folder) = path.parent().filter(|folder| folder.is_dir()) {
        chooser.set_current_folder(folder);
    }
    if let Some(name) = path.file_name().and_then(|name| name.to_str()) {
        chooser.set_current_name(name);
    }
}

fn chooser(
    parent: &Parent,
    options: &FileOptions,
    action: gtk::FileChooserAction,
    accept: &str,
) -> gtk::FileChooserNative {
    let parent = parent.as_ref().filter(|window| window.native.is_shown()).map(|window| window.native.gtk());
    let accept = options
        .button_label
        .as_deref()
        .map_or(accept.into(), |label| label.replace('_', "__").replace('&', "_"));
    let title = options.title.as_deref().or(options.message.as_deref());
    let chooser = gtk::FileChooserNative::new(title, parent, action, Some(&accept), Some("_Cancel"));
    chooser.set_modal(parent.is_some());
    chooser.set_show_hidden(options.properties.iter().any(|property| property == "showHiddenFiles"));
    for filter in &options.filters {
        let native = gtk::FileFilter::new();
        native.set_name(Some(&filter.name));
        for extension in &filter.extensions {
            match extension.as_str() {
                "*" => native.add_pattern("*"),
                extension => native.add_pattern(&any_case(extension)),
            }
        }
        chooser.add_filter(native);
    }
    chooser
}

/// `png` as `*.[pP][nN][gG]`: patterns have no other way to ignore the case.
fn any_case(extension: &str) -> String {
    let letter = |letter: char| match letter.is_alphabetic() {
        true => format!("[{}{}]", letter.to_lowercase(), letter.to_uppercase()),
        false => letter.to_string(),
    };
    format!("*.{}", extension.chars().map(letter).collect::<String>())
}

fn show(chooser: gtk::FileChooserNative, done: impl FnOnce(Option<Vec<PathBuf>>) + 'static) {
    // The closure below holds the dialog until it is answered: nobody else does.
    let waiting = RefCell::new(Some((chooser.clone(), done)));
    chooser.connect_response(move |chooser, response| {
        let Some((_kept, done)) = waiting.take() else { return };
        chooser.hide();
        done((response == gtk::ResponseType::Accept).then(|| chooser.filenames()));
    });
    chooser.show();
}

pub(in super::super) fn show_message(
    parent: Parent,
    options: &MessageOptions,
    done: impl FnOnce(Pressed) + 'static,
) {
    let dialog = message(parent.as_ref(), kind(&options.kind), &options.message, &options.detail);
    dialog.set_title(&options.title);
    let plain = vec!["OK".to_owned()];
    let buttons = if options.buttons.is_empty() { &plain } else { &options.buttons };
    for (id, label) in (0..).zip(buttons) {
        dialog.add_button(&label.replace('_', "__").replace('&', "_"), gtk::ResponseType::Other(id));
    }
    if let Some(id) = options.default_id {
        dialog.set_default_response(gtk::ResponseType::Other(id as u16));
    }
    if let Some(icon) = options.icon.as_deref().and_then(|icon| picture(icon).ok()) {
        let icon = icon.scale_simple(48, 48, gdk_pixbuf::InterpType::Bilinear);
        let image = gtk::Image::from_pixbuf(icon.as_ref());
        image.show();
        dialog.set_property("image", image);
    }
    let checkbox = (!options.checkbox_label.is_empty()).then(|| {
        let checkbox = gtk::CheckButton::with_label(&options.checkbox_label);
        checkbox.set_active(options.checkbox_checked);
        checkbox.show();
        dialog
            .message_area()
            .downcast_ref::<gtk::Container>()
            .into_iter()
            .for_each(|area| area.add(&checkbox));
        checkbox
    });
    let (request, cancel, checked) = (options.request, options.cancel_id, options.checkbox_checked);
    OPEN.with_borrow_mut(|open| open.insert(request, dialog.clone()));
    answer(&dialog, move |response| {
        OPEN.with_borrow_mut(|open| open.remove(&request));
        let response = match response {
            gtk::ResponseType::Other(id) => u32::from(id),
            _ => cancel,
        };
        let checkbox_checked = checkbox.map_or(checked, |checkbox| checkbox.is_active());
        done(Pressed { response, checkbox_checked });
    });
}

pub(in super::super) fn close_message(request: u32) {
    let dialog = OPEN.with_borrow(|open| open.get(&request).cloned());
    if let Some(dialog) = dialog {
        dialog.response(gtk::ResponseType::Cancel);
    }
}

pub(in super::super) fn show_error(title: &str, content: &str, done: impl FnOnce() + 'static) {
    let dialog = message(None, gtk::MessageType::Error, title, content);
    dialog.add_button("OK", gtk::ResponseType::Ok);
    dialog.set_position(gtk::WindowPosition::Center);
    answer(&dialog, |_| done());
}

fn kind(kind: &str) -> gtk::MessageType {
    match kind {
        "info" => gtk::MessageType::Info,
        "error" => gtk::MessageType::Error,
        "question" => gtk::MessageType::Question,
        "warning" => gtk::MessageType::Warning,
        _ => gtk::MessageType::Other,
    }
}

fn message(
    parent: Option<&Rc<Window>>,
    kind: gtk::MessageType,
    text: &str,
    detail: &str,
) -> gtk::MessageDialog {
    let parent = parent.filter(|window| window.native.is_shown()).map(|window| window.native.gtk());
    let flags = if parent.is_some() { gtk::DialogFlags::MODAL } else { gtk::DialogFlags::empty() };
    let dialog = gtk::MessageDialog::new(parent, flags, kind, gtk::ButtonsType::None, text);
    if !detail.is_empty() {
        dialog.set_secondary_text(Some(detail));
    }
    dialog
}

/// Shows the dialog; `done` hears once what was pressed.
#[allow(unsafe_code)]
fn answer(dialog: &gtk::MessageDialog, done: impl FnOnce(gtk::ResponseType) + 'static) {
    let done = RefCell::new(Some(done));
    dialog.connect_response(move |dialog, response| {
        let Some(done) = done.take() else { return };
        done(response);
        // SAFETY: it is answered, and nobody else has it.
        unsafe { dialog.destroy() };
    });
    dialog.present_with_time(gtk::gdk::ffi::GDK_CURRENT_TIME as u32);
}
