use std::{fs, path::PathBuf, process::Command};

use tests::{app::fresh_home, display::Display, executable, process::Process};

use crate::Test;

pub(crate) const TESTS: &[(&str, Test)] = &[
    ("a folder without package.json is refused in one line", no_package),
    ("a main that does not exist is refused in one line", no_main),
    ("a package.json that is no JSON is refused in one line", broken_package),
    ("a syntax error says file, line and column with a caret", a_syntax_error),
    ("an unknown module says its name and who asked", an_unknown_module),
    ("what Kaon leaves out of Node says so", a_missing_builtin),
    ("without a display the runtime says so and offers --headless", no_display),
];

/// An app folder with these files.
fn app(files: &[(&str, &str)]) -> PathBuf {
    let folder = fresh_home().join("app 🚀");
    fs::create_dir_all(&folder).unwrap();
    for (name, text) in files {
        fs::write(folder.join(name), text).unwrap();
    }
    folder
}

/// Runs an app that must fail, and returns its exit code and what it said.
fn refused(display: &Display, folder: PathBuf) -> (i32, String) {
    let mut command = Command::new(executable("kaon-shell"));
    let (status, said) = Process::start(display.dress(command.arg(folder))).end();
    (status.code().unwrap(), said)
}

fn says(found: (i32, String), parts: &[&str]) {
    let (code, said) = found;
    assert_ne!(code, 0, "{said}");
    for part in parts {
        assert!(said.contains(part), "'{part}' is not in:\n{said}");
    }
}

fn no_package(display: &Display) {
    says(refused(display, app(&[])), &["app 🚀", "no package.json", "hint:"]);
}

fn no_main(display: &Display) {
    says(
        refused(display, app(&[("package.json", r#"{ "main": "gone.js" }"#)])),
        &["gone.js does not exist", "package.json"],
    );
}

fn broken_package(display: &Display) {
    says(refused(display, app(&[("package.json", "{ main: ")])), &["package.json"]);
}

fn a_syntax_error(display: &Display) {
    let files = [("package.json", r#"{ "main": "main.js" }"#), ("main.js", "const a = 1;\nconst b = ;\n")];
    says(refused(display, app(&files)), &["main.js:2", "const b = ;", "          ^", "SyntaxError"]);
}

fn an_unknown_module(display: &Display) {
    let files = [("package.json", r#"{ "main": "main.js" }"#), ("main.js", "require('no-such-thing');\n")];
    says(refused(display, app(&files)), &["Cannot find module 'no-such-thing'", "Require stack", "main.js"]);
}

fn a_missing_builtin(display: &Display) {
    let files =
        [("package.json", r#"{ "main": "main.js" }"#), ("main.js", "require('node:cluster').fork();\n")];
    says(refused(display, app(&files)), &["ERR_NOT_SUPPORTED", "cluster.fork"]);
}

fn no_display(display: &Display) {
    let files = [
        ("package.json", r#"{ "main": "main.js" }"#),
        (
            "main.js",
            "const { app, BrowserWindow } = require('electron');\napp.whenReady().then(() => new BrowserWindow());\n",
        ),
    ];
    let mut command = Command::new(executable("kaon-shell"));
    display.dress(command.arg(app(&files))).env_remove("DISPLAY");
    let (status, said) = Process::start(&mut command).end();
    says((status.code().unwrap(), said), &["DISPLAY", "--headless"]);
}
