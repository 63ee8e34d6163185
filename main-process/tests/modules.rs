//! Runs the `*.test.js` beside each module, every one in a process of its own with a fake shell.

use std::{
    fs,
    path::{Path, PathBuf},
    process::{Command, Output, Stdio},
    sync::mpsc,
    thread,
    time::Duration,
};

use libtest_mimic::{Arguments, Failed, Trial};

/// A test that takes longer hangs; the slowest takes a few seconds on a busy machine.
const LIMIT: Duration = Duration::from_secs(120);

fn main() {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let preload = source.join("../../preload/tests");
    let mut files = Vec::new();
    for folder in [source, preload] {
        collect(&folder, &mut files);
    }
    files.sort();
    let trials = files.into_iter().map(|file| Trial::test(name(&file), move || run(&file)));
    libtest_mimic::run(&Arguments::from_args(), trials.collect()).exit();
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            collect(&path, files);
        } else if path.to_string_lossy().ends_with(".test.js") {
            files.push(path);
        }
    }
}

fn name(file: &Path) -> String {
    let parts: Vec<_> = file.iter().rev().take(3).map(|part| part.to_string_lossy()).collect();
    parts.into_iter().rev().collect::<Vec<_>>().join("/")
}

fn run(file: &Path) -> Result<(), Failed> {
    let mut command = Command::new(env!("CARGO_BIN_EXE_kaon-node"));
    command.arg("--test-module").arg(file).stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let child = command.spawn()?;
    let id = child.id();
    let (done, finished) = mpsc::channel();
    thread::spawn(move || done.send(child.wait_with_output()));
    let Ok(output) = finished.recv_timeout(LIMIT) else {
        return Err(format!("process {id} still runs after {LIMIT:?}").into());
    };
    report(&output?)
}

fn report(output: &Output) -> Result<(), Failed> {
    let said = String::from_utf8_lossy(&output.stdout);
    // A file whose tests were never run must not pass for having no failure.
    if output.status.success() && said.lines().any(|line| line.contains(" passed, 0 failed")) {
        return Ok(());
    }
    Err(format!("{}\n{said}{}", output.status, String::from_utf8_lossy(&output.stderr)).into())
}
