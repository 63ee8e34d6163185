//! Servers under load.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use tests::built;

use crate::idle::Server;

/// The program beside the packages that the npm conformance run has installed.
pub fn with_packages(name: &str) -> Option<PathBuf> {
    let folder = built("npm-packages");
    folder.join("node_modules").join(name).is_dir().then(|| {
        let copy = folder.join(format!("bench-{name}.cjs"));
        fs::copy(crate::program(name), &copy).unwrap();
        copy
    })
}

/// Requests a second over 32 connections that stay open, as `wrk` counts them.
pub fn requests(runtime: &Path, program: &Path, path: &str) -> f64 {
    let mut server = Server::start(runtime, program);
    let before = server.files();
    let url = format!("http://127.0.0.1:{}{path}", server.port);
    let output = Command::new("wrk").args(["-t1", "-c32", "-d4s", &url]).output().unwrap();
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    for complaint in ["Socket errors", "Non-2xx"] {
        assert!(!text.contains(complaint), "{}: {text}", runtime.display());
    }
    server.wait_until("its connections are closed", |server| server.files() <= before);
    let line = text.lines().find_map(|line| line.strip_prefix("Requests/sec:"));
    line.and_then(|number| number.trim().parse().ok()).unwrap_or_else(|| panic!("wrk says: {text}"))
}
