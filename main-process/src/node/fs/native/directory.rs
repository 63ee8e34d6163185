//! Folders: making and listing them.

use std::{
    ffi::OsString,
    fs::{self, FileType},
    io,
    path::{Path, PathBuf},
};

use rquickjs::{Ctx, IntoJs, Result, Value, prelude::List};

use super::{
    op::{Named, Ops, PathArg},
    platform,
};
use crate::runtime::Bytes;

pub(super) fn add(ops: &Ops<'_, '_>) -> Result<()> {
    ops.add("mkdir", |(path, mode, recursive): (PathArg, u32, bool)| {
        if recursive {
            return make_all(path.as_ref(), mode).at("mkdir", path.as_ref());
        }
        platform::make_directory(path.as_ref(), mode).at("mkdir", path.as_ref())?;
        Ok(None)
    })?;
    ops.add("rmdir", |(path,): (PathArg,)| fs::remove_dir(&path).at("rmdir", path.as_ref()))?;
    ops.add("mkdtemp", |(prefix, raw): (PathArg, bool)| {
        make_temporary(&prefix.0).map(|path| Name { name: path.into(), raw })
    })?;
    ops.add("readdir", |(path, raw, recursive, call): (PathArg, bool, bool, String)| {
        let entries = if recursive { list_all(path.as_ref()) } else { list(path.as_ref(), &call) };
        entries.map(|entries| Listing { entries, raw })
    })
}

/// Makes what is missing of the path; returns the topmost folder that it made.
fn make_all(path: &Path, mode: u32) -> io::Result<Option<String>> {
    let mut missing = Vec::new();
    let mut folder = path;
    let mut first = None;
    loop {
        match platform::make_directory(folder, mode) {
            Ok(()) => {
                first = Some(folder);
                break;
            }
            Err(_) if is_directory(folder) => break,
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                let Some(parent) = folder.parent().filter(|parent| !parent.as_os_str().is_empty()) else {
                    return Err(error);
                };
                missing.push(folder);
                folder = parent;
            }
            Err(error) => return Err(wrong_parent(error, missing.is_empty())),
        }
    }
    for folder in missing.into_iter().rev() {
        match platform::make_directory(folder, mode) {
            Ok(()) => first = first.or(Some(folder)),
            // Somebody else was faster.
            Err(_) if is_directory(folder) => {}
            Err(error) => return Err(error),
        }
    }
    Ok(first.map(|folder| folder.to_string_lossy().into_owned()))
}

fn is_directory(path: &Path) -> bool {
    fs::metadata(path).is_ok_and(|metadata| metadata.is_dir())
}

/// A file where a parent folder should be.
fn wrong_parent(error: io::Error, last: bool) -> io::Error {
    if error.kind() == io::ErrorKind::AlreadyExists && !last {
        io::ErrorKind::NotADirectory.into()
    } else {
        error
    }
}

fn make_temporary(prefix: &Path) -> ipc::Result<PathBuf> {
    const LETTERS: &[u8; 62] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    let with = |ending: &str| {
        let mut path = OsString::from(prefix);
        path.push(ending);
        PathBuf::from(path)
    };
    loop {
        let mut random = [0_u8; 6];
        getrandom::fill(&mut random).map_err(|_| ipc::Error::of_code(ipc::Code::Io, "mkdtemp"))?;
        let path = with(
            &random.map(|byte| LETTERS[usize::from(byte) % LETTERS.len()] as char).iter().collect::<String>(),
        );
        match platform::make_directory(&path, 0o700) {
            Ok(()) => return Ok(path),
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
            Err(error) => return Err(error).at("mkdtemp", &with("XXXXXX")),
        }
    }
}

struct Entry {
    /// The folder that it is in, as seen from the one that was listed; empty for that one itself.
    folder: PathBuf,
    name: OsString,
    kind: u8,
}

fn list(path: &Path, call: &str) -> ipc::Result<Vec<Entry>> {
    let mut entries = Vec::new();
    for entry in fs::read_dir(path).map_err(|error| platform::listing_error(error, path)).at(call, path)? {
        let entry = entry.at(call, path)?;
        let kind = entry.file_type().map_or(UNKNOWN, kind_of);
        entries.push(Entry { folder: PathBuf::new(), name: entry.file_name(), kind });
    }
    if platform::LISTS_SORTED {
        entries.sort_by(|one, other| one.name.cmp(&other.name));
    }
    Ok(entries)
}

/// Level by level: what the folder holds, then what its folders hold.
fn list_all(path: &Path) -> ipc::Result<Vec<Entry>> {
    let mut all = list(path, "scandir")?;
    let mut next = 0;
    while next < all.len() {
        if all[next].kind == DIRECTORY {
            let folder = all[next].folder.join(&all[next].name);
            let inside = list(&path.join(&folder), "scandir")?;
            all.extend(inside.into_iter().map(|entry| Entry { folder: folder.clone(), ..entry }));
        }
        next += 1;
    }
    Ok(all)
}

const UNKNOWN: u8 = 0;
const FILE: u8 = 1;
const DIRECTORY: u8 = 2;
const LINK: u8 = 3;

fn kind_of(kind: FileType) -> u8 {
    if kind.is_file() {
        FILE
    } else if kind.is_dir() {
        DIRECTORY
    } else if kind.is_symlink() {
        LINK
    } else {
        platform::special_kind(kind)
    }
}

/// A name on its way to JavaScript: as text, or as the bytes it is.
pub(super) struct Name {
    pub(super) name: OsString,
    pub(super) raw: bool,
}

impl<'js> IntoJs<'js> for Name {
    fn into_js(self, ctx: &Ctx<'js>) -> Result<Value<'js>> {
        if self.raw {
            return Bytes(platform::bytes_of_path(&self.name)).into_js(ctx);
        }
        self.name.to_string_lossy().into_owned().into_js(ctx)
    }
}

struct Listing {
    entries: Vec<Entry>,
    raw: bool,
}

/// Three lists: names, kinds, folders.
impl<'js> IntoJs<'js> for Listing {
    fn into_js(self, ctx: &Ctx<'js>) -> Result<Value<'js>> {
        let raw = self.raw;
        let kinds: Vec<u8> = self.entries.iter().map(|entry| entry.kind).collect();
        let folders: Vec<String> =
            self.entries.iter().map(|entry| entry.folder.to_string_lossy().into_owned()).collect();
        let names: Vec<Name> = self.entries.into_iter().map(|entry| Name { name: entry.name, raw }).collect();
        List((names, kinds, folders)).into_js(ctx)
    }
}
