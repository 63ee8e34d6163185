//! The shell with real windows on a virtual screen; a test plays the main process.
//!
//! GTK wants the first thread of a process for itself, so each test runs in a process of its own.
#![allow(clippy::unwrap_used)]

mod closing;
mod dialogs;
mod driver;
mod hands;
mod loading;
mod menus;
mod messages;
mod output;
mod placing;

use std::{
    env,
    process::{Command, exit},
};

use driver::Driver;
use libtest_mimic::{Arguments, Failed, Trial};

type Test = fn(&mut Driver);

/// Names the test that this process is to run.
const CHILD: &str = "KAON_SHELL_TEST";

fn main() {
    let tests = [
        loading::TESTS,
        messages::TESTS,
        closing::TESTS,
        placing::TESTS,
        menus::TESTS,
        dialogs::TESTS,
        output::TESTS,
    ]
    .concat();
    if let Ok(name) = env::var(CHILD) {
        shell::prepare();
        let test = tests.iter().find(|(known, _)| *known == name).map(|(_, test)| *test);
        exit(driver::run(test.unwrap_or_else(|| panic!("there is no test '{name}'"))));
    }
    let mut arguments = Arguments::from_args();
    // One pointer, one focus, one screen.
    arguments.test_threads = Some(1);
    let trials = tests.into_iter().map(|(name, _)| Trial::test(name, move || child(name))).collect();
    libtest_mimic::run(&arguments, trials).exit();
}

/// Runs one test on a screen of its own, with a window manager and a session bus.
fn child(name: &str) -> Result<(), Failed> {
    let this = env::current_exe()?;
    let on_screen = "openbox & manager=$!; until xprop -root _NET_SUPPORTING_WM_CHECK | grep -q 'window id'; do sleep 0.05; done; \"$0\"; code=$?; kill $manager; exit $code";
    let output = Command::new("dbus-run-session")
        .args(["--", "xvfb-run", "-a", "-s", "-screen 0 1280x800x24", "timeout", "90", "sh", "-c", on_screen])
        .arg(this)
        .env(CHILD, name)
        .env("NO_AT_BRIDGE", "1")
        .env("GTK_THEME", "Adwaita")
        .env_remove("WAYLAND_DISPLAY")
        .output()?;
    let said = String::from_utf8_lossy(&output.stderr);
    if output.status.success() { Ok(()) } else { Err(format!("{}\n{said}", output.status).into()) }
}
