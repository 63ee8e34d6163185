use std::process::Command;

/// Programs started from the Finder have no locale in their environment, so that the preferences are asked.
pub(in super::super) fn locales() -> Vec<String> {
    let output = Command::new("/usr/bin/defaults").args(["read", "-g", "AppleLanguages"]).output();
    let text = output.map(|output| String::from_utf8_lossy(&output.stdout).into_owned()).unwrap_or_default();
    let words = text.split(|letter: char| !(letter.is_ascii_alphanumeric() || letter == '-'));
    words.filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

/// The module's script refuses before it comes here: on macOS an app's `Info.plist` says which schemes it handles.
pub(in super::super) fn set_protocol_client(_: String, _: String) -> bool {
    false
}

pub(in super::super) fn is_protocol_client(_: String, _: String) -> bool {
    false
}
