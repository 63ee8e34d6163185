//! The user's hands and eyes.

use std::{
    path::Path,
    process::Command,
    thread,
    time::{Duration, Instant},
};

use super::driver::PATIENCE;

/// Runs xdotool.
pub(crate) fn hand(arguments: &[&str]) -> String {
    let output = Command::new("xdotool").args(arguments).output().expect("xdotool is installed");
    String::from_utf8_lossy(&output.stdout).trim().to_owned()
}

pub(crate) fn click(x: i32, y: i32) {
    hand(&["mousemove", &x.to_string(), &y.to_string(), "click", "1"]);
}

pub(crate) fn key(keys: &str) {
    hand(&["key", "--clearmodifiers", keys]);
}

/// The number of the window with this title, once it is on the screen.
pub(crate) fn find(title: &str) -> String {
    let deadline = Instant::now() + PATIENCE;
    loop {
        let found = hand(&["search", "--onlyvisible", "--name", title]);
        if let Some(id) = found.lines().next() {
            return id.into();
        }
        assert!(Instant::now() < deadline, "no window is called {title}");
        thread::sleep(Duration::from_millis(50));
    }
}

/// What the X server says of a window.
pub(crate) fn property(title: &str, name: &str) -> String {
    let output =
        Command::new("xprop").args(["-id", &find(title), name]).output().expect("xprop is installed");
    String::from_utf8_lossy(&output.stdout).into_owned()
}

/// Has the window manager ask the window to close, as its button does.
pub(crate) fn close(title: &str) {
    hand(&["windowactivate", "--sync", &find(title)]);
    key("alt+F4");
}

/// The colour of one pixel of the screen, as `#RRGGBB`.
pub(crate) fn pixel(x: i32, y: i32) -> String {
    let crop = format!("1x1+{x}+{y}");
    let output =
        Command::new("import").args(["-window", "root", "-crop", &crop, "-depth", "8", "txt:-"]).output();
    let text = String::from_utf8_lossy(&output.expect("ImageMagick is installed").stdout).into_owned();
    let at = text.rfind('#').unwrap_or_else(|| panic!("no pixel in {text}"));
    text[at..].chars().take(7).collect()
}

pub(crate) fn wait_pixel(x: i32, y: i32, colour: &str) {
    let deadline = Instant::now() + PATIENCE;
    while pixel(x, y) != colour {
        assert!(Instant::now() < deadline, "the pixel at {x}, {y} is {}, not {colour}", pixel(x, y));
        thread::sleep(Duration::from_millis(50));
    }
}

/// Keeps what is on the screen, if whoever runs the tests wants to look at it.
pub(crate) fn shoot(name: &str) {
    if let Some(folder) = std::env::var_os("KAON_SHOTS") {
        let file = Path::new(&folder).join(name).with_extension("png");
        drop(Command::new("import").args(["-window", "root"]).arg(file).status());
    }
}
