use tests::{
    app::{App, fixture},
    display::Display,
    hands,
};

use crate::Test;

pub(crate) const TESTS: &[(&str, Test)] = &[
    ("a click on a button reaches the main process", a_click),
    ("what is typed into a field reaches the main process", typing),
    ("a menu item answers its accelerator", a_menu_item),
    ("a menu item answers the pointer", a_menu_click),
    ("a dialog answers with the button that was pressed", a_dialog),
    ("a second window opens and the first lives on when it closes", a_second_window),
    ("closing the last window quits with exit code 0", quitting),
];

/// The pages lie below the menu bar.
const BAR: i32 = 26;

fn start(display: &Display) -> (App, String) {
    let mut app = App::start(display, &fixture("hands"));
    app.event("shown");
    let window = hands::window(display, "First window");
    (app, window)
}

fn a_click(display: &Display) {
    let (mut app, window) = start(display);
    hands::click(display, &window, 100, 40 + BAR);
    assert_eq!(app.event("clicked")["count"], 1);
    hands::click(display, &window, 100, 40 + BAR);
    assert_eq!(app.event("clicked")["count"], 2);
}

fn typing(display: &Display) {
    let (mut app, window) = start(display);
    hands::click(display, &window, 100, 100 + BAR);
    hands::type_text(display, "Hello, Kaon");
    hands::keys(display, "Return");
    assert_eq!(app.event("typed")["text"], "Hello, Kaon");
}

fn a_menu_item(display: &Display) {
    let (mut app, window) = start(display);
    hands::click(display, &window, 400, 300);
    hands::keys(display, "ctrl+g");
    let clicked = app.event("menu");
    assert_eq!((clicked["label"].as_str(), clicked["window"].as_u64()), (Some("Greet"), Some(1)));
}

fn a_menu_click(display: &Display) {
    let (mut app, window) = start(display);
    hands::click(display, &window, 15, 10);
    hands::keys(display, "Down");
    hands::keys(display, "Return");
    assert_eq!(app.event("menu")["label"], "Greet");
}

fn a_dialog(display: &Display) {
    let (mut app, window) = start(display);
    hands::click(display, &window, 100, 160 + BAR);
    app.event("asking");
    hands::window(display, "A question");
    hands::keys(display, "Return");
    assert_eq!(app.event("answered")["response"], 0);
    hands::window_gone(display, "A question");
    hands::click(display, &window, 100, 160 + BAR);
    app.event("asking");
    hands::window(display, "A question");
    hands::keys(display, "Escape");
    assert_eq!(app.event("answered")["response"], 1);
}

fn a_second_window(display: &Display) {
    let (mut app, window) = start(display);
    hands::click(display, &window, 400, 300);
    hands::keys(display, "ctrl+2");
    app.event("shown");
    let second = hands::window(display, "Second window");
    hands::close(display, &second);
    assert_eq!(app.event("closed")["title"], "Second window");
    hands::click(display, &window, 100, 40 + BAR);
    app.event("clicked");
}

fn quitting(display: &Display) {
    let (mut app, window) = start(display);
    hands::close(display, &window);
    app.event("closed");
    app.event("will-quit");
    let (code, said) = app.end();
    assert_eq!(code, Some(0), "{said}");
}
