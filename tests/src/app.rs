//! An app of ours, or anybody's, running on a [`Display`].

use std::{
    path::{Path, PathBuf},
    process::{Command, ExitStatus},
    sync::atomic::{AtomicU32, Ordering},
};

use serde_json::Value;

use crate::{display::Display, executable, process::Process, root};

/// A running app. Fixture apps print one JSON object a line: `{"event": "name", …}`.
pub struct App {
    process: Process,
    home: Option<PathBuf>,
}

static COUNT: AtomicU32 = AtomicU32::new(0);

/// A fresh folder that stands in for the user's home.
pub fn fresh_home() -> PathBuf {
    let number = COUNT.fetch_add(1, Ordering::Relaxed);
    let home = std::env::temp_dir().join(format!("kaon-test-{}-{number}", std::process::id()));
    // Left over from a process with the same number, long gone.
    let _ = std::fs::remove_dir_all(&home);
    std::fs::create_dir_all(&home).unwrap();
    home
}

/// A fixture app's folder.
pub fn fixture(name: &str) -> PathBuf {
    root().join("tests/fixtures").join(name)
}

impl App {
    /// Starts an app in a home that `env` names, so that several runs share it.
    pub fn start_shared(display: &Display, folder: &Path, env: &[(&str, &str)]) -> Self {
        Self::start_shared_with(display, folder, &[], env)
    }

    pub fn start_shared_with(display: &Display, folder: &Path, args: &[&str], env: &[(&str, &str)]) -> Self {
        let mut command = Command::new(executable("kaon-shell"));
        display.dress(command.arg(folder).args(args)).envs(env.iter().copied());
        Self { process: Process::start(&mut command), home: None }
    }

    /// Starts an app folder with a home of its own.
    pub fn start(display: &Display, folder: &Path) -> Self {
        Self::start_with(display, folder, &[], &[])
    }

    pub fn start_with(display: &Display, folder: &Path, args: &[&str], env: &[(&str, &str)]) -> Self {
        let home = fresh_home();
        let mut command = Command::new(executable("kaon-shell"));
        command.arg(folder).args(args).envs(env.iter().copied());
        display.dress(&mut command).env("HOME", &home);
        for (name, folder) in
            [("XDG_CONFIG_HOME", "config"), ("XDG_DATA_HOME", "data"), ("XDG_CACHE_HOME", "cache")]
        {
            command.env(name, home.join(folder));
        }
        Self { process: Process::start(&mut command), home: Some(home) }
    }

    pub fn id(&self) -> u32 {
        self.process.id()
    }

    /// The next object `{"event": name, …}` it prints.
    pub fn event(&mut self, name: &str) -> Value {
        let is_it = |line: &str| parse(line).is_some_and(|found| found["event"] == name);
        parse(&self.process.line(&format!("event '{name}'"), is_it)).unwrap()
    }

    /// The next line that contains `text`; those of stderr begin with `! `.
    pub fn says(&mut self, text: &str) -> String {
        self.process.line(&format!("'{text}'"), |line| line.contains(text))
    }

    /// Waits for its end and returns its exit code with everything it printed.
    pub fn end(self) -> (Option<i32>, String) {
        let (status, said) = self.process.end();
        if let Some(home) = &self.home {
            // What a test leaves behind is in the way of nobody but the disk.
            let _ = std::fs::remove_dir_all(home);
        }
        (code(status), said)
    }
}

fn code(status: ExitStatus) -> Option<i32> {
    status.code()
}

fn parse(line: &str) -> Option<Value> {
    serde_json::from_str(line).ok()
}
