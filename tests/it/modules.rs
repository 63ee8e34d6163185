use std::{fs, path::PathBuf};

use tests::root;

use crate::tree::{entries, name, sources};

/// In the order in which they may import: each its own group and those before it.
const GROUPS: [&str; 4] = ["internal", "web", "node", "electron"];

fn source() -> PathBuf {
    root().join("main-process/src")
}

/// Group and folder of every module.
fn modules() -> Vec<(&'static str, PathBuf)> {
    let folders = |group: &'static str| {
        let inside = entries(&source().join(group)).into_iter().filter(|path| path.is_dir());
        inside.map(move |folder| (group, folder))
    };
    GROUPS.into_iter().flat_map(folders).collect()
}

#[test]
fn a_module_folder_is_whole() {
    for (group, folder) in modules() {
        let name = name(&folder);
        let mut parts = vec!["mod.rs".to_owned(), format!("{name}.js")];
        // Internal modules are no API: nobody reads their types.
        if group != "internal" {
            parts.extend([format!("{name}.d.ts"), format!("{name}.test.js")]);
        }
        for part in parts {
            assert!(folder.join(&part).exists(), "{} has no {part}", folder.display());
        }
    }
}

#[test]
fn a_module_is_in_its_groups_table() {
    for (group, folder) in modules() {
        let table = fs::read_to_string(source().join(group).join("mod.rs")).unwrap();
        let name = name(&folder);
        for line in [format!("mod {name};"), format!("&{name}::MODULE")] {
            assert!(table.contains(&line), "{group}/mod.rs has no line `{line}`");
        }
    }
}

#[test]
fn groups_import_leftwards_only() {
    for (group, folder) in modules() {
        let allowed = &GROUPS[..=GROUPS.iter().position(|found| *found == group).unwrap()];
        for (path, text) in scripts(&folder) {
            let code = text.lines().filter(|line| !line.trim_start().starts_with(['*', '/']));
            let code = code.collect::<Vec<_>>().join("\n");
            for wanted in code.split("require('").skip(1).filter_map(|rest| rest.split('\'').next()) {
                let start = wanted.split('/').next().unwrap();
                let fine = wanted.starts_with("./") || allowed.contains(&start);
                assert!(fine, "{}: {group} may not require '{wanted}'; {allowed:?} it may", path.display());
            }
        }
    }
}

fn scripts(folder: &std::path::Path) -> Vec<(PathBuf, String)> {
    let files = entries(folder).into_iter().filter(|path| {
        let name = name(path);
        name.ends_with(".js") && !name.ends_with(".test.js")
    });
    files.map(|path| (path.clone(), fs::read_to_string(path).unwrap())).collect()
}

#[test]
fn a_modules_rust_keeps_to_itself() {
    for (path, text) in sources("rs") {
        let Ok(inside) = path.strip_prefix("main-process/src") else { continue };
        let mut parts = inside.iter().map(|part| part.to_string_lossy().into_owned());
        let (Some(group), Some(module), Some(_)) = (parts.next(), parts.next(), parts.next()) else {
            continue;
        };
        if !GROUPS.contains(&group.as_str()) {
            continue;
        }
        for other in GROUPS {
            for reach in text.split(&format!("crate::{other}::")).skip(1) {
                let target =
                    reach.split(|found: char| !found.is_alphanumeric() && found != '_').next().unwrap();
                let own = (other, target) == (group.as_str(), module.as_str());
                assert!(
                    own,
                    "{}: the Rust of {group}/{module} reaches into {other}/{target}",
                    path.display()
                );
            }
        }
    }
}

#[test]
fn the_port_does_not_know_who_uses_it() {
    for (path, text) in
        sources("rs").into_iter().filter(|(path, _)| path.starts_with("main-process/src/host"))
    {
        for group in GROUPS {
            assert!(
                !text.contains(&format!("crate::{group}")),
                "{}: host depends on {group}",
                path.display()
            );
        }
    }
}

#[test]
fn the_shell_answers_every_capability() {
    for file in entries(&source().join("host")) {
        let capability = name(&file).trim_end_matches(".rs").to_owned();
        if ["mod", "fake", "load"].contains(&capability.as_str()) {
            continue;
        }
        let effect = root().join("shell/src").join(&capability);
        let known = effect.is_dir() || effect.with_extension("rs").exists();
        assert!(known, "host/{capability}.rs has nobody in shell/src to carry it out");
    }
}
