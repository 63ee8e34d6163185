use std::time::Instant;

use tests::{
    app::{App, fixture},
    display::Display,
    hands,
    process::PATIENCE,
};

use crate::Test;

pub(crate) const TESTS: &[(&str, Test)] = &[
    ("a main script that hangs leaves its window to move, resize and close", a_hung_main),
    ("a page that hangs leaves the main process and other windows running", a_hung_page),
];

fn a_hung_main(display: &Display) {
    let mut app = App::start(display, &fixture("hung-main"));
    app.event("hanging");
    let window = hands::window(display, "Hung main");
    hands::place(display, &window, 100, 120, 640, 420);
    let deadline = Instant::now() + PATIENCE;
    while hands::size(display, &window) != (640, 420) {
        assert!(Instant::now() < deadline, "the window does not take its new size");
    }
    hands::close(display, &window);
    hands::window_gone(display, "Hung main");
    let (code, said) = app.end();
    assert_eq!(code, Some(1), "{said}");
    assert!(said.contains("does not respond"), "{said}");
}

fn a_hung_page(display: &Display) {
    let mut app = App::start(display, &fixture("hung-page"));
    app.event("hanging");
    assert_eq!(app.event("answers")["answers"], 100);
    let (code, said) = app.end();
    assert_eq!(code, Some(0), "{said}");
}
