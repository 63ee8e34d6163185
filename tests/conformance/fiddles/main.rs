//! Electron's docs fiddles and small apps, as they are: each must open its window, paint its page and report nothing.
//!
//! `KAON_ELECTRON_FIDDLES` names the folder `docs/fiddles` of a checkout of Electron, `KAON_ELECTRON_APPS` a folder with
//! one app folder each; nothing of either is in this repository. `KAON_SCREENSHOTS` names a folder for a picture of each.

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
    process::{Command, Stdio},
    time::{Duration, Instant},
};

use tests::{
    app::fresh_home,
    conformance::{Passing, checkout},
    display::Display,
    executable, picture,
};

/// How long a case may take until its first page is painted.
const LIMIT: Duration = Duration::from_secs(30);
/// What a program that met something it cannot do prints.
const COMPLAINTS: [&str; 7] = [
    "Uncaught",
    "ERR_NOT_SUPPORTED",
    "UnhandledPromiseRejection",
    "TypeError:",
    "ReferenceError:",
    "SyntaxError:",
    "Unable to load preload script",
];

fn main() {
    let fiddles = checkout("KAON_ELECTRON_FIDDLES", "docs/fiddles of a checkout of Electron");
    let mut cases = folders(&fiddles, &fiddles);
    if let Some(apps) = std::env::var_os("KAON_ELECTRON_APPS").map(PathBuf::from) {
        cases.extend(folders(&apps, &apps));
    }
    let passing = Passing::read("fiddles");
    let all = std::env::var_os("KAON_FIDDLES_ALL").is_some();
    let display = Display::start();
    let (mut passed, mut failed) = (BTreeSet::new(), BTreeSet::new());
    for (name, folder) in cases.into_iter().filter(|(name, _)| all || passing.contains(name)) {
        match run(&display, &name, &folder) {
            Ok(()) => {
                println!("pass  {name}");
                passed.insert(name);
            }
            Err(reason) => {
                println!("fail  {name}: {reason}");
                failed.insert(name);
            }
        }
    }
    std::process::exit(passing.conclude(&passed, &failed));
}

/// Every folder below `folder` that holds a `main.js`, named by its path.
fn folders(top: &Path, folder: &Path) -> Vec<(String, PathBuf)> {
    let mut found = Vec::new();
    let mut inside: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    inside.sort();
    if inside.iter().any(|path| path.ends_with("main.js")) {
        found.push((
            folder.strip_prefix(top).unwrap().to_string_lossy().replace('\\', "/"),
            folder.to_owned(),
        ));
        return found;
    }
    for path in inside.iter().filter(|path| path.is_dir() && !path.ends_with("node_modules")) {
        found.extend(folders(top, path));
    }
    found
}

fn run(display: &Display, name: &str, folder: &Path) -> Result<(), String> {
    let home = fresh_home();
    let (log, ready) = (home.join("log"), home.join("ready"));
    let output = fs::File::create(&log).unwrap();
    // A fiddle has no package.json: its main script is named.
    let entry = if folder.join("package.json").exists() { folder.to_owned() } else { folder.join("main.js") };
    let mut command = Command::new(executable("kaon-shell"));
    display.dress(command.arg(entry)).env("HOME", &home).env("KAON_READY_FILE", &ready);
    command.stdin(Stdio::null()).stdout(output.try_clone().unwrap()).stderr(output);
    let mut child = command.spawn().unwrap();
    let deadline = Instant::now() + LIMIT;
    let mut outcome = Ok(());
    while !ready.exists() && outcome.is_ok() {
        if let Some(status) = child.try_wait().unwrap() {
            outcome = Err(format!("it ended with {status} before its page was painted"));
        } else if Instant::now() > deadline {
            outcome = Err("no page was painted".into());
        }
        std::thread::park_timeout(Duration::from_millis(20));
    }
    if let Some(folder) = std::env::var_os("KAON_SCREENSHOTS") {
        picture::take(display, "root", &Path::new(&folder).join(format!("{}.png", name.replace('/', "-"))));
    }
    let ended = child.try_wait().unwrap();
    // It may have ended by itself.
    let _ = child.kill();
    let _ = child.wait();
    let said = fs::read_to_string(&log).unwrap_or_default();
    outcome
        .and_then(|()| complaint(&said))
        .and_then(|()| match ended {
            Some(status) if !status.success() => Err(format!("it ended with {status}")),
            _ => Ok(()),
        })
        .map_err(|reason| format!("{reason}\n{said}"))
}

fn complaint(said: &str) -> Result<(), String> {
    match said.lines().find(|line| COMPLAINTS.iter().any(|word| line.contains(word))) {
        Some(line) => Err(line.to_owned()),
        None => Ok(()),
    }
}
