//! Much work, twice: the second time must cost nothing that the first one did not.

use std::process::Command;

use tests::executable;

fn bear(work: &str) {
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/load/main.js");
    let mut command = Command::new(executable("kaon-node"));
    let output = command.args(["--expose-gc", script, work]).output().expect("it starts");
    let complaints = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{complaints}");
    let facts: serde_json::Value = serde_json::from_slice(&output.stdout).expect("it says how it went");
    assert!(facts["fds"].as_i64().is_some_and(|left| left <= 0), "descriptors stay open: {facts}");
    assert!(facts["growth"].as_f64().is_some_and(|ratio| ratio < 1.5), "memory grows: {facts}");
}

#[test]
fn connections_leave_nothing_behind() {
    bear("connections");
}

#[test]
fn requests_leave_nothing_behind() {
    bear("requests");
}

#[test]
fn files_leave_nothing_behind() {
    bear("files");
}
