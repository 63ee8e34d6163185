//! The `kaon` command as its users see it: what it prints, what it writes, how it ends.

#![allow(clippy::unwrap_used, clippy::print_stderr, reason = "a test that cannot go on says so and stops")]

mod deb;
mod doctor;
mod elf;
mod new;
mod platform;
mod run;

use std::{
    fs,
    path::{Path, PathBuf},
    process::{Command, Output},
};

use tempfile::TempDir;

/// A folder with a difficult name, in which a test does its work.
struct Place {
    dir: TempDir,
}

impl Place {
    fn new() -> Self {
        Self { dir: tempfile::Builder::new().prefix("kaon täst 📝 ").tempdir().unwrap() }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.dir.path().join(name)
    }

    fn write(&self, name: &str, text: &str) -> PathBuf {
        let path = self.path(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, text).unwrap();
        path
    }

    /// `kaon`, in this folder, with no runtime and no display of the machine's own.
    fn kaon(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_kaon"));
        command.args(arguments).current_dir(self.dir.path());
        command.env_remove("DISPLAY").env_remove("WAYLAND_DISPLAY").env_remove("SOURCE_DATE_EPOCH");
        command.env("KAON_RUNTIME", self.path("no runtime"));
        command
    }
}

/// What a command printed, and how it ended.
struct Told {
    code: Option<i32>,
    out: String,
    err: String,
}

fn told(command: &mut Command) -> Told {
    let Output { status, stdout, stderr } = command.output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    Told { code: status.code(), out: text(stdout), err: text(stderr) }
}

/// Asserts that a command failed with this code and said all of this.
fn assert_fails(command: &mut Command, code: i32, parts: &[&str]) {
    let told = told(command);
    assert_eq!(told.code, Some(code), "{}", told.err);
    for part in parts {
        assert!(told.err.contains(part), "{part:?} is not in: {}", told.err);
    }
}

fn shown(path: &Path) -> String {
    path.display().to_string()
}

#[test]
fn the_version_is_printed() {
    let told = told(Place::new().kaon(&["--version"]).env_remove("KAON_RUNTIME"));
    assert_eq!((told.code, told.out), (Some(0), format!("kaon {}\n", env!("CARGO_PKG_VERSION"))));
}

#[test]
fn wrong_use_has_a_code_of_its_own() {
    let place = Place::new();
    assert_fails(&mut place.kaon(&["fly"]), 2, &["error: unrecognized subcommand 'fly'"]);
    assert_fails(&mut place.kaon(&["new"]), 2, &["<NAME>"]);
    assert_fails(&mut place.kaon(&["package", "--format", "floppy"]), 2, &["[possible values: deb]"]);
}
