//! What the conformance runners share: cases from a checkout, and a list of those that must pass.

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
    process::{Child, Command, ExitStatus, Stdio},
    time::{Duration, Instant},
};

use crate::root;

/// A list of cases that must pass: one name a line, sorted. It may only grow.
pub struct Passing {
    file: PathBuf,
    names: BTreeSet<String>,
}

impl Passing {
    /// `suite` is a folder under `tests/conformance`.
    pub fn read(suite: &str) -> Self {
        let file = root().join("tests/conformance").join(suite).join("passing.txt");
        let text = fs::read_to_string(&file).unwrap_or_default();
        let lines: Vec<_> = text.lines().filter(|line| !line.is_empty()).collect();
        assert!(lines.is_sorted(), "{} is not sorted", file.display());
        Self { file, names: lines.into_iter().map(str::to_owned).collect() }
    }

    pub fn contains(&self, name: &str) -> bool {
        self.names.contains(name)
    }

    /// Prints the result and returns the exit code: 1 when one failed that must pass. With `KAON_BLESS` set, what newly
    /// passes is added to the list.
    pub fn conclude(mut self, passed: &BTreeSet<String>, failed: &BTreeSet<String>) -> i32 {
        let broken: Vec<_> = failed.iter().filter(|name| self.names.contains(*name)).collect();
        for name in &broken {
            println!("must pass, but failed: {name}");
        }
        let gained: Vec<_> = passed.iter().filter(|name| !self.names.contains(*name)).cloned().collect();
        if !gained.is_empty() {
            println!("{} pass that are not in {}", gained.len(), self.file.display());
            if std::env::var_os("KAON_BLESS").is_some() {
                self.names.extend(gained);
                let lines: Vec<_> = self.names.iter().map(String::as_str).collect();
                fs::write(&self.file, lines.join("\n") + "\n").unwrap();
            }
        }
        // Those that are known not to pass yet are counted apart, so that the last line says what broke.
        println!(
            "{} of {} cases pass; {} are not expected to yet",
            passed.len(),
            passed.len() + failed.len(),
            failed.len() - broken.len()
        );
        println!("{} passed, {} failed", passed.len(), broken.len());
        i32::from(!broken.is_empty())
    }
}

/// The checkout that an environment variable names; otherwise says so and ends the program without failing.
pub fn checkout(variable: &str, what: &str) -> PathBuf {
    match std::env::var_os(variable) {
        Some(folder) if Path::new(&folder).is_dir() => folder.into(),
        Some(folder) => {
            println!("{variable}={} is no folder", Path::new(&folder).display());
            std::process::exit(1);
        }
        None => {
            println!("skipped: {variable} does not name {what}");
            println!("0 passed, 0 failed");
            std::process::exit(0);
        }
    }
}

/// Runs a command in a process group of its own for at most `limit`; `None` when it had to be ended.
pub fn run_for(command: &mut Command, limit: Duration, log: &Path) -> Option<ExitStatus> {
    let output = fs::File::create(log).unwrap();
    command.stdin(Stdio::null()).stdout(output.try_clone().unwrap()).stderr(output);
    #[cfg(unix)]
    std::os::unix::process::CommandExt::process_group(command, 0);
    let mut child = command.spawn().unwrap();
    let status = wait(&mut child, limit);
    end_group(&child);
    // Reaped by `wait` unless it had to be ended.
    let _ = child.wait();
    status
}

fn wait(child: &mut Child, limit: Duration) -> Option<ExitStatus> {
    let deadline = Instant::now() + limit;
    loop {
        if let Some(status) = child.try_wait().unwrap() {
            return Some(status);
        }
        if Instant::now() > deadline {
            return None;
        }
        std::thread::park_timeout(Duration::from_millis(10));
    }
}

/// What a case left running ends with it.
fn end_group(child: &Child) {
    let _ = Command::new("kill")
        .args(["-KILL", "--", &format!("-{}", child.id())])
        .stderr(Stdio::null())
        .status();
}
