use std::fs;

use crate::{Place, assert_fails, told};

#[test]
fn a_new_app_keeps_its_folder_and_gets_a_package_name() {
    let place = Place::new();
    for (folder, name) in [("My Notes 📝", "my-notes"), ("plain", "plain"), ("UPPER", "upper"), ("📝", "app")]
    {
        let told = told(&mut place.kaon(&["new", folder, "--template", "notes"]));
        assert_eq!(told.code, Some(0), "{}", told.err);
        assert!(told.out.contains("kaon run "), "{}", told.out);
        let manifest = fs::read_to_string(place.path(folder).join("package.json")).unwrap();
        let manifest: serde_json::Value = serde_json::from_str(&manifest).unwrap();
        assert_eq!((manifest["name"].as_str(), manifest["productName"].as_str()), (Some(name), Some(folder)));
        assert!(place.path(folder).join("main/index.js").is_file());
    }
}

#[test]
fn minimal_is_what_one_gets_without_choosing() {
    let place = Place::new();
    assert_eq!(told(&mut place.kaon(&["new", "deep/er/app"])).code, Some(0));
    assert!(place.path("deep/er/app/renderer.js").is_file());
}

#[test]
fn nothing_is_overwritten() {
    let place = Place::new();
    let file = place.write("taken/package.json", "mine");
    assert_fails(
        &mut place.kaon(&["new", "taken"]),
        1,
        &["error: taken is not empty", "hint: nothing was changed"],
    );
    assert_eq!(fs::read_to_string(file).unwrap(), "mine");
    place.write("file", "mine");
    assert_fails(&mut place.kaon(&["new", "file"]), 1, &["is there already and is no folder"]);
    fs::create_dir(place.path("empty")).unwrap();
    assert_eq!(told(&mut place.kaon(&["new", "empty"])).code, Some(0));
}

#[test]
fn a_name_that_names_nothing_is_wrong_use() {
    let place = Place::new();
    assert_fails(&mut place.kaon(&["new", ".."]), 2, &["names no folder"]);
    assert_fails(
        &mut place.kaon(&["new", "x", "--template", "blog"]),
        2,
        &["[possible values: minimal, notes]"],
    );
}
