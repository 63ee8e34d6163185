//! The source tree as the rules read it.

use std::{
    fs,
    path::{Path, PathBuf},
};

use tests::root;

const SKIPPED: [&str; 4] = ["target", ".git", "node_modules", "corpus"];

/// Every folder of the project, the top included.
pub(crate) fn folders() -> Vec<PathBuf> {
    let mut all = vec![root()];
    let mut next = 0;
    while next < all.len() {
        let inner = entries(&all[next]).into_iter().filter(|path| path.is_dir());
        let inner: Vec<_> = inner.filter(|path| !SKIPPED.iter().any(|name| path.ends_with(name))).collect();
        all.extend(inner);
        next += 1;
    }
    all
}

pub(crate) fn entries(folder: &Path) -> Vec<PathBuf> {
    let mut entries: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    entries.sort();
    entries
}

/// Every file with this extension and its text, by path relative to the project.
pub(crate) fn sources(extension: &str) -> Vec<(PathBuf, String)> {
    let files = folders().into_iter().flat_map(|folder| entries(&folder)).filter(|path| path.is_file());
    files
        .filter(|path| path.extension().is_some_and(|found| found == extension))
        .map(|path| (path.strip_prefix(root()).unwrap().to_owned(), fs::read_to_string(&path).unwrap()))
        .collect()
}

pub(crate) fn name(path: &Path) -> String {
    path.file_name().unwrap().to_string_lossy().into_owned()
}
