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
    env, fs,
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
    let folder = env::temp_dir().join(format!("kaon-shell-tests-{}", std::process::id()));
    fs::create_dir_all(&folder)?;
    let (expected, left) = (folder.join("expected"), folder.join("left"));
    let output = Command::new("dbus-run-session")
        .args(["--", "xvfb-run", "-a", "-s", "-screen 0 1280x800x24", "timeout", "90", "sh", "-c", ON_SCREEN])
        .arg(this)
        .env(CHILD, name)
        .env(driver::EXPECTED, &expected)
        .env("KAON_LEFT", &left)
        .env("NO_AT_BRIDGE", "1")
        .env("GTK_THEME", "Adwaita")
        .env_remove("WAYLAND_DISPLAY")
        .output()?;
    let code = fs::read_to_string(&expected).ok().and_then(|code| code.parse().ok()).unwrap_or(0);
    let left = fs::read_to_string(&left).unwrap_or_default();
    fs::remove_dir_all(&folder)?;
    let said = String::from_utf8_lossy(&output.stderr);
    let said = said.lines().filter(|line| !line.contains("dbus-daemon")).collect::<Vec<_>>().join("\n");
    match output.status.code() {
        Some(found) if found == code && left.is_empty() => Ok(()),
        Some(found) if found == code => Err(format!("processes are left: {left}").into()),
        _ => Err(format!("{} instead of {code}\n{said}", output.status).into()),
    }
}

const ON_SCREEN: &str = "
openbox & manager=$!
until xprop -root _NET_SUPPORTING_WM_CHECK | grep -q 'window id'; do
  kill -0 $manager || { openbox & manager=$!; }
  sleep 0.05
done
\"$0\"; code=$?
[ -e \"$KAON_LEFT\" ] && sleep 4
kill $manager
exit $code
";
