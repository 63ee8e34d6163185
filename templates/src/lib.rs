//! The starting points of new apps. Each folder beside `src` is an app that runs where it lies.

use std::{fs, io, path::Path};

use include_dir::{Dir, include_dir};

/// An app to start from, embedded whole.
pub struct Template {
    pub name: &'static str,
    /// One line for people who choose.
    pub summary: &'static str,
    files: Dir<'static>,
}

static ALL: [Template; 2] = [
    Template {
        name: "minimal",
        summary: "one window, one page, and a call from the page to the main process",
        files: include_dir!("$CARGO_MANIFEST_DIR/minimal"),
    },
    Template {
        name: "notes",
        summary: "a Markdown notebook: files, menus, dialogs, several windows",
        files: include_dir!("$CARGO_MANIFEST_DIR/notes"),
    },
];

pub fn all() -> &'static [Template] {
    &ALL
}

/// Writes a template's files under `dir`, which is made where it is missing. A file that is there already is an error:
/// nothing is ever overwritten.
pub fn write_to(dir: &Path, name: &str) -> io::Result<()> {
    let template = ALL.iter().find(|template| template.name == name).ok_or_else(|| {
        let names: Vec<_> = ALL.iter().map(|template| template.name).collect();
        io::Error::new(
            io::ErrorKind::NotFound,
            format!("no template `{name}` (there are: {})", names.join(", ")),
        )
    })?;
    fs::create_dir_all(dir)?;
    write_folder(dir, &template.files)
}

fn write_folder(dir: &Path, folder: &Dir<'_>) -> io::Result<()> {
    for inner in folder.dirs() {
        fs::create_dir_all(dir.join(inner.path()))?;
        write_folder(dir, inner)?;
    }
    for file in folder.files() {
        let mut target = fs::OpenOptions::new().write(true).create_new(true).open(dir.join(file.path()))?;
        io::Write::write_all(&mut target, file.contents())?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn walk(folder: &Dir<'_>, visit: &mut dyn FnMut(&Path, &[u8])) {
        folder.files().for_each(|file| visit(file.path(), file.contents()));
        folder.dirs().for_each(|inner| walk(inner, visit));
    }

    #[test]
    fn every_template_has_a_main_script_and_no_dependencies() {
        for template in all() {
            let manifest = template.files.get_file("package.json").expect(template.name);
            let manifest: serde_json::Value = serde_json::from_slice(manifest.contents()).unwrap();
            assert_eq!(manifest["name"], template.name);
            assert!(
                template.files.get_file(manifest["main"].as_str().unwrap()).is_some(),
                "{}",
                template.name
            );
            assert!(manifest.get("dependencies").is_none() && manifest.get("devDependencies").is_none());
        }
    }

    #[test]
    fn every_script_stays_short() {
        for template in all() {
            walk(&template.files, &mut |path, contents| {
                let text = path.extension().is_some_and(|extension| extension != "png");
                let lines = contents.iter().filter(|byte| **byte == b'\n').count();
                assert!(!text || lines < 200, "{}/{} has {lines} lines", template.name, path.display());
            });
        }
    }

    #[test]
    fn every_page_says_where_its_scripts_may_come_from() {
        for template in all() {
            walk(&template.files, &mut |path, contents| {
                let page = path.extension().is_some_and(|extension| extension == "html");
                let policy = String::from_utf8_lossy(contents).contains("Content-Security-Policy");
                assert!(!page || policy, "{}/{}", template.name, path.display());
            });
        }
    }

    #[test]
    fn what_is_written_is_what_is_embedded_and_is_written_once() {
        let dir = std::env::temp_dir().join(format!("kaon templates 📝 {}", std::process::id()));
        write_to(&dir, "notes").unwrap();
        walk(&ALL[1].files, &mut |path, contents| assert_eq!(fs::read(dir.join(path)).unwrap(), contents));
        assert_eq!(write_to(&dir, "notes").unwrap_err().kind(), io::ErrorKind::AlreadyExists);
        fs::remove_dir_all(&dir).unwrap();
    }

    #[test]
    fn an_unknown_template_is_answered_with_the_known_ones() {
        let error = write_to(Path::new("never made"), "nope").unwrap_err();
        assert_eq!(error.to_string(), "no template `nope` (there are: minimal, notes)");
        assert!(!Path::new("never made").exists());
    }
}
