use std::{fs, path::Path};

use tests::{
    app::{App, fixture, fresh_home},
    display::Display,
};

use crate::Test;

pub(crate) const TESTS: &[(&str, Test)] = &[
    ("an app in a folder with spaces and emoji runs, and loads its files by relative URLs", an_odd_path),
    ("a page's storage is there again in the next run", storage),
    ("a second instance hands its arguments to the first", a_second_instance),
];

fn an_odd_path(display: &Display) {
    let folder = fresh_home().join("my app 🚀 #1 100%");
    copy(&fixture("storage"), &folder);
    let mut app = App::start(display, &folder);
    let run = app.event("run");
    assert_eq!((run["runs"].as_u64(), run["data"]["answer"].as_u64()), (Some(1), Some(42)));
    assert_eq!(app.end().0, Some(0));
}

fn storage(display: &Display) {
    let home = fresh_home();
    let environment = home.to_string_lossy();
    let names = ["XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "HOME"];
    let run = || {
        let env: Vec<_> = names.iter().map(|name| (*name, &*environment)).collect();
        let mut app = App::start_shared(display, &fixture("storage"), &env);
        let runs = app.event("run")["runs"].as_u64();
        assert_eq!(app.end().0, Some(0));
        runs
    };
    assert_eq!((run(), run()), (Some(1), Some(2)));
}

fn a_second_instance(display: &Display) {
    let home = fresh_home();
    let environment = home.to_string_lossy();
    let env = [("XDG_CONFIG_HOME", &*environment), ("HOME", &*environment)];
    let mut first = App::start_shared(display, &fixture("single"), &env);
    first.event("first");
    let mut second = App::start_shared_with(display, &fixture("single"), &["note 🚀.md"], &env);
    second.event("second");
    assert_eq!(second.end().0, Some(0));
    let heard = first.event("second-instance");
    assert_eq!(heard["last"], "note 🚀.md");
    assert_eq!(heard["data"]["from"], "additional data");
    assert_eq!(first.end().0, Some(0));
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap().map(|entry| entry.unwrap()) {
        fs::copy(entry.path(), to.join(entry.file_name())).unwrap();
    }
}
