#![allow(unsafe_code)]

use std::{
    cell::{Cell, RefCell},
    collections::HashMap,
    path::{Path, PathBuf},
    rc::Rc,
};

use block2::RcBlock;
use main_process::host::dialog::{FileOptions, MessageOptions, Pressed};
use objc2::rc::Retained;
use objc2_app_kit::{
    NSAlert, NSAlertFirstButtonReturn, NSAlertStyle, NSApplication, NSControlStateValueOff,
    NSControlStateValueOn, NSModalResponse, NSModalResponseCancel, NSModalResponseOK, NSOpenPanel,
    NSSavePanel, NSWindow,
};
use objc2_foundation::{NSArray, NSString, NSURL};

use crate::{
    app::{main_thread, soon},
    picture::picture,
    window::Window,
};

type Parent = Option<Rc<Window>>;

/// How a message box is taken away.
enum Shown {
    Sheet { parent: Retained<NSWindow>, sheet: Retained<NSWindow> },
    Modal,
}

thread_local! {
    /// Message boxes that are open, by their numbers.
    static OPEN: RefCell<HashMap<u32, Shown>> = RefCell::default();
}

pub(in super::super) fn show_open(
    parent: Parent,
    options: &FileOptions,
    done: impl FnOnce(Option<Vec<PathBuf>>) + 'static,
) {
    let has = |property: &str| options.properties.iter().any(|have| have == property);
    let panel = NSOpenPanel::openPanel(main_thread());
    panel.setCanChooseDirectories(has("openDirectory"));
    panel.setCanChooseFiles(has("openFile") || !has("openDirectory"));
    panel.setAllowsMultipleSelection(has("multiSelections"));
    panel.setResolvesAliases(!has("noResolveAliases"));
    panel.setCanCreateDirectories(has("createDirectory"));
    prepare(&panel, options);
    let chosen = panel.clone();
    show(&panel, parent, move |accepted| {
        done(accepted.then(|| chosen.URLs().iter().filter_map(|url| path(&url)).collect()))
    });
}

pub(in super::super) fn show_save(
    parent: Parent,
    options: &FileOptions,
    done: impl FnOnce(Option<Vec<PathBuf>>) + 'static,
) {
    let panel = NSSavePanel::savePanel(main_thread());
    panel.setCanCreateDirectories(true);
    panel.setShowsTagField(false);
    prepare(&panel, options);
    let chosen = panel.clone();
    show(&panel, parent, move |accepted| {
        done(accepted.then(|| chosen.URL().iter().filter_map(|url| path(url)).collect()))
    });
}

fn path(url: &NSURL) -> Option<PathBuf> {
    url.path().map(|path| PathBuf::from(path.to_string()))
}

fn prepare(panel: &NSSavePanel, options: &FileOptions) {
    let text = |text: &Option<String>| text.as_deref().map(NSString::from_str);
    if let Some(title) = text(&options.title) {
        panel.setTitle(Some(&title));
    }
    if let Some(message) = text(&options.message) {
        panel.setMessage(Some(&message));
    }
    if let Some(label) = text(&options.button_label) {
        panel.setPrompt(Some(&label));
    }
    let has = |property: &str| options.properties.iter().any(|have| have == property);
    panel.setShowsHiddenFiles(has("showHiddenFiles"));
    panel.setTreatsFilePackagesAsDirectories(has("treatPackageAsDirectory"));
    let extensions = options.filters.iter().flat_map(|filter| &filter.extensions).collect::<Vec<_>>();
    if !extensions.is_empty() && !extensions.iter().any(|extension| *extension == "*") {
        let extensions = extensions.iter().map(|extension| NSString::from_str(extension)).collect::<Vec<_>>();
        #[allow(deprecated)]
        panel.setAllowedFileTypes(Some(&NSArray::from_retained_slice(&extensions)));
    }
    if let Some(path) = options.default_path.as_deref().map(Path::new) {
        suggest(panel, path);
    }
}

/// An absolute folder is opened, a file is named there, and a bare name is a name.
fn suggest(panel: &NSSavePanel, path: &Path) {
    let folder = if path.is_dir() { Some(path) } else { path.parent().filter(|folder| folder.is_dir()) };
    if let Some(folder) = folder.and_then(Path::to_str) {
        panel.setDirectoryURL(Some(&NSURL::fileURLWithPath(&NSString::from_str(folder))));
    }
    if let Some(name) = path.file_name().and_then(|name| name.to_str()).filter(|_| !path.is_dir()) {
        panel.setNameFieldStringValue(&NSString::from_str(name));
    }
}

fn show(panel: &NSSavePanel, parent: Parent, done: impl FnOnce(bool) + 'static) {
    let answered = once(move |response| done(response == NSModalResponseOK));
    match parent {
        Some(parent) => {
            panel.beginSheetModalForWindow_completionHandler(&parent.native.ns_window(), &answered)
        }
        None => panel.beginWithCompletionHandler(&answered),
    }
}

fn once(done: impl FnOnce(NSModalResponse) + 'static) -> RcBlock<dyn Fn(NSModalResponse)> {
    let done = Cell::new(Some(done));
    RcBlock::new(move |response| {
        if let Some(done) = done.take() {
            done(response);
        }
    })
}

pub(in super::super) fn show_message(
    parent: Parent,
    options: &MessageOptions,
    done: impl FnOnce(Pressed) + 'static,
) {
    let alert = alert(&options.kind, &options.message, &options.detail);
    for (id, label) in (0..).zip(&options.buttons) {
        let button = alert.addButtonWithTitle(&NSString::from_str(label));
        if options.default_id.is_some() {
            let chosen = options.default_id == Some(id);
            button.setKeyEquivalent(&NSString::from_str(if chosen { "\r" } else { "" }));
        }
        if id == options.cancel_id && options.default_id != Some(id) {
            button.setKeyEquivalent(&NSString::from_str("\u{1b}"));
        }
    }
    // A picture that cannot be read is left out.
    if let Some(icon) = options.icon.as_deref().and_then(|icon| picture(icon).ok()) {
        // SAFETY: a picture is what is wanted there.
        unsafe { alert.setIcon(Some(&icon)) };
    }
    if let Some(checkbox) = checkbox(&alert, &options.checkbox_label) {
        checkbox.setState(if options.checkbox_checked {
            NSControlStateValueOn
        } else {
            NSControlStateValueOff
        });
    }
    let (request, cancel, checked) = (options.request, options.cancel_id, options.checkbox_checked);
    let shown = alert.clone();
    run(parent, &alert, Some(request), move |response| {
        let checkbox_checked =
            shown.suppressionButton().map_or(checked, |button| button.state() == NSControlStateValueOn);
        let response = u32::try_from(response - NSAlertFirstButtonReturn).unwrap_or(cancel);
        done(Pressed { response, checkbox_checked });
    });
}

fn checkbox(alert: &NSAlert, label: &str) -> Option<Retained<objc2_app_kit::NSButton>> {
    if label.is_empty() {
        return None;
    }
    alert.setShowsSuppressionButton(true);
    let checkbox = alert.suppressionButton()?;
    checkbox.setTitle(&NSString::from_str(label));
    Some(checkbox)
}

/// Takes a box away as if it had been cancelled.
pub(in super::super) fn close_message(request: u32) {
    match OPEN.with_borrow_mut(|open| open.remove(&request)) {
        Some(Shown::Sheet { parent, sheet }) => parent.endSheet_returnCode(&sheet, NSModalResponseCancel),
        Some(Shown::Modal) => NSApplication::sharedApplication(main_thread()).abortModal(),
        None => {}
    }
}

pub(in super::super) fn show_error(title: &str, content: &str, done: impl FnOnce() + 'static) {
    run(None, &alert("error", title, content), None, |_| done());
}

fn alert(kind: &str, text: &str, detail: &str) -> Retained<NSAlert> {
    let alert = NSAlert::new(main_thread());
    alert.setAlertStyle(match kind {
        "error" => NSAlertStyle::Critical,
        "warning" => NSAlertStyle::Warning,
        _ => NSAlertStyle::Informational,
    });
    alert.setMessageText(&NSString::from_str(text));
    alert.setInformativeText(&NSString::from_str(detail));
    alert
}

/// A sheet where there is a window for it. Without one the system runs a loop of its own, in a turn that is not a
/// command's.
fn run(
    parent: Parent,
    alert: &Retained<NSAlert>,
    request: Option<u32>,
    done: impl FnOnce(NSModalResponse) + 'static,
) {
    let done = move |response| {
        request.map(|request| OPEN.with_borrow_mut(|open| open.remove(&request)));
        done(response);
    };
    let keep = |shown| request.map(|request| OPEN.with_borrow_mut(|open| open.insert(request, shown)));
    let Some(parent) = parent.map(|parent| parent.native.ns_window()) else {
        keep(Shown::Modal);
        let alert = alert.clone();
        return soon(move || done(alert.runModal()));
    };
    keep(Shown::Sheet { parent: parent.clone(), sheet: alert.window() });
    alert.beginSheetModalForWindow_completionHandler(&parent, Some(&once(done)));
}
