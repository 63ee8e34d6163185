//! Real windows on a real (virtual) screen, used as a user would use them.

mod bad_input;
mod bridge;
mod hands;
mod hanging;
mod notes;
mod running;

use std::sync::{Arc, Mutex, PoisonError};

use libtest_mimic::{Arguments, Trial};
use tests::display::Display;

type Test = fn(&Display);

fn main() {
    let mut arguments = Arguments::from_args();
    // One pointer, one focus, one screen.
    arguments.test_threads = Some(1);
    let tests = [hands::TESTS, hanging::TESTS, bridge::TESTS, bad_input::TESTS, running::TESTS, notes::TESTS]
        .concat();
    if arguments.list {
        let trials = tests.into_iter().map(|(name, _)| Trial::test(name, || Ok(()))).collect();
        libtest_mimic::run(&arguments, trials).exit();
    }
    let display = Arc::new(Mutex::new(Display::start()));
    let trial = |(name, test): (&str, Test)| {
        let display = display.clone();
        Trial::test(name, move || {
            // A test that failed leaves the screen usable for the next.
            test(&display.lock().unwrap_or_else(PoisonError::into_inner));
            Ok(())
        })
    };
    let trials = tests.into_iter().map(trial).collect();
    let conclusion = libtest_mimic::run(&arguments, trials);
    drop(display);
    conclusion.exit();
}
