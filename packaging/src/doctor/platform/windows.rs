use std::process::{Command, Stdio};

use super::super::{Finding, Purpose, find_program};

/// Where the WebView2 runtime notes its version, for the machine and for the user.
const KEYS: [&str; 3] = [
    r"HKLM\SOFTWARE\WOW6432Node\Microsoft\EdgeUpdate\Clients\{F3017226-FE2A-4295-8BDF-00C3A9A7E4C5}",
    r"HKLM\SOFTWARE\Microsoft\EdgeUpdate\Clients\{F3017226-FE2A-4295-8BDF-00C3A9A7E4C5}",
    r"HKCU\SOFTWARE\Microsoft\EdgeUpdate\Clients\{F3017226-FE2A-4295-8BDF-00C3A9A7E4C5}",
];

pub(in super::super) fn examine(purposes: &[Purpose]) -> Vec<Finding> {
    if !purposes.contains(&Purpose::Run) {
        return Vec::new();
    }
    vec![Finding {
        name: "WebView2",
        reason: "shows the pages of windows",
        present: KEYS.iter().any(|key| has_version(key)),
        packages: Vec::new(),
        source: Some("https://developer.microsoft.com/microsoft-edge/webview2/"),
    }]
}

/// A version of zeros is what an uninstalled runtime leaves behind.
fn has_version(key: &str) -> bool {
    let Some(program) = find_program("reg") else { return false };
    let output = Command::new(program).args(["query", key, "/v", "pv"]).stderr(Stdio::null()).output();
    output.is_ok_and(|output| {
        let text = String::from_utf8_lossy(&output.stdout);
        output.status.success() && text.contains("REG_SZ") && !text.contains("0.0.0.0")
    })
}

pub(in super::super) fn manager() -> Option<&'static str> {
    None
}

pub(in super::super) fn install(_packages: &[&str], _unattended: bool) -> Vec<Command> {
    Vec::new()
}
