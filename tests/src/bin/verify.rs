//! `cargo verify`: installs what the tests need and runs them all, in order of how fast they can say no.
//!
//! `cargo verify <step>…` runs only those steps. Environment: `KAON_CROSS_CACHE` names a folder with std's source for the
//! cross checks, `KAON_ELECTRON_FIDDLES`, `KAON_ELECTRON_APPS` and `KAON_NODE_TESTS` name checkouts for the conformance
//! runners.

use std::{
    env,
    process::{Command, exit},
    time::Instant,
};

use tests::root;

struct Step {
    name: &'static str,
    what: &'static str,
    command: &'static [&'static str],
}

const STEPS: &[Step] = &[
    Step {
        name: "setup",
        what: "install what is missing",
        command: &[
            "cargo",
            "run",
            "--quiet",
            "-p",
            "packaging",
            "--",
            "doctor",
            "--fix",
            "--yes",
            "--for",
            "test",
        ],
    },
    Step { name: "format", what: "the code is formatted", command: &["cargo", "fmt", "--all", "--check"] },
    Step {
        name: "lint",
        what: "clippy has nothing to say",
        command: &["cargo", "clippy", "--locked", "--workspace", "--all-targets", "--", "-D", "warnings"],
    },
    Step { name: "build", what: "build everything", command: &["cargo", "build", "--locked", "--workspace"] },
    Step {
        name: "test",
        what: "unit tests, module tests, house rules, real windows, conformance",
        command: &["cargo", "test", "--locked", "--workspace", "--no-fail-fast"],
    },
    Step {
        name: "package",
        what: "a .deb that installs, starts and leaves nothing",
        command: &["bash", "tests/package/deb.sh"],
    },
    Step { name: "cross", what: "Windows and macOS", command: &["bash", "tests/cross/check.sh"] },
];

fn main() {
    let wanted: Vec<String> = env::args().skip(1).collect();
    if let Some(unknown) = wanted.iter().find(|name| STEPS.iter().all(|step| step.name != *name)) {
        let names: Vec<_> = STEPS.iter().map(|step| step.name).collect();
        eprintln!("error: no step '{unknown}'\nhint: the steps are {}", names.join(", "));
        exit(2);
    }
    for step in STEPS.iter().filter(|step| wanted.is_empty() || wanted.iter().any(|name| name == step.name)) {
        let begin = Instant::now();
        println!("== {}: {}", step.name, step.what);
        if !run(step) {
            eprintln!("error: '{}' failed\nhint: `cargo verify {}` runs it alone", step.name, step.name);
            exit(1);
        }
        println!("== {}: done in {} s", step.name, begin.elapsed().as_secs());
    }
}

fn run(step: &Step) -> bool {
    let (program, args) = (step.command[0], &step.command[1..]);
    match Command::new(program).args(args).current_dir(root()).status() {
        Ok(status) => status.success(),
        Err(error) => {
            eprintln!("error: {program}: {error}");
            false
        }
    }
}
