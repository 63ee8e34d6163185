use std::fs;

use tests::{
    app::{App, fresh_home},
    built,
    display::Display,
    hands, picture, root,
};

use crate::Test;

pub(crate) const TESTS: &[(&str, Test)] =
    &[("the notes app reads and writes Markdown files on disk", on_disk)];

fn on_disk(display: &Display) {
    let folder = fresh_home().join("Notes");
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join("Groceries.md"), "# Groceries\n\n- bread\n- butter\n").unwrap();
    let ready = folder.with_file_name("ready");
    let env = [("NOTES_DIR", folder.to_str().unwrap()), ("KAON_READY_FILE", ready.to_str().unwrap())];
    let _app = App::start_with(display, &root().join("templates/notes"), &[], &env);
    until("the notes window is painted", || ready.exists());
    let window = tests::process::output(
        std::process::Command::new("xdotool")
            .args(["search", "--sync", "--onlyvisible", "--name", "Groceries|Notes"])
            .env("DISPLAY", display.name()),
    );
    let window = window.lines().next().unwrap();
    hands::click(display, window, 600, 400);
    hands::keys(display, "ctrl+End");
    hands::type_text(display, "jam");
    hands::keys(display, "ctrl+s");
    until("the note on disk has what was typed", || {
        fs::read_to_string(folder.join("Groceries.md")).unwrap().contains("jam")
    });
    // The README shows this picture; `KAON_BLESS` renews it.
    let bless = std::env::var_os("KAON_BLESS").is_some();
    let folder = if bless { root().join("tests/window") } else { built("debug") };
    let file = folder.join("notes.png");
    picture::take(display, "root", &file);
    assert!(picture::colours(&file) > 50, "{} is blank", file.display());
}

/// Looks again and again, since nobody tells a test about files.
fn until(what: &str, is_so: impl Fn() -> bool) {
    let deadline = std::time::Instant::now() + tests::process::PATIENCE;
    while !is_so() {
        assert!(std::time::Instant::now() < deadline, "waited in vain: {what}");
        std::thread::park_timeout(std::time::Duration::from_millis(20));
    }
}
