//! Real windows on a real (virtual) screen, used as a user would use them.
#![allow(clippy::unwrap_used)]

use libtest_mimic::{Arguments, Trial};
use tests::display::Display;

fn main() {
    let arguments = Arguments::from_args();
    libtest_mimic::run(&arguments, vec![]).exit();
}

#[allow(dead_code)]
fn display() -> Display {
    Display::start()
}
#[allow(dead_code)]
fn none() -> Option<Trial> {
    None
}
