use std::process::Command;

use super::super::{Finding, Purpose, find_program};

/// The webview is part of the system; only building wants tools.
pub(in super::super) fn examine(purposes: &[Purpose]) -> Vec<Finding> {
    if !purposes.contains(&Purpose::Build) {
        return Vec::new();
    }
    vec![Finding {
        name: "C compiler",
        reason: "builds the JavaScript engine",
        present: find_program("cc").is_some(),
        packages: Vec::new(),
        source: Some("xcode-select --install"),
    }]
}

pub(in super::super) fn manager() -> Option<&'static str> {
    None
}

pub(in super::super) fn install(_packages: &[&str], _unattended: bool) -> Vec<Command> {
    Vec::new()
}
