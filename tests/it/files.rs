use std::path::{Component, Path};

use crate::tree::{entries, folders, name, sources};

const LONGEST: usize = 400;
const VAGUE: [&str; 5] = ["utils", "helpers", "common", "manager", "misc"];

fn under_platform(path: &Path) -> bool {
    path.components().any(|part| part == Component::Normal("platform".as_ref()))
}

#[test]
fn systems_differ_only_under_platform() {
    let tells = ["cfg(unix", "cfg(windows", "cfg(target_os", "cfg!(target_os", "cfg!(windows", "cfg!(unix"];
    for (path, text) in sources("rs") {
        if under_platform(&path) || path.starts_with("tests") {
            continue;
        }
        for (number, line) in text.lines().enumerate() {
            let told = tells.iter().find(|tell| line.contains(**tell));
            assert!(told.is_none(), "{}:{}: move it into a platform/ folder", path.display(), number + 1);
        }
    }
}

#[test]
fn a_platform_folder_covers_every_system() {
    for folder in folders().into_iter().filter(|folder| folder.ends_with("platform")) {
        let found: Vec<_> =
            entries(&folder).iter().map(|path| name(path)).filter(|name| !name.ends_with(".js")).collect();
        if found.is_empty() || folder.join("platform.js").exists() {
            continue;
        }
        let has = |wanted: &[&str]| {
            wanted.iter().all(|stem| found.iter().any(|name| name.trim_end_matches(".rs") == *stem))
        };
        let covers = has(&["mod", "unix", "windows"]) || has(&["mod", "linux", "macos", "windows"]);
        assert!(covers, "{}: {found:?} leaves a system out", folder.display());
    }
}

#[test]
fn files_stay_small() {
    for extension in ["rs", "js"] {
        for (path, text) in sources(extension) {
            let length = text.lines().count();
            assert!(length <= LONGEST, "{} has {length} lines; split it", path.display());
        }
    }
}

#[test]
fn names_say_something() {
    for folder in folders() {
        for path in entries(&folder) {
            let stem = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
            // Electron's own name for a module.
            let given = path.ends_with("electron/electron/common.js");
            assert!(
                given || !VAGUE.contains(&stem.as_str()),
                "{}: name it after what it does",
                path.display()
            );
        }
    }
}

#[test]
fn unsafe_blocks_say_why_they_are_safe() {
    for (path, text) in sources("rs") {
        let lines: Vec<_> = text.lines().collect();
        for (index, line) in lines.iter().enumerate() {
            let code = line.split("//").next().unwrap_or_default();
            if !code.contains(concat!("unsafe", " {")) && !code.contains(concat!("unsafe", " impl")) {
                continue;
            }
            let before = &lines[index.saturating_sub(6)..=index];
            let said = before.iter().any(|line| line.contains("SAFETY:"));
            assert!(said, "{}:{}: say why with `// SAFETY:`", path.display(), index + 1);
        }
    }
}
