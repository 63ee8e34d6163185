//! An app folder as its `package.json` describes it, checked before anything is started or packed.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use serde_json::{Map, Value};

/// What may stand in for a `main` that is not spelled out, in the order in which Node tries it.
const MAIN_SUFFIXES: [&str; 6] = ["", ".js", ".json", "/index.js", "/index.json", "/index.cjs"];

pub struct App {
    pub dir: PathBuf,
    pub manifest: Map<String, Value>,
    /// The main script, as a path below `dir`.
    pub main: PathBuf,
}

#[derive(Debug, thiserror::Error)]
pub enum Error {
    #[error("no such file or folder: {}", .0.display())]
    Missing(PathBuf),
    #[error("{} has no package.json", .0.display())]
    NoManifest(PathBuf),
    #[error("cannot read {}: {source}", file.display())]
    Unreadable { file: PathBuf, source: io::Error },
    #[error("{}:{line}:{column}: {message}", file.display())]
    Syntax { file: PathBuf, line: usize, column: usize, message: String },
    #[error("{}: {message}", file.display())]
    Shape { file: PathBuf, message: String },
    #[error("the main script does not exist: {}", .looked_for.display())]
    NoMain { named: Option<String>, looked_for: PathBuf },
}

impl Error {
    /// What to do about it, where there is more to say than the error says.
    pub fn hint(&self) -> Option<String> {
        match self {
            Self::NoManifest(_) => {
                Some("an app is a folder with a package.json; `kaon new <name>` makes one".into())
            }
            Self::Syntax { .. } => {
                Some("package.json is strict JSON: no comments, no trailing commas".into())
            }
            Self::NoMain { named: Some(named), .. } => {
                Some(format!("package.json says \"main\": \"{named}\""))
            }
            Self::NoMain { named: None, .. } => {
                Some("package.json names no \"main\", so it would be index.js".into())
            }
            Self::Missing(_) | Self::Unreadable { .. } | Self::Shape { .. } => None,
        }
    }
}

impl App {
    pub fn open(dir: &Path) -> Result<Self, Error> {
        let file = dir.join("package.json");
        let text = match fs::read_to_string(&file) {
            Ok(text) => text,
            Err(_) if !dir.exists() => return Err(Error::Missing(dir.into())),
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                return Err(Error::NoManifest(dir.into()));
            }
            Err(source) => return Err(Error::Unreadable { file, source }),
        };
        let manifest = parse(&file, text.strip_prefix('\u{feff}').unwrap_or(&text))?;
        let main = find_main(dir, &file, &manifest)?;
        Ok(Self { dir: dir.into(), manifest, main })
    }

    /// A text of the manifest; a dotted path looks into objects: `build.linux.category`.
    pub fn text(&self, path: &str) -> Option<&str> {
        self.field(path)?.as_str().map(str::trim).filter(|text| !text.is_empty())
    }

    pub fn field(&self, path: &str) -> Option<&Value> {
        let mut keys = path.split('.');
        let first = self.manifest.get(keys.next()?)?;
        keys.try_fold(first, |value, key| value.get(key))
    }
}

fn parse(file: &Path, text: &str) -> Result<Map<String, Value>, Error> {
    match serde_json::from_str(text) {
        Ok(Value::Object(manifest)) => Ok(manifest),
        Ok(_) => Err(Error::Shape { file: file.into(), message: "package.json must hold an object".into() }),
        Err(error) => {
            let whole = error.to_string();
            let message = whole.rsplit_once(" at line ").map_or(whole.as_str(), |(message, _)| message);
            Err(Error::Syntax {
                file: file.into(),
                line: error.line(),
                column: error.column(),
                message: message.into(),
            })
        }
    }
}

fn find_main(dir: &Path, file: &Path, manifest: &Map<String, Value>) -> Result<PathBuf, Error> {
    let named = match manifest.get("main") {
        None => None,
        Some(Value::String(main)) if !main.is_empty() => Some(main.clone()),
        Some(_) => return Err(Error::Shape { file: file.into(), message: "\"main\" must be a path".into() }),
    };
    let wanted = named.as_deref().unwrap_or("index.js").trim_start_matches("./").trim_end_matches('/');
    MAIN_SUFFIXES
        .iter()
        .map(|suffix| PathBuf::from(format!("{wanted}{suffix}")))
        .find(|main| dir.join(main).is_file())
        .ok_or_else(|| Error::NoMain { looked_for: dir.join(wanted), named: named.clone() })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn app(files: &[(&str, &str)]) -> (tempfile::TempDir, Result<App, Error>) {
        let dir = tempfile::Builder::new().prefix("kaon app 📝 ").tempdir().unwrap();
        for (name, text) in files {
            fs::create_dir_all(dir.path().join(name).parent().unwrap()).unwrap();
            fs::write(dir.path().join(name), text).unwrap();
        }
        let opened = App::open(dir.path());
        (dir, opened)
    }

    #[test]
    fn main_is_found_as_node_finds_it() {
        for (main, file) in [
            (r#"{"main":"a.js"}"#, "a.js"),
            (r#"{"main":"./a"}"#, "a.js"),
            (r#"{"main":"lib"}"#, "lib/index.js"),
            (r#"{"main":"lib/"}"#, "lib/index.js"),
            ("{}", "index.js"),
            ("\u{feff}{}", "index.js"),
        ] {
            let (_dir, app) = app(&[("package.json", main), (file, "")]);
            assert_eq!(app.ok().map(|app| app.main), Some(PathBuf::from(file)), "{main}");
        }
    }

    #[test]
    fn a_syntax_error_is_placed() {
        let (_dir, app) = app(&[("package.json", "{\n  \"main\": ,\n}")]);
        let error = app.err().unwrap();
        assert!(error.to_string().ends_with("package.json:2:11: expected value"), "{error}");
    }

    #[test]
    fn a_missing_main_is_named() {
        let (dir, app) = app(&[("package.json", r#"{"main":"src/app.js"}"#)]);
        let error = app.err().unwrap();
        let looked_for = dir.path().join("src/app.js");
        assert_eq!(error.to_string(), format!("the main script does not exist: {}", looked_for.display()));
        assert_eq!(error.hint().unwrap(), r#"package.json says "main": "src/app.js""#);
    }

    #[test]
    fn fields_are_found_by_dotted_path() {
        let (_dir, app) =
            app(&[("package.json", r#"{"build":{"linux":{"category":" Office "}}}"#), ("index.js", "")]);
        let app = app.ok().unwrap();
        assert_eq!(app.text("build.linux.category"), Some("Office"));
        assert_eq!(app.text("build.linux.nope"), None);
        assert_eq!(app.text("build.linux"), None);
    }
}
