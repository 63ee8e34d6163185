//! Paths without links in them.

use std::{
    collections::VecDeque,
    ffi::OsString,
    fs, io,
    path::{Component, Path, PathBuf},
};

use rquickjs::Result;

use super::{
    directory::Name,
    op::{Named, Ops, PathArg},
    platform,
};

pub(super) fn add(ops: &Ops<'_, '_>) -> Result<()> {
    ops.add("readlink", |(path, raw): (PathArg, bool)| {
        let target = fs::read_link(&path).map_err(no_link).at("readlink", path.as_ref())?;
        Ok(Name { name: target.into(), raw })
    })?;
    ops.add("realpathNative", |(path, raw): (PathArg, bool)| {
        let real = fs::canonicalize(&path).at("realpath", path.as_ref())?;
        Ok(Name { name: platform::shorten(real).into(), raw })
    })?;
    ops.add("realpath", |(path, raw): (PathArg, bool)| {
        resolve(path.as_ref()).map(|real| Name { name: real.into(), raw })
    })
}

/// Windows has a number of its own for "this is no link".
fn no_link(error: io::Error) -> io::Error {
    const NOT_A_REPARSE_POINT: i32 = 4390;
    if error.raw_os_error() == Some(NOT_A_REPARSE_POINT) { io::ErrorKind::InvalidInput.into() } else { error }
}

/// Walks the path and follows its links, so that an error names the part that it is about.
fn resolve(path: &Path) -> ipc::Result<PathBuf> {
    let whole = std::path::absolute(path).at("realpath", path)?;
    let mut rest: VecDeque<OsString> = VecDeque::new();
    let mut found = PathBuf::new();
    prepend(&mut rest, &whole);
    while let Some(part) = rest.pop_front() {
        match Path::new(&part).components().next() {
            Some(Component::ParentDir) => {
                found.pop();
                continue;
            }
            Some(Component::RootDir | Component::Prefix(_)) => {
                found.push(part);
                continue;
            }
            _ => found.push(part),
        }
        if fs::symlink_metadata(&found).at("lstat", &found)?.is_symlink() {
            // This also ends in an error where links lead in a circle.
            let kind = fs::metadata(&found).at("stat", &found)?.file_type();
            let target = fs::read_link(&found).at("readlink", &found)?;
            found.pop();
            if platform::special_kind(kind) != 0 {
                // Links to open pipes and sockets lead to what has no place in any folder.
                found.push(target);
                break;
            }
            prepend(&mut rest, &target);
        }
    }
    Ok(platform::shorten(found))
}

fn prepend(rest: &mut VecDeque<OsString>, path: &Path) {
    for component in path.components().rev() {
        if component != Component::CurDir {
            rest.push_front(component.as_os_str().to_owned());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_without_links_is_itself() {
        let here = fs::canonicalize(env!("CARGO_MANIFEST_DIR")).unwrap();
        assert_eq!(
            resolve(&here.join("src/../src/./node")).unwrap(),
            platform::shorten(here.join("src").join("node"))
        );
    }

    #[test]
    fn an_error_names_the_part_that_is_missing() {
        let missing = std::env::temp_dir().join("kaon-no-such-folder");
        let error = resolve(&missing.join("a/b")).unwrap_err();
        assert_eq!(error.syscall.as_deref(), Some("lstat"));
        assert!(error.path.unwrap().ends_with("kaon-no-such-folder"));
    }
}
