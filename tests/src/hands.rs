//! What a user does: points, clicks, types, looks at windows.

use std::{
    process::Command,
    time::{Duration, Instant},
};

use crate::{
    display::Display,
    process::{PATIENCE, output},
};

fn xdotool(display: &Display, args: &[&str]) -> Command {
    let mut command = Command::new("xdotool");
    command.args(args).env("DISPLAY", display.name());
    command
}

/// The window with this title, once it is on the screen; an X11 id.
pub fn window(display: &Display, title: &str) -> String {
    let pattern = format!("^{title}$");
    output(&mut xdotool(display, &["search", "--sync", "--onlyvisible", "--name", &pattern]))
        .lines()
        .next()
        .unwrap()
        .to_owned()
}

/// Waits until no window has this title any more.
pub fn window_gone(display: &Display, title: &str) {
    let pattern = format!("^{title}$");
    let deadline = Instant::now() + PATIENCE;
    while xdotool(display, &["search", "--onlyvisible", "--name", &pattern])
        .output()
        .unwrap()
        .status
        .success()
    {
        assert!(Instant::now() < deadline, "the window '{title}' stays");
        std::thread::park_timeout(Duration::from_millis(20));
    }
}

/// Clicks at a point of the window, from its top left.
pub fn click(display: &Display, window: &str, x: i32, y: i32) {
    press(display, window, x, y, "1");
}

/// As [`click`], with mouse button 1, 2 or 3.
pub fn press(display: &Display, window: &str, x: i32, y: i32, button: &str) {
    let (x, y) = (x.to_string(), y.to_string());
    output(&mut xdotool(display, &["mousemove", "--sync", "--window", window, &x, &y]));
    output(&mut xdotool(display, &["click", button]));
}

/// Types into whatever has the focus.
pub fn type_text(display: &Display, text: &str) {
    output(&mut xdotool(display, &["type", "--delay", "15", text]));
}

/// Presses keys: `ctrl+s`, `Return`.
pub fn keys(display: &Display, keys: &str) {
    output(&mut xdotool(display, &["key", "--clearmodifiers", keys]));
}

/// Asks the window manager to close a window, as its close button does.
pub fn close(display: &Display, window: &str) {
    output(Command::new("wmctrl").args(["-i", "-c", window]).env("DISPLAY", display.name()));
}

/// Moves and sizes a window as its user would: `wmctrl -e` with gravity 0.
pub fn place(display: &Display, window: &str, x: i32, y: i32, width: u32, height: u32) {
    let geometry = format!("0,{x},{y},{width},{height}");
    output(Command::new("wmctrl").args(["-i", "-r", window, "-e", &geometry]).env("DISPLAY", display.name()));
}

/// `(width, height)` of a window's inside.
pub fn size(display: &Display, window: &str) -> (u32, u32) {
    let said = output(&mut xdotool(display, &["getwindowgeometry", "--shell", window]));
    let value = |name: &str| {
        said.lines()
            .find_map(|line| line.strip_prefix(name)?.parse().ok())
            .unwrap_or_else(|| panic!("{said}"))
    };
    (value("WIDTH="), value("HEIGHT="))
}
