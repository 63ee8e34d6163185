use std::{cell::Cell, rc::Rc};

use gtk::{gio, glib, prelude::*};
use main_process::host::{Event, theme};

use super::super::Source;
use crate::app::Shell;

const PORTAL: &str = "org.freedesktop.portal.Desktop";
const PATH: &str = "/org/freedesktop/portal/desktop";
const SETTINGS: &str = "org.freedesktop.portal.Settings";
const APPEARANCE: &str = "org.freedesktop.appearance";

thread_local! {
    static SOURCE: Cell<Source> = const { Cell::new(Source::System) };
    /// What the desktop prefers, if it says so; GTK 3 does not ask by itself.
    static DESKTOP: Cell<Option<bool>> = const { Cell::new(None) };
    /// What the GTK settings said before anybody changed them.
    static BEFORE: Cell<Option<bool>> = const { Cell::new(None) };
}

/// Pages follow the GTK settings by themselves.
pub(in super::super) fn set_source(_: &Rc<Shell>, source: Source) {
    SOURCE.set(source);
    apply();
}

pub(in super::super) fn is_dark(_: &Rc<Shell>) -> bool {
    gtk::Settings::default().is_some_and(|settings| dark(&settings))
}

fn dark(settings: &gtk::Settings) -> bool {
    let theme = settings.gtk_theme_name().map(|name| name.to_lowercase()).unwrap_or_default();
    settings.is_gtk_application_prefer_dark_theme() || theme.ends_with("-dark")
}

fn apply() {
    let Some(settings) = gtk::Settings::default() else { return };
    let before = BEFORE.get().unwrap_or_else(|| settings.is_gtk_application_prefer_dark_theme());
    BEFORE.set(Some(before));
    settings.set_gtk_application_prefer_dark_theme(match SOURCE.get() {
        Source::System => DESKTOP.get().unwrap_or(before),
        Source::Light => false,
        Source::Dark => true,
    });
}

/// Tells of changes, and follows what the desktop prefers.
pub(crate) fn watch(_: &Rc<Shell>) {
    let Some(settings) = gtk::Settings::default() else { return };
    let last = Rc::new(Cell::new(dark(&settings)));
    let tell = move |settings: &gtk::Settings| {
        let dark = dark(settings);
        if last.replace(dark) != dark {
            Shell::with(|shell| shell.tell(Event::Theme(theme::Event::Updated { dark })));
        }
    };
    settings.connect_gtk_application_prefer_dark_theme_notify(tell.clone());
    settings.connect_gtk_theme_name_notify(tell);
    gio::bus_get(gio::BusType::Session, gio::Cancellable::NONE, |bus| {
        if let Ok(bus) = bus {
            ask_desktop(&bus);
        }
    });
}

fn ask_desktop(bus: &gio::DBusConnection) {
    bus.signal_subscribe(
        Some(PORTAL),
        Some(SETTINGS),
        Some("SettingChanged"),
        Some(PATH),
        Some(APPEARANCE),
        gio::DBusSignalFlags::NONE,
        |_, _, _, _, _, change| {
            if change.child_value(1).str() == Some("color-scheme") {
                heard(&change.child_value(2));
            }
        },
    );
    let question = (APPEARANCE, "color-scheme").to_variant();
    let answered = |answer: Result<glib::Variant, glib::Error>| {
        // Without a portal the GTK settings are all there is.
        if let Ok(answer) = answer {
            heard(&answer.child_value(0));
        }
    };
    // A portal that nobody else wanted would be started for this alone.
    let (flags, never) = (gio::DBusCallFlags::NO_AUTO_START, gio::Cancellable::NONE);
    bus.call(Some(PORTAL), PATH, SETTINGS, "Read", Some(&question), None, flags, -1, never, answered);
}

/// 1 means dark, 2 light, 0 no preference; wrapped once or twice.
fn heard(value: &glib::Variant) {
    let mut value = value.clone();
    while let Some(inner) = value.as_variant() {
        value = inner;
    }
    DESKTOP.set(match value.get::<u32>() {
        Some(1) => Some(true),
        Some(2) => Some(false),
        _ => None,
    });
    apply();
}
