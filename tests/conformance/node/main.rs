//! Node's own tests against Kaon: each file in a process of its own, for at most ten seconds.
//!
//! `KAON_NODE_TESTS` names a checkout of Node (the folder that holds `test/parallel`); nothing of it is in this
//! repository. `KAON_NODE_MODULES` limits the run to some modules (`path,events`), `KAON_NODE_ALL` runs also what is not
//! expected to pass.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
    process::Command,
    sync::Mutex,
    time::Duration,
};

use tests::{
    conformance::{Passing, checkout, run_for},
    executable,
};

/// Module and the beginnings of its tests' names.
const MODULES: [(&str, &[&str]); 24] = [
    ("assert", &["test-assert"]),
    ("buffer", &["test-buffer"]),
    ("child_process", &["test-child-process"]),
    ("console", &["test-console"]),
    ("crypto", &["test-crypto"]),
    ("dns", &["test-dns"]),
    ("esm", &["es-module/"]),
    ("events", &["test-event-", "test-events", "test-eventtarget"]),
    ("fs", &["test-fs-"]),
    ("http", &["test-http-", "test-http.", "test-https-"]),
    ("module", &["test-module-", "test-require-"]),
    ("net", &["test-net-"]),
    ("os", &["test-os"]),
    ("path", &["test-path"]),
    ("process", &["test-process-"]),
    ("querystring", &["test-querystring"]),
    ("readline", &["test-readline"]),
    ("stream", &["test-stream", "test-readable", "test-writable"]),
    ("string_decoder", &["test-string-decoder"]),
    ("timers", &["test-timers"]),
    ("url", &["test-url", "test-whatwg-url"]),
    ("util", &["test-util"]),
    ("worker_threads", &["test-worker"]),
    ("zlib", &["test-zlib"]),
];
const LIMIT: Duration = Duration::from_secs(10);

fn main() {
    let checkout = checkout("KAON_NODE_TESTS", "a checkout of Node's tests");
    let passing = Passing::read("node");
    let only = std::env::var("KAON_NODE_MODULES").ok();
    let all = std::env::var_os("KAON_NODE_ALL").is_some();
    let cases = cases(&checkout.join("test"));
    let wanted: Vec<_> = cases
        .into_iter()
        .filter(|(module, _)| only.as_ref().is_none_or(|only| only.split(',').any(|name| name == *module)))
        .filter(|(_, file)| all || passing.contains(&name(file)))
        .collect();
    let mut results = run_all(&checkout, wanted);
    again(&checkout, &passing, &mut results);
    table(&results);
    let chosen =
        |pass| results.iter().filter(|(_, _, ok)| *ok == pass).map(|(_, name, _)| name.clone()).collect();
    let (passed, failed): (BTreeSet<_>, BTreeSet<_>) = (chosen(true), chosen(false));
    std::process::exit(passing.conclude(&passed, &failed));
}

/// As the list has it: the file's name, with the folder's in front where that is not `parallel`.
fn name(file: &Path) -> String {
    let (folder, file) = (file.parent().unwrap().file_name().unwrap(), file.file_name().unwrap());
    let file = file.to_string_lossy();
    if folder == "parallel" { file.into_owned() } else { format!("{}/{file}", folder.to_string_lossy()) }
}

fn path(checkout: &Path, name: &str) -> PathBuf {
    let test = checkout.join("test");
    if name.contains('/') { test.join(name) } else { test.join("parallel").join(name) }
}

/// Every test of the modules above that needs nothing of Node's insides.
fn cases(tests: &Path) -> Vec<(&'static str, PathBuf)> {
    let mut files: Vec<_> = ["parallel", "es-module"]
        .iter()
        .flat_map(|folder| fs::read_dir(tests.join(folder)).unwrap())
        .map(|entry| entry.unwrap().path())
        .filter(|file| file.file_name().unwrap().to_string_lossy().starts_with("test-"))
        .collect();
    files.sort();
    let module = |file: &Path| {
        let name = name(file);
        let known = MODULES.iter().find(|(_, starts)| starts.iter().any(|start| name.starts_with(start)));
        known.filter(|_| name.ends_with(".js") || name.ends_with(".mjs")).map(|(module, _)| *module)
    };
    let known = files.into_iter().filter_map(|file| Some((module(&file)?, file)));
    known.filter(|(_, file)| !needs_internals(&fs::read_to_string(file).unwrap_or_default())).collect()
}

fn needs_internals(text: &str) -> bool {
    [
        "--expose-internals",
        "--expose_internals",
        "internalBinding",
        "--allow-natives-syntax",
        "--expose-gc",
        "--expose_gc",
    ]
    .iter()
    .any(|flag| text.contains(flag))
}

fn run_all(checkout: &Path, cases: Vec<(&'static str, PathBuf)>) -> Vec<(&'static str, String, bool)> {
    let queue = Mutex::new(cases.into_iter());
    let results = Mutex::new(Vec::new());
    std::thread::scope(|scope| {
        for worker in 0..2 {
            let (queue, results) = (&queue, &results);
            scope.spawn(move || {
                loop {
                    let Some((module, file)) = queue.lock().unwrap().next() else { break };
                    let passed = run(checkout, &file, worker, LIMIT);
                    results.lock().unwrap().push((module, name(&file), passed));
                }
            });
        }
    });
    let mut results = results.into_inner().unwrap();
    results.sort();
    results
}

/// Runs alone what must pass and did not, up to three times and for longer: on a busy machine ten seconds are soon over.
/// Says so, if that helped.
fn again(checkout: &Path, passing: &Passing, results: &mut [(&'static str, String, bool)]) {
    for (_, name, passed) in results.iter_mut().filter(|(_, name, passed)| !passed && passing.contains(name))
    {
        *passed = (0..3).any(|_| run(checkout, &path(checkout, name), 0, 3 * LIMIT));
        println!("alone, {name} {}", if *passed { "passes" } else { "fails" });
    }
}

fn run(checkout: &Path, file: &Path, worker: usize, limit: Duration) -> bool {
    let logs = std::env::temp_dir().join(format!("kaon-node-tests-{}", std::process::id()));
    fs::create_dir_all(&logs).unwrap();
    let log = logs.join(format!("{}.log", name(file).replace('/', "-")));
    let mut command = Command::new(executable("kaon-node"));
    command
        .arg(file)
        .current_dir(checkout)
        .env("TEST_THREAD_ID", worker.to_string())
        .env("NODE_TEST_DIR", &logs);
    let status = run_for(&mut command, limit, &log);
    if let (Some(folder), false) =
        (std::env::var_os("KAON_NODE_LOGS"), status.is_some_and(|status| status.success()))
    {
        fs::copy(&log, Path::new(&folder).join(log.file_name().unwrap())).unwrap();
    }
    status.is_some_and(|status| status.success())
}

fn table(results: &[(&'static str, String, bool)]) {
    let mut rows: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    for (module, _, passed) in results {
        let row = rows.entry(module).or_default();
        row.0 += usize::from(*passed);
        row.1 += 1;
    }
    println!("{:<16}{:>6}{:>6}", "module", "pass", "of");
    for (module, (passed, of)) in rows {
        println!("{module:<16}{passed:>6}{of:>6}");
    }
}
