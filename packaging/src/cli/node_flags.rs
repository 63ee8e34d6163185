//! Flags of `kaon run` that are not ours but Node's: they stand before the script and go to the runtime.

use std::ffi::{OsStr, OsString};

/// Ours, and whether a value follows.
const OWN: [(&str, bool); 8] = [
    ("--headless", false),
    ("--screenshot", true),
    ("--exit-after-screenshot", false),
    ("--setup", false),
    ("-h", false),
    ("--help", false),
    ("-V", false),
    ("--", false),
];

/// Those that the next word belongs to, unless it stands behind a `=`.
const WITH_VALUE: [&str; 20] = [
    "-C",
    "-r",
    "--conditions",
    "--disable-warning",
    "--dns-result-order",
    "--env-file",
    "--env-file-if-exists",
    "--experimental-loader",
    "--import",
    "--input-type",
    "--loader",
    "--max-http-header-size",
    "--redirect-warnings",
    "--require",
    "--stack-trace-limit",
    "--test-name-pattern",
    "--test-reporter",
    "--test-reporter-destination",
    "--title",
    "--unhandled-rejections",
];

/// Those that are what to run, with no file after them.
const ALONE: [&str; 8] = ["-e", "--eval", "-p", "-pe", "--print", "--test", "-", "--version"];

/// The words behind `kaon run`, parted.
#[derive(Debug, PartialEq)]
pub(super) enum Words {
    /// Nothing here names an app: all of it is for the runtime.
    Runtime(Vec<OsString>),
    /// Our own words, and the flags for the runtime.
    App { own: Vec<OsString>, flags: Vec<OsString> },
}

pub(super) fn part(words: Vec<OsString>) -> Words {
    let all = words.clone();
    let mut own = Vec::new();
    let mut flags = Vec::new();
    let mut words = words.into_iter();
    while let Some(word) = words.next() {
        let name = name_of(&word);
        if ALONE.contains(&name.as_str()) {
            return Words::Runtime(all);
        }
        let with_value = !has_value(&word);
        if let Some((_, valued)) = OWN.iter().find(|(known, _)| *known == name) {
            own.push(word);
            own.extend(words.next_if_any(*valued && with_value));
        } else if name.starts_with('-') {
            flags.push(word);
            flags.extend(words.next_if_any(with_value && WITH_VALUE.contains(&name.as_str())));
        } else {
            // The app, and what follows it.
            own.push(word);
            own.extend(words.by_ref());
        }
    }
    Words::App { own, flags }
}

trait NextIfAny {
    fn next_if_any(&mut self, wanted: bool) -> Option<OsString>;
}

impl NextIfAny for std::vec::IntoIter<OsString> {
    fn next_if_any(&mut self, wanted: bool) -> Option<OsString> {
        if wanted { self.next() } else { None }
    }
}

fn has_value(word: &OsStr) -> bool {
    word.to_string_lossy().contains('=')
}

fn name_of(word: &OsStr) -> String {
    let text = word.to_string_lossy();
    text.split_once('=').map_or(text.as_ref(), |(name, _)| name).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<OsString> {
        text.split_whitespace().map(OsString::from).collect()
    }

    #[test]
    fn flags_of_node_are_for_the_runtime_and_ours_are_ours() {
        let parted = part(words("--headless -r ./a.js --no-warnings --screenshot s.png app x --setup"));
        let (own, flags) =
            (words("--headless --screenshot s.png app x --setup"), words("-r ./a.js --no-warnings"));
        assert_eq!(parted, Words::App { own, flags });
    }

    #[test]
    fn source_text_and_the_test_runner_need_no_app() {
        assert_eq!(part(words("-p 1+1")), Words::Runtime(words("-p 1+1")));
        assert_eq!(part(words("--no-warnings --test x")), Words::Runtime(words("--no-warnings --test x")));
    }
}
