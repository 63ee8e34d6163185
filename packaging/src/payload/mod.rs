//! The files of an app that go to its users, and a clear no to those that cannot.

mod platform;
mod production;

use std::{
    collections::BTreeSet,
    fs, io,
    path::{Component, Path, PathBuf},
};

use crate::app::App;

/// What belongs to the making of an app and not to the app, wherever it lies.
const LEFT_OUT: [&str; 17] = [
    ".DS_Store",
    ".editorconfig",
    ".git",
    ".gitattributes",
    ".github",
    ".gitignore",
    ".gitkeep",
    ".gitmodules",
    ".hg",
    ".idea",
    ".npmignore",
    // It may hold the author's tokens.
    ".npmrc",
    ".nyc_output",
    ".svn",
    ".vscode",
    ".yarnrc",
    "Thumbs.db",
];

/// The same, in the app's own folder only.
const LEFT_OUT_AT_TOP: [&str; 3] = ["package-lock.json", "pnpm-lock.yaml", "yarn.lock"];

#[derive(Debug, thiserror::Error)]
pub enum Error {
    #[error("{} is a link out of the app's folder, to {}", link.display(), target.display())]
    LinkOutside { link: PathBuf, target: PathBuf },
    #[error("{} is a link to nothing that is packed: {}", link.display(), target.display())]
    LinkBroken { link: PathBuf, target: PathBuf },
    #[error("{} is neither file, folder nor link", .0.display())]
    Special(PathBuf),
    #[error("{:?} has a name that cannot be packed: names are Unicode without control characters", .0)]
    Name(PathBuf),
    #[error("`{needed_by}` depends on `{name}`, which is not installed")]
    NotInstalled { name: String, needed_by: String },
    #[error("{}: {message}", file.display())]
    Manifest { file: PathBuf, message: String },
    #[error("cannot read {}: {source}", path.display())]
    Unreadable { path: PathBuf, source: io::Error },
}

impl Error {
    pub fn hint(&self) -> Option<String> {
        match self {
            Self::LinkOutside { .. } => {
                Some("the link would point elsewhere on a user's machine; copy the file".into())
            }
            Self::NotInstalled { .. } => Some("`npm install` in the app's folder installs it".into()),
            Self::LinkBroken { .. }
            | Self::Special(_)
            | Self::Name(_)
            | Self::Manifest { .. }
            | Self::Unreadable { .. } => None,
        }
    }
}

fn unreadable(path: &Path) -> impl FnOnce(io::Error) -> Error {
    move |source| Error::Unreadable { path: path.into(), source }
}

/// One file or link of an app.
#[derive(Debug, PartialEq, Eq)]
pub struct Item {
    /// Below the app's folder, with `/` on every system.
    pub path: String,
    pub kind: Kind,
}

#[derive(Debug, PartialEq, Eq)]
pub enum Kind {
    File { source: PathBuf, executable: bool },
    Link { target: String },
}

/// The items of an app in the order of their names: without its development dependencies, without what belongs to the
/// making of it, and without the files for which `skip` says so.
pub fn collect(app: &App, skip: &dyn Fn(&Path) -> bool) -> Result<Vec<Item>, Error> {
    let root = fs::canonicalize(&app.dir).map_err(unreadable(&app.dir))?;
    let packages = production::packages(&root, &app.manifest)?;
    let mut walk = Walk { root: &root, packages, skip, items: Vec::new() };
    walk.folder(Path::new(""))?;
    let Walk { mut items, .. } = walk;
    items.sort_by(|a, b| a.path.cmp(&b.path));
    check_links(&root, &items)?;
    Ok(items)
}

struct Walk<'a> {
    root: &'a Path,
    packages: BTreeSet<PathBuf>,
    skip: &'a dyn Fn(&Path) -> bool,
    items: Vec<Item>,
}

impl Walk<'_> {
    fn folder(&mut self, inside: &Path) -> Result<(), Error> {
        let folder = self.root.join(inside);
        for entry in fs::read_dir(&folder).map_err(unreadable(&folder))? {
            let entry = entry.map_err(unreadable(&folder))?;
            let (path, source) = (inside.join(entry.file_name()), entry.path());
            if left_out(&path) || (self.skip)(&source) {
                continue;
            }
            let kind = entry.file_type().map_err(unreadable(&source))?;
            if kind.is_dir() {
                self.folder(&path)?;
            } else if production::keeps(&self.packages, &path) {
                self.item(&path, source, kind)?;
            }
        }
        Ok(())
    }

    fn item(&mut self, path: &Path, source: PathBuf, kind: fs::FileType) -> Result<(), Error> {
        let kind = if kind.is_symlink() {
            let target = fs::read_link(&source).map_err(unreadable(&source))?;
            if !stays_inside(path, &target) {
                return Err(Error::LinkOutside { link: source, target });
            }
            Kind::Link { target: slashed(&target)? }
        } else if kind.is_file() {
            let executable = platform::is_executable(&source).map_err(unreadable(&source))?;
            Kind::File { source, executable }
        } else {
            return Err(Error::Special(source));
        };
        self.items.push(Item { path: slashed(path)?, kind });
        Ok(())
    }
}

fn left_out(path: &Path) -> bool {
    let Some(name) = path.file_name().and_then(|name| name.to_str()) else { return false };
    let top = path.parent().is_none_or(|parent| parent.as_os_str().is_empty());
    LEFT_OUT.contains(&name) || (top && LEFT_OUT_AT_TOP.contains(&name))
}

fn slashed(path: &Path) -> Result<String, Error> {
    let parts: Option<Vec<&str>> = path.iter().map(|part| part.to_str()).collect();
    match parts.map(|parts| parts.join("/")) {
        Some(text) if !text.chars().any(char::is_control) => Ok(text),
        _ => Err(Error::Name(path.into())),
    }
}

/// Whether a link's target, as it is written, never leaves the app's folder on its way.
fn stays_inside(link: &Path, target: &Path) -> bool {
    let mut depth = link.components().count().saturating_sub(1);
    for part in target.components() {
        match part {
            Component::Normal(_) => depth += 1,
            Component::CurDir => {}
            Component::ParentDir if depth > 0 => depth -= 1,
            Component::ParentDir | Component::RootDir | Component::Prefix(_) => return false,
        }
    }
    true
}

/// Every link must lead to something that is packed, through whatever other links.
fn check_links(root: &Path, items: &[Item]) -> Result<(), Error> {
    let packed: BTreeSet<&Path> = items.iter().flat_map(|item| Path::new(&item.path).ancestors()).collect();
    for item in items {
        let Kind::Link { target } = &item.kind else { continue };
        let (link, target) = (root.join(&item.path), PathBuf::from(target));
        let Ok(real) = fs::canonicalize(&link) else { return Err(Error::LinkBroken { link, target }) };
        match real.strip_prefix(root) {
            Err(_) => return Err(Error::LinkOutside { link, target: real }),
            Ok(inside) if !packed.contains(inside) => return Err(Error::LinkBroken { link, target }),
            Ok(_) => {}
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn collected(files: &[(&str, &str)]) -> Result<Vec<String>, Error> {
        let dir = tempfile::Builder::new().prefix("kaon payload 📝 ").tempdir().unwrap();
        for (name, text) in files {
            fs::create_dir_all(dir.path().join(name).parent().unwrap()).unwrap();
            fs::write(dir.path().join(name), text).unwrap();
        }
        let app = App::open(dir.path()).ok().unwrap();
        let skip = |path: &Path| path.extension().is_some_and(|extension| extension == "deb");
        Ok(collect(&app, &skip)?.into_iter().map(|item| item.path).collect())
    }

    #[test]
    fn what_belongs_to_the_making_stays_behind() {
        let files = [
            ("package.json", "{}"),
            ("index.js", ""),
            (".git/HEAD", ""),
            ("lib/.gitignore", ""),
            ("lib/a b 📝.js", ""),
            ("package-lock.json", ""),
            ("dist/old.deb", ""),
        ];
        assert_eq!(collected(&files).unwrap(), ["index.js", "lib/a b 📝.js", "package.json"]);
    }

    #[test]
    fn only_what_dependencies_reach_is_kept_of_node_modules() {
        let files = [
            ("package.json", r#"{"dependencies":{"a":"*"},"devDependencies":{"dev":"*"}}"#),
            ("index.js", ""),
            (
                "node_modules/a/package.json",
                r#"{"dependencies":{"@s/b":"*"},"optionalDependencies":{"none":"*"}}"#,
            ),
            ("node_modules/a/index.js", ""),
            ("node_modules/a/node_modules/c/index.js", ""),
            ("node_modules/@s/b/package.json", "{}"),
            ("node_modules/@s/dev/package.json", "{}"),
            ("node_modules/dev/package.json", "{}"),
            ("node_modules/.bin/tool", ""),
            ("node_modules/.package-lock.json", ""),
        ];
        let kept = ["index.js", "node_modules/@s/b/package.json", "node_modules/a/index.js"];
        let kept =
            kept.into_iter().chain(["node_modules/a/package.json", "package.json"]).collect::<Vec<_>>();
        assert_eq!(collected(&files).unwrap(), kept);
    }

    #[test]
    fn a_dependency_that_is_not_there_is_named() {
        let files = [("package.json", r#"{"name":"app","dependencies":{"a":"*"}}"#), ("index.js", "")];
        let error = collected(&files).unwrap_err();
        assert_eq!(error.to_string(), "`app` depends on `a`, which is not installed");
    }

    #[test]
    fn links_are_followed_on_paper_first() {
        for (link, target, inside) in [
            ("a/b", "../c", true),
            ("a/b", "../../c", false),
            ("a/b", "/etc/passwd", false),
            ("b", "./a/../c", true),
            ("b", "../app/c", false),
        ] {
            assert_eq!(stays_inside(Path::new(link), Path::new(target)), inside, "{link} -> {target}");
        }
    }
}
