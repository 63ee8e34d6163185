use std::{collections::BTreeSet, fs};

use tests::root;

use crate::tree::{entries, name};

/// Who may depend on whom. `tests` may use everything; nobody may use `tests`.
const CRATES: &[(&str, &[&str])] = &[
    ("ipc", &[]),
    ("main-process", &["ipc"]),
    ("preload", &["ipc"]),
    ("shell", &["ipc", "main-process", "preload"]),
    ("templates", &[]),
    ("packaging", &["ipc", "templates"]),
];

const TOP: [&str; 12] = [
    "Cargo.lock",
    "Cargo.toml",
    "LICENSE",
    "README.md",
    "ipc",
    "main-process",
    "packaging",
    "preload",
    "shell",
    "target",
    "templates",
    "tests",
];

#[test]
fn crates_depend_only_as_drawn() {
    let names: BTreeSet<_> = CRATES.iter().map(|(name, _)| *name).chain(["tests"]).collect();
    for (name, allowed) in CRATES {
        let manifest = fs::read_to_string(root().join(name).join("Cargo.toml")).unwrap();
        let own = manifest.split("[dev-dependencies]").next().unwrap();
        let used = own.lines().filter_map(|line| line.split(['.', ' ', '=']).next());
        for used in used.filter(|line| names.contains(line)) {
            assert!(
                allowed.contains(&used),
                "{name} may not depend on {used}; CRATES in {} has the drawing",
                file!()
            );
        }
    }
}

#[test]
fn the_top_level_is_fixed() {
    for path in entries(&root()) {
        let name = name(&path);
        let known = name.starts_with('.') || TOP.contains(&name.as_str());
        assert!(known, "{name}: the top level holds the crates and nothing else; move it into one of them");
    }
}

#[test]
fn only_the_shell_links_windows() {
    for (name, _) in CRATES.iter().filter(|(name, _)| *name != "shell") {
        let manifest = fs::read_to_string(root().join(name).join("Cargo.toml")).unwrap();
        for window in ["tao", "wry", "muda", "gtk", "webkit2gtk"] {
            let linked = manifest.lines().any(|line| line.split([' ', '=', '.']).next() == Some(window));
            assert!(!linked, "{name} links {window}; go through main-process/src/host and the shell");
        }
    }
}
