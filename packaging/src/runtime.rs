//! Which executable runs an app, and where it is.

use std::{
    env, fs, io,
    path::{Path, PathBuf},
};

/// Names the runtime executable itself, over every other rule here.
pub const OVERRIDE: &str = "KAON_RUNTIME";

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Runtime {
    /// With windows: what apps ship.
    Shell,
    /// The main process alone, for plain scripts: it starts without loading the webview.
    Node,
}

#[derive(Debug, thiserror::Error)]
pub enum Error {
    #[error("{OVERRIDE} names no file: {}", .0.display())]
    Override(PathBuf),
    #[error("the runtime `{name}` is not beside {}", beside.display())]
    Missing { name: String, beside: PathBuf, checkout: Option<PathBuf> },
    #[error("cannot tell where this program lies: {0}")]
    Nowhere(#[from] io::Error),
}

impl Error {
    pub fn hint(&self) -> Option<String> {
        match self {
            Self::Missing { checkout: Some(_), .. } => {
                Some("in a source checkout, `kaon run <app> --setup` builds it".into())
            }
            Self::Missing { checkout: None, .. } => Some(format!("{OVERRIDE} can name it")),
            Self::Override(_) | Self::Nowhere(_) => None,
        }
    }
}

impl Runtime {
    pub fn name(self) -> &'static str {
        match self {
            Self::Shell => "kaon-shell",
            Self::Node => "kaon-node",
        }
    }

    /// What runs `path`. A script gets the small runtime unless its own text asks for `electron`; what a script
    /// loads further on is not looked at, so a script that reaches windows through another file is started by its
    /// folder.
    pub fn for_path(path: &Path) -> Self {
        let script = path.extension().is_some_and(|end| end == "js" || end == "mjs" || end == "cjs");
        if script
            && path.is_file()
            && fs::read_to_string(path).is_ok_and(|source| !asks_for_electron(&source))
        {
            Self::Node
        } else {
            Self::Shell
        }
    }

    pub fn find(self) -> Result<PathBuf, Error> {
        if let Some(named) = env::var_os(OVERRIDE).filter(|named| !named.is_empty()) {
            let named = PathBuf::from(named);
            return if named.is_file() { Ok(named) } else { Err(Error::Override(named)) };
        }
        let program = env::current_exe()?;
        let resolved = fs::canonicalize(&program)?;
        let file = format!("{}{}", self.name(), env::consts::EXE_SUFFIX);
        let folders = [program.parent(), resolved.parent()];
        let found = folders.iter().flatten().map(|folder| folder.join(&file)).find(|path| path.is_file());
        found.ok_or_else(|| Error::Missing {
            name: file,
            beside: resolved.clone(),
            checkout: checkout_of(&resolved),
        })
    }
}

/// The source checkout that this program was built in.
pub fn checkout() -> Option<PathBuf> {
    checkout_of(&fs::canonicalize(env::current_exe().ok()?).ok()?)
}

fn checkout_of(program: &Path) -> Option<PathBuf> {
    let is_checkout = |folder: &&Path| {
        folder.join("shell/Cargo.toml").is_file()
            && fs::read_to_string(folder.join("Cargo.toml")).is_ok_and(|text| text.contains("[workspace]"))
    };
    program.ancestors().skip(1).find(is_checkout).map(Path::to_path_buf)
}

/// Whether a source has `require('electron')`, `import … from "electron"`, `import('electron/main')` and the like. A
/// scan for the quoted word and what stands before it: good enough to choose a runtime, at no cost.
fn asks_for_electron(source: &str) -> bool {
    source.match_indices("electron").any(|(at, word)| {
        let (before, after) = (&source[..at], &source[at + word.len()..]);
        let Some(quote) = before.chars().next_back().filter(|quote| matches!(quote, '\'' | '"' | '`')) else {
            return false;
        };
        let before = before[..before.len() - 1].trim_end();
        let called = before.strip_suffix('(').map(str::trim_end);
        let asked = ["require", "import"].iter().any(|word| called.is_some_and(|text| text.ends_with(word)))
            || ["from", "import"].iter().any(|word| before.ends_with(word));
        asked && (after.starts_with(quote) || after.starts_with('/'))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_script_that_loads_electron_is_told_from_one_that_speaks_of_it() {
        for source in [
            "const { app } = require('electron')",
            "const { app } = require( \"electron/main\" )",
            "import { app } from 'electron'",
            "import * as e from\n  `electron`",
            "import 'electron';",
            "await import('electron')",
        ] {
            assert!(asks_for_electron(source), "{source}");
        }
        for source in
            ["", "// electron", "log('electron')", "require('electron-log')", "require('./electron')"]
        {
            assert!(!asks_for_electron(source), "{source}");
        }
    }

    #[test]
    fn folders_and_unreadable_scripts_get_the_whole_runtime() {
        assert_eq!(Runtime::for_path(Path::new(".")), Runtime::Shell);
        assert_eq!(Runtime::for_path(Path::new("not there.js")), Runtime::Shell);
    }

    #[test]
    fn a_checkout_is_found_from_its_target_folder() {
        let dir = tempfile::tempdir().unwrap();
        fs::create_dir_all(dir.path().join("shell")).unwrap();
        fs::write(dir.path().join("shell/Cargo.toml"), "").unwrap();
        fs::write(dir.path().join("Cargo.toml"), "[workspace]").unwrap();
        let program = dir.path().join("target/debug/kaon");
        assert_eq!(checkout_of(&program).as_deref(), Some(dir.path()));
        assert_eq!(checkout_of(Path::new("/usr/bin/kaon")), None);
    }
}
