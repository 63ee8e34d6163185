use serde_json::{Value, json};
use tests::{
    app::{App, fixture},
    display::Display,
};

use crate::Test;

pub(crate) const TESTS: &[(&str, Test)] = &[
    ("messages keep every kind of value, their order, and Electron's errors", messages),
    ("a page can neither see nor patch its preload, and a subframe has no bridge", isolation),
    ("a preload that throws is reported, and its page lives on", a_preload_that_throws),
];

fn check(found: &Value, expected: &[(&str, Value)]) {
    for (name, value) in expected {
        assert_eq!(&found[name], value, "{name}, of {found:#}");
    }
}

fn messages(display: &Display) {
    let mut app = App::start(display, &fixture("messages"));
    let found = app.event("results")["results"].take();
    check(
        &found,
        &[
            ("sync", json!({ "got": { "a": [1] } })),
            ("sender", json!({ "url": "index.html", "id": 1 })),
            ("cycle", json!("loop")),
            ("error", json!("true wrong deeper")),
            ("minus zero", json!(true)),
            ("map", json!(true)),
            ("buffer", json!("1,2,3")),
            ("prototype", json!("undefined true")),
            (
                "handler throws",
                json!("Error: Error invoking remote method 'fail': RangeError: out of cheese"),
            ),
            (
                "no handler",
                json!(
                    "Error: Error invoking remote method 'nobody': Error: No handler registered for 'nobody'"
                ),
            ),
            ("function sent", json!("Error: An object could not be cloned.")),
            (
                "function returned",
                json!(
                    "Error: Error invoking remote method 'function': Error: An object could not be cloned."
                ),
            ),
            ("alive after", json!("still here")),
            ("order to main", json!(5000)),
            ("order to page", json!(5000)),
        ],
    );
    let shown = found["inspect"].as_str().unwrap();
    for part in [
        "Map(1) { 'a' => 1 }",
        "Set(1) { 1 }",
        "1970-01-01T00:00:00.000Z",
        "123n",
        "/a+/gi",
        "nan: NaN",
        "zero: -0",
        "nothing: undefined",
    ] {
        assert!(shown.contains(part), "{part} is not in {shown}");
    }
    let large = found["too large"].as_str().unwrap();
    assert_eq!(large, "RangeError: A message may have 268435456 bytes at most");
    assert_eq!(app.end().0, Some(0));
}

fn isolation(display: &Display) {
    let mut app = App::start(display, &fixture("isolation"));
    let event = app.event("found");
    check(
        &event["found"],
        &[
            ("secret", json!("undefined")),
            ("require", json!("undefined")),
            ("handler", json!("undefined")),
            ("honest", json!("hello")),
            ("add", json!(5)),
            ("frozen", json!(1)),
            ("replaced", json!("object")),
            ("later", json!("later")),
            ("callback", json!("from the preload")),
            ("fail", json!("TypeError: thrown in the preload")),
            ("patched", json!(true)),
            ("page seen", json!("undefined")),
            ("blob body", json!("refused")),
            ("frame", json!({ "api": "undefined", "require": "undefined", "handler": "undefined" })),
        ],
    );
    assert_eq!(event["heard"], json!([]));
    assert_eq!(app.end().0, Some(0));
}

fn a_preload_that_throws(display: &Display) {
    let mut app = App::start(display, &fixture("bad-preload"));
    let error = app.event("preload-error");
    check(&error, &[("file", json!("preload.js")), ("message", json!("broken preload"))]);
    assert_eq!(app.event("page")["title"], "lives on");
    assert_eq!(app.end().0, Some(0));
}
