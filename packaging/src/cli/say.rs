//! The one place that prints. Answers go to stdout; progress, remarks and errors go to stderr, so that answers can be
//! piped.
#![allow(clippy::print_stdout, clippy::print_stderr, reason = "this file is the command's voice")]

use std::fmt::Display;

use super::failure::Failure;

pub(super) fn answer(line: impl Display) {
    println!("{line}");
}

/// What is being done now, as cargo says it: a verb, then its object.
pub(super) fn progress(verb: &str, object: impl Display) {
    eprintln!("{verb:>12} {object}");
}

pub(super) fn warning(line: impl Display) {
    eprintln!("warning: {line}");
}

pub(super) fn failure(failure: &Failure) {
    eprintln!("error: {}", failure.message);
    if let Some(hint) = &failure.hint {
        eprintln!("hint: {hint}");
    }
}

/// Asks on the terminal; anything but a yes is a no.
pub(super) fn ask(question: impl Display) -> std::io::Result<bool> {
    eprint!("{question} [y/N] ");
    let mut line = String::new();
    std::io::stdin().read_line(&mut line)?;
    Ok(matches!(line.trim(), "y" | "Y" | "yes"))
}
