//! Which app to run.

use std::path::{Path, PathBuf};

use main_process::{
    Entry,
    command_line::{Flags, Line, Refusal, parse as parse_line},
};

/// Where packages put the app, seen from the folder of the executable.
const BESIDE: [&str; 3] = ["resources/app", "../Resources/app", "app"];

/// What to run, and whether it was found beside the executable.
pub(crate) fn parse(words: Vec<String>) -> Result<(Line, bool), Refusal> {
    // As in Electron: a packaged app starts scripts of its own with its own executable.
    if std::env::var_os("ELECTRON_RUN_AS_NODE").is_some_and(|value| !value.is_empty()) {
        return parse_line(words).map(|line| (line, false));
    }
    let executable = std::env::current_exe().ok().and_then(|path| path.canonicalize().ok());
    match executable.as_deref().and_then(Path::parent).and_then(packaged_app) {
        // A packaged app gets every word there is, and nobody else's flags.
        Some(app) => Ok((Line { entry: Entry::Path(app), args: words, flags: Flags::default() }, true)),
        None => parse_line(words).map(|line| (line, false)),
    }
}

fn packaged_app(folder: &Path) -> Option<PathBuf> {
    BESIDE.iter().map(|app| folder.join(app)).find(|app| app.join("package.json").is_file())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_app_beside_the_executable_is_found_in_every_place_that_packages_use() {
        let root = std::env::temp_dir().join(format!("kaon-beside-{}", std::process::id()));
        for place in BESIDE {
            let folder = root.join("bin");
            let app = folder.join(place);
            std::fs::create_dir_all(&folder).unwrap();
            std::fs::create_dir_all(&app).unwrap();
            assert_eq!(packaged_app(&folder), None);
            std::fs::write(app.join("package.json"), "{}").unwrap();
            assert_eq!(packaged_app(&folder), Some(app));
            std::fs::remove_dir_all(&root).unwrap();
        }
    }
}
