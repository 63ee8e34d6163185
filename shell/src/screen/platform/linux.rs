use std::rc::Rc;

use gtk::{gdk, glib, prelude::*};
use main_process::host::{
    Event,
    screen::{self, Display},
    window::Bounds,
};

use crate::app::Shell;

pub(in super::super) fn displays(_: &Rc<Shell>) -> Vec<Display> {
    let Some(display) = gdk::Display::default() else { return Vec::new() };
    let primary = display.primary_monitor().or_else(|| display.monitor(0));
    let monitors = (0..display.n_monitors()).filter_map(|number| Some((number, display.monitor(number)?)));
    monitors.map(|(number, monitor)| describe(number, &monitor, primary.as_ref() == Some(&monitor))).collect()
}

fn describe(number: i32, monitor: &gdk::Monitor, primary: bool) -> Display {
    let named = [monitor.manufacturer(), monitor.model()].into_iter().flatten().collect::<Vec<_>>();
    let label = named.iter().map(glib::GString::as_str).collect::<Vec<_>>().join(" ");
    Display {
        id: super::super::number(&format!("{label} {number}")),
        label,
        bounds: bounds(monitor.geometry()),
        work_area: bounds(monitor.workarea()),
        scale_factor: f64::from(monitor.scale_factor()),
        primary,
    }
}

fn bounds(area: gdk::Rectangle) -> Bounds {
    Bounds { x: area.x(), y: area.y(), width: area.width() as u32, height: area.height() as u32 }
}

pub(in super::super) fn cursor(_: &Rc<Shell>) -> (i32, i32) {
    let seat = gdk::Display::default().and_then(|display| display.default_seat());
    seat.and_then(|seat| seat.pointer()).map(|pointer| pointer.position()).map_or((0, 0), |(_, x, y)| (x, y))
}

/// Tells when displays come, go or change.
pub(crate) fn watch(_: &Rc<Shell>) {
    let Some(screen) = gdk::Screen::default() else { return };
    screen.connect_monitors_changed(|_| changed());
    screen.connect_size_changed(|_| changed());
}

fn changed() {
    Shell::with(|shell| {
        let displays = displays(shell);
        shell.tell(Event::Screen(screen::Event::Changed { displays }));
    });
}
