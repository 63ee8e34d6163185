//! Kaon's runtime for scripts beside `node`, each pair in one run: start, files, HTTP, Express, idle connections.
//!
//! `cargo build --release -p main-process && cargo bench -p tests --bench node --profile dev`, with `node` and, for HTTP, `wrk` on the
//! PATH. `KAON_BENCH_RUNS` is how often each is measured (5), `KAON_BENCH_CONNECTIONS` how many are held open (10000).
//! Fails when something goes wrong or is left over, never because of a time.

mod idle;
mod web;

use std::{
    path::{Path, PathBuf},
    process::{Command, exit},
    time::Instant,
};

use tests::{built, root};

/// The two that are measured, and how often.
struct Pair {
    kaon: PathBuf,
    node: PathBuf,
    runs: usize,
}

impl Pair {
    /// Measures both in turn; the medians.
    fn measure(&self, mut one: impl FnMut(&Path) -> f64) -> (f64, f64) {
        let (mut kaon, mut node) = (Vec::new(), Vec::new());
        for _ in 0..self.runs {
            kaon.push(one(&self.kaon));
            node.push(one(&self.node));
        }
        (median(kaon), median(node))
    }
}

fn median(mut all: Vec<f64>) -> f64 {
    all.sort_by(f64::total_cmp);
    all[all.len() / 2]
}

fn main() {
    let kaon = built("release").join("kaon-node").with_extension(std::env::consts::EXE_EXTENSION);
    if !kaon.exists() {
        eprintln!("error: {} is missing\nhint: cargo build --release -p main-process", kaon.display());
        exit(2);
    }
    let number = |name: &str, or| std::env::var(name).ok().and_then(|text| text.parse().ok()).unwrap_or(or);
    let pair = Pair { kaon, node: "node".into(), runs: number("KAON_BENCH_RUNS", 5) };
    println!("{:<28}{:>12}{:>12}{:>12}", "", "kaon", "node", "kaon/node");
    row("start, ms", pair.measure(start));
    row("10,000 files, ms", pair.measure(files));
    if Command::new("wrk").arg("-v").output().is_ok() {
        row(
            "hello world, requests/s",
            pair.measure(|runtime| web::requests(runtime, &program("hello"), "/")),
        );
        match web::with_packages("express") {
            Some(program) => {
                row(
                    "express, requests/s",
                    pair.measure(|runtime| web::requests(runtime, &program, "/user/ada")),
                );
            }
            None => {
                println!("express: its packages are not there; `cargo test -p tests --test npm` brings them")
            }
        }
    } else {
        println!("HTTP: wrk is not on the PATH");
    }
    let connections = number("KAON_BENCH_CONNECTIONS", 10_000);
    row(
        &format!("{connections} connections, MiB"),
        pair.measure(|runtime| idle::memory(runtime, connections)),
    );
}

fn row(what: &str, (kaon, node): (f64, f64)) {
    println!("{what:<28}{kaon:>12.1}{node:>12.1}{:>12.2}", kaon / node);
}

fn program(name: &str) -> PathBuf {
    root().join("tests/bench/node/programs").join(name).with_extension("cjs")
}

fn start(runtime: &Path) -> f64 {
    let begin = Instant::now();
    let output = Command::new(runtime).args(["-e", "console.log(1)"]).output().unwrap();
    let time = begin.elapsed().as_secs_f64() * 1000.0;
    assert_eq!(output.stdout, b"1\n", "{}", runtime.display());
    time
}

fn files(runtime: &Path) -> f64 {
    let output = Command::new(runtime).arg(program("files")).output().unwrap();
    let text = String::from_utf8_lossy(&output.stdout);
    let complaint = String::from_utf8_lossy(&output.stderr);
    text.trim().parse().unwrap_or_else(|_| panic!("{}: {text}{complaint}", runtime.display()))
}
