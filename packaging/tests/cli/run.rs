use std::path::Path;

use crate::{Place, assert_fails, platform::echoing_runtime, shown, told};

#[test]
fn a_path_that_is_not_there_is_named() {
    assert_fails(&mut Place::new().kaon(&["run", "nowhere"]), 1, &["error: no such file or folder: nowhere"]);
}

#[test]
fn a_folder_without_a_manifest_is_no_app() {
    let place = Place::new();
    place.write("empty/readme", "");
    assert_fails(
        &mut place.kaon(&["run", "empty"]),
        1,
        &["error: empty has no package.json", "hint: ", "kaon new"],
    );
}

#[test]
fn a_manifest_that_is_not_json_is_placed() {
    let place = Place::new();
    place.write("app/package.json", "{\n  \"main\": \"a.js\",\n}");
    let place_of_it = format!("{}:3:1: trailing comma", shown(&Path::new("app").join("package.json")));
    assert_fails(&mut place.kaon(&["run", "app"]), 1, &[&place_of_it, "hint: package.json is strict JSON"]);
    place.write("app/package.json", "[]");
    assert_fails(&mut place.kaon(&["run", "app"]), 1, &["package.json must hold an object"]);
}

#[test]
fn a_main_that_is_not_there_is_named() {
    let place = Place::new();
    place.write("app/package.json", r#"{"main":"src/main.js"}"#);
    assert_fails(
        &mut place.kaon(&["run", "app"]),
        1,
        &["the main script does not exist: ", "main.js", "hint: "],
    );
}

#[test]
fn a_file_of_another_kind_is_no_script() {
    let place = Place::new();
    place.write("notes.txt", "");
    assert_fails(
        &mut place.kaon(&["run", "notes.txt"]),
        1,
        &["neither an app's folder nor a script", ".mjs"],
    );
}

#[test]
fn a_runtime_that_is_not_there_is_named() {
    let place = Place::new();
    place.write("a.js", "1");
    assert_fails(&mut place.kaon(&["run", "a.js"]), 1, &["KAON_RUNTIME names no file: ", "no runtime"]);
}

#[test]
fn a_screenshot_wants_a_virtual_screen_and_a_folder() {
    let place = Place::new();
    place.write("a.js", "1");
    assert_fails(&mut place.kaon(&["run", "a.js", "--screenshot", "s.png"]), 2, &["--headless"]);
    let arguments = ["run", "a.js", "--headless", "--screenshot", "nowhere/s.png"];
    assert_fails(&mut place.kaon(&arguments), 1, &["no folder to write the screenshot to: nowhere"]);
}

#[test]
fn the_app_gets_its_arguments_and_gives_its_code() {
    let place = Place::new();
    place.write("my app.js", "1");
    let mut command = place.kaon(&["run", "my app.js", "--", "--flag of its own"]);
    let told = told(command.env("KAON_RUNTIME", echoing_runtime(&place)));
    let lines: Vec<_> = told.out.lines().collect();
    assert_eq!((told.code, lines), (Some(7), vec!["my app.js", "--flag of its own"]), "{}", told.err);
}
