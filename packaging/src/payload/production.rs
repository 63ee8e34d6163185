//! Which packages of `node_modules` an app needs when it runs.

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

use serde_json::{Map, Value};

use super::{Error, unreadable};

const FOLDER: &str = "node_modules";

/// The folders, below the app's, of every package that its `dependencies` reach. A package that is linked to counts by
/// both its places.
pub(super) fn packages(root: &Path, manifest: &Map<String, Value>) -> Result<BTreeSet<PathBuf>, Error> {
    let (mut kept, mut read) = (BTreeSet::new(), BTreeSet::new());
    let mut open = vec![(PathBuf::new(), manifest.clone())];
    while let Some((from, manifest)) = open.pop() {
        for (name, required) in dependencies(&manifest) {
            let Some(place) = resolve(root, &from, name) else {
                if required {
                    let needed_by = manifest.get("name").and_then(Value::as_str).unwrap_or("the app").into();
                    return Err(Error::NotInstalled { name: name.into(), needed_by });
                }
                continue;
            };
            let folder = root.join(&place);
            let real = fs::canonicalize(&folder).map_err(unreadable(&folder))?;
            let Ok(real) = real.strip_prefix(root).map(Path::to_path_buf) else {
                return Err(Error::LinkOutside { link: folder, target: real });
            };
            kept.insert(place);
            kept.insert(real.clone());
            // Packages are linked from several places and depend on one another in circles: each is read once.
            if read.insert(real.clone()) {
                let manifest = read_manifest(&root.join(&real))?;
                open.push((real, manifest));
            }
        }
    }
    Ok(kept)
}

fn dependencies(manifest: &Map<String, Value>) -> Vec<(&str, bool)> {
    let optional =
        |name: &str| manifest.get("optionalDependencies").is_some_and(|names| names.get(name).is_some());
    let fields = [("dependencies", true), ("optionalDependencies", false), ("peerDependencies", false)];
    let all =
        fields.iter().filter_map(|(field, required)| Some((manifest.get(*field)?.as_object()?, *required)));
    // `electron` is what runs the app, whichever list an author put it in.
    all.flat_map(|(names, required)| names.keys().map(move |name| (name.as_str(), required)))
        .filter(|(name, _)| *name != "electron")
        .map(|(name, required)| (name, required && !optional(name)))
        .collect()
}

/// Where Node finds a package, looking up from the one that asks for it; never above the app.
fn resolve(root: &Path, from: &Path, name: &str) -> Option<PathBuf> {
    let folders = from.ancestors().filter(|folder| folder.file_name().is_none_or(|last| last != FOLDER));
    folders.map(|folder| folder.join(FOLDER).join(name)).find(|place| root.join(place).is_dir())
}

fn read_manifest(folder: &Path) -> Result<Map<String, Value>, Error> {
    let file = folder.join("package.json");
    let text = match fs::read_to_string(&file) {
        Ok(text) => text,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(Map::new()),
        Err(error) => return Err(unreadable(&file)(error)),
    };
    serde_json::from_str(&text).map_err(|error| Error::Manifest { file, message: error.to_string() })
}

/// Whether a file is the app's own, or part of a package that is kept.
pub(super) fn keeps(packages: &BTreeSet<PathBuf>, path: &Path) -> bool {
    package_of(path).is_none_or(|package| packages.contains(&package))
}

/// The folder of the package that a file belongs to: the last `node_modules` on its way, and the name after it.
fn package_of(path: &Path) -> Option<PathBuf> {
    let parts: Vec<_> = path.iter().collect();
    let last = parts.iter().rposition(|part| *part == FOLDER)?;
    let scoped = parts.get(last + 1).is_some_and(|name| name.to_string_lossy().starts_with('@'));
    Some(parts.iter().take(last + if scoped { 3 } else { 2 }).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_belongs_to_the_nearest_package() {
        for (path, package) in [
            ("lib/a.js", None),
            ("node_modules/a/b.js", Some("node_modules/a")),
            ("node_modules/@s/a/b.js", Some("node_modules/@s/a")),
            ("node_modules/a/node_modules/c/d/e.js", Some("node_modules/a/node_modules/c")),
            ("node_modules/.pnpm/a@1/node_modules/a/i.js", Some("node_modules/.pnpm/a@1/node_modules/a")),
            ("node_modules/.bin/x", Some("node_modules/.bin")),
        ] {
            assert_eq!(package_of(Path::new(path)), package.map(PathBuf::from), "{path}");
        }
    }
}
