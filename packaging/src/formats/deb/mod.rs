//! Debian packages: the runtime and the app under `/usr/lib/<package>`, and what a desktop needs to show them.
//!
//! On Windows, files have no execute bit: there, programs among the app's files are told by their first bytes.

mod archive;
mod date;
mod depends;
mod error;
mod fields;
mod layout;
mod texts;

use std::{
    env, fs,
    path::{Path, PathBuf},
    time::UNIX_EPOCH,
};

pub use error::Error;

use crate::{
    app::App,
    payload::{self, Item, Kind},
};

pub struct Request<'a> {
    pub app: &'a App,
    /// The runtime executable, for the system that the package is for.
    pub runtime: &'a Path,
    pub out: &'a Path,
}

#[derive(Debug)]
pub struct Built {
    pub file: PathBuf,
    pub files: usize,
    /// What the author should know, one sentence each.
    pub remarks: Vec<String>,
}

/// Writes the package. `progress` is told how many of how many files are packed, and says whether to go on.
pub fn build(request: &Request<'_>, progress: &mut dyn FnMut(usize, usize) -> bool) -> Result<Built, Error> {
    let (fields, mut remarks) = fields::Fields::read(request.app)?;
    let items = payload::collect(request.app, &|path| is_own_product(path, &fields.package))?;
    let needs = depends::read(request.runtime, &items)?;
    remarks.extend(needs.remarks);
    let epoch = epoch(request.app, &items);
    let texts = texts::Texts::new(request.app, &fields, epoch)?;
    let (entries, more) = layout::lay_out(request, &fields, &texts, items)?;
    remarks.extend(more);
    let depends =
        needs.packages.into_iter().chain(fields.depends.iter().cloned()).collect::<Vec<_>>().join(", ");
    let control = |size| texts::control(&fields, needs.architecture, &depends, size);
    let name = format!("{}_{}_{}.deb", fields.package, fields.version, needs.architecture);
    let file = request.out.join(name);
    fs::create_dir_all(request.out).map_err(Error::writing(request.out))?;
    archive::write(&file, &entries, epoch, &control, progress)?;
    Ok(Built { file, files: entries.len(), remarks })
}

/// Packages made before lie in the app's folder more often than not.
fn is_own_product(path: &Path, package: &str) -> bool {
    let name = path.file_name().map(|name| name.to_string_lossy()).unwrap_or_default();
    name.starts_with(&format!("{package}_")) && name.ends_with(".deb")
}

/// The time of everything in the package: what the caller set, else the youngest file's, so that the same files make
/// the same package.
fn epoch(app: &App, items: &[Item]) -> u64 {
    if let Some(set) = env::var("SOURCE_DATE_EPOCH").ok().and_then(|text| text.parse().ok()) {
        return set;
    }
    let manifest = app.dir.join("package.json");
    let files = items.iter().filter_map(|item| match &item.kind {
        Kind::File { source, .. } => Some(source),
        Kind::Link { .. } => None,
    });
    files.chain([&manifest]).filter_map(|file| modified(file)).max().unwrap_or_default()
}

fn modified(file: &Path) -> Option<u64> {
    Some(file.metadata().ok()?.modified().ok()?.duration_since(UNIX_EPOCH).ok()?.as_secs())
}
