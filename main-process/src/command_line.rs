//! The command line that `kaon-node` and the shell share: `[-e source | -p source | --test] [entry] [args…]`.

use std::{io::Write, path::PathBuf};

use ipc::{Code, Error};

use crate::Entry;

/// What to run, and what it gets as `process.argv` from the third place on.
///
/// # Errors
/// `ERR_INVALID_ARG_VALUE` for an unknown flag or a missing entry.
pub fn parse(words: Vec<String>) -> ipc::Result<(Entry, Vec<String>)> {
    let mut words = words.into_iter();
    let entry = match words.next() {
        None => return Err(bad("no script was named", "kaon run <folder|file.js> [args]")),
        Some(flag) if flag == "-e" || flag == "--eval" => text(words.next(), false)?,
        Some(flag) if ["-p", "-pe", "--print"].contains(&flag.as_str()) => text(words.next(), true)?,
        Some(flag) if flag == "--test-module" => Entry::Test(path(words.next())?),
        Some(flag) if flag.starts_with('-') && flag != "-" => {
            return Err(bad(&format!("bad option: {flag}"), "-e <source>, -p <source> or a file"));
        }
        Some(file) => Entry::Path(file.into()),
    };
    Ok((entry, words.collect()))
}

fn text(source: Option<String>, print: bool) -> ipc::Result<Entry> {
    source
        .map(|source| Entry::Text { source, print })
        .ok_or_else(|| bad("-e and -p want source text", "-e \"code\""))
}

fn path(file: Option<String>) -> ipc::Result<PathBuf> {
    file.map(PathBuf::from).ok_or_else(|| bad("--test-module wants a file", "--test-module os.test.js"))
}

fn bad(what: &str, hint: &str) -> Error {
    Error::new(Code::InvalidArgType, format!("{what}\nusage: {hint}"))
}

/// Says what is wrong with a command line and returns the exit code for that, Node's 9.
pub fn complain(error: &Error) -> i32 {
    // With a closed stderr there is nobody to tell.
    let _ = writeln!(std::io::stderr(), "kaon: {error}");
    9
}
