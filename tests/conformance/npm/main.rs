//! Packages from npm's registry, unmodified, each put to a real use by a program beside this file.
//!
//! The packages are installed once into `target/npm-packages` from the lock file. `KAON_NPM_PACKAGES` limits the run to some
//! programs (`express,ws`), `KAON_NPM_ALL` runs also what is not expected to pass, `KAON_NPM_LOGS` names a folder that
//! keeps what the failing ones printed.

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
    process::{Command, exit},
    sync::Mutex,
    time::Duration,
};

use tests::{
    app::fresh_home,
    built,
    conformance::{Passing, run_for},
    display::Display,
    executable, root,
};

/// Those that are of no use without Electron's `app`.
const APPS: [&str; 1] = ["electron-store"];
const LIMIT: Duration = Duration::from_secs(120);

fn main() {
    let folder = installed();
    let passing = Passing::read("npm");
    let only = std::env::var("KAON_NPM_PACKAGES").ok();
    let all = std::env::var_os("KAON_NPM_ALL").is_some();
    let programs: Vec<_> = programs(&folder)
        .into_iter()
        .filter(|program| only.as_ref().is_none_or(|only| only.split(',').any(|one| one == name(program))))
        .filter(|program| all || passing.contains(&name(program)))
        .collect();
    let queue = Mutex::new(programs.into_iter());
    let results = Mutex::new((BTreeSet::new(), BTreeSet::new()));
    let next = || queue.lock().unwrap().next();
    std::thread::scope(|scope| {
        for _ in 0..2 {
            scope.spawn(|| {
                while let Some(program) = next() {
                    let passed = run(&program);
                    let mut results = results.lock().unwrap();
                    let list = if passed { &mut results.0 } else { &mut results.1 };
                    list.insert(name(&program));
                }
            });
        }
    });
    let (passed, failed) = results.into_inner().unwrap();
    exit(passing.conclude(&passed, &failed));
}

fn name(program: &Path) -> String {
    program.file_stem().unwrap().to_string_lossy().into_owned()
}

/// The folder with the packages and the programs; ends the test run, saying so, where there is no npm.
fn installed() -> PathBuf {
    let source = root().join("tests/conformance/npm");
    let folder = built("npm-packages");
    let lock = fs::read(source.join("package-lock.json")).unwrap();
    let stamp = folder.join("installed.json");
    if fs::read(&stamp).ok().as_ref() != Some(&lock) {
        fs::create_dir_all(&folder).unwrap();
        for file in ["package.json", "package-lock.json"] {
            fs::copy(source.join(file), folder.join(file)).unwrap();
        }
        let npm = if cfg!(windows) { "npm.cmd" } else { "npm" };
        let args = ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"];
        match Command::new(npm).args(args).current_dir(&folder).status() {
            Ok(status) => assert!(status.success(), "npm ci failed in {}", folder.display()),
            Err(error) => {
                println!("skipped: the packages come by npm, which does not start: {error}");
                println!("0 passed, 0 failed");
                exit(0);
            }
        }
        fs::write(stamp, lock).unwrap();
    }
    let programs = folder.join("programs");
    let _ = fs::remove_dir_all(&programs);
    fs::create_dir_all(&programs).unwrap();
    for entry in fs::read_dir(source.join("programs")).unwrap() {
        let entry = entry.unwrap();
        fs::copy(entry.path(), programs.join(entry.file_name())).unwrap();
    }
    folder
}

fn programs(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder.join("programs")).unwrap();
    let mut files: Vec<_> = entries.map(|entry| entry.unwrap().path()).collect();
    files.sort();
    files
}

fn run(program: &Path) -> bool {
    let home = fresh_home();
    let log = home.join("output.log");
    let status = if APPS.contains(&&*name(program)) {
        let display = Display::start();
        let mut command = Command::new(executable("kaon-shell"));
        display.dress(command.arg(program)).env("HOME", &home).env_remove("XDG_CONFIG_HOME");
        run_for(&mut command, LIMIT, &log)
    } else {
        let mut command = Command::new(executable("kaon-node"));
        run_for(command.arg(program).env("HOME", &home).env("NO_COLOR", "1"), LIMIT, &log)
    };
    let passed = status.is_some_and(|status| status.success());
    if !passed {
        println!(
            "{} fails: {}",
            name(program),
            first_complaint(&fs::read_to_string(&log).unwrap_or_default())
        );
        if let Some(folder) = std::env::var_os("KAON_NPM_LOGS") {
            fs::copy(&log, Path::new(&folder).join(format!("{}.log", name(program)))).unwrap();
        }
    }
    let _ = fs::remove_dir_all(&home);
    passed
}

fn first_complaint(output: &str) -> &str {
    output.lines().find(|line| line.contains("Error")).or(output.lines().next()).unwrap_or("no output")
}
