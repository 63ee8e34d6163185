//! Scripts that ask for too much get an error that they can catch, or are ended; the process never dies of them.

use std::process::Command;

fn said(source: &str) -> String {
    let mut command = Command::new(env!("CARGO_BIN_EXE_kaon-node"));
    let output = command.args(["-e", source]).output().expect("it starts");
    let complaints = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(0), "{source}: {complaints}");
    String::from_utf8_lossy(&output.stdout).into_owned()
}

fn thrown(source: &str) -> String {
    said(&format!(
        "try {{ {source}; }} catch (error) {{ console.log(`${{error.name}}: ${{error.message}}`); }}"
    ))
}

const DEEP: &str = "let deep = []; for (let i = 0; i < 1e5; i++) deep = [deep];";
const TOO_DEEP: &str = "RangeError: Maximum call stack size exceeded\n";

#[test]
fn recursion_without_an_end_is_caught() {
    assert_eq!(thrown("(function again() { again(); })()"), TOO_DEEP);
    assert_eq!(
        thrown(
            "const again = async () => { await again(); }; again().catch(() => {}); (function f() { [1].map(f); })()"
        ),
        TOO_DEEP
    );
}

#[test]
fn deep_values_are_caught() {
    assert_eq!(thrown("JSON.parse('['.repeat(1e6))"), TOO_DEEP);
    assert_eq!(thrown(&format!("{DEEP} JSON.stringify(deep)")), TOO_DEEP);
    assert_eq!(thrown(&format!("{DEEP} structuredClone(deep)")), TOO_DEEP);
}

#[test]
fn deep_values_are_inspected_as_far_as_the_stack_goes() {
    let source = format!(
        "{DEEP} const text = require('util').inspect(deep, {{ depth: Infinity }}); console.log(text.length > 1000)"
    );
    assert_eq!(said(&source), "true\n");
}

#[test]
fn deep_expressions_are_caught() {
    assert!(thrown("new RegExp('(?:'.repeat(1e6) + ')'.repeat(1e6))").contains("Error: "));
    assert!(thrown("new Function('('.repeat(1e6))").contains("Error: "));
}

#[test]
fn what_is_too_long_is_a_range_error() {
    assert!(thrown("'x'.repeat(2 ** 30)").starts_with("RangeError: "));
    assert!(thrown("new ArrayBuffer(2 ** 53 - 1)").starts_with("RangeError: "));
    assert!(thrown("Buffer.alloc(2 ** 53)").starts_with("RangeError: "));
}

#[test]
fn a_worker_out_of_memory_leaves_the_rest_alone() {
    let source = "const { Worker } = require('worker_threads');
        const script = 'const all = []; for (;;) all.push(new Array(1e5).fill(all.length))';
        const worker = new Worker(script, { eval: true, resourceLimits: { maxOldGenerationSizeMb: 16 } });
        worker.on('error', (error) => console.log(error.code)).on('exit', (code) => console.log(code));";
    assert_eq!(said(source), "ERR_WORKER_OUT_OF_MEMORY\n1\n");
}

#[test]
fn an_expression_that_goes_back_for_ever_ends_with_its_worker() {
    let source = "const { Worker } = require('worker_threads');
        const script = 'require(\"worker_threads\").parentPort.postMessage(1); /^(a+)+$/.test(\"a\".repeat(60) + \"b\")';
        const worker = new Worker(script, { eval: true });
        worker.on('message', () => worker.terminate().then((code) => console.log(code)));";
    assert_eq!(said(source), "1\n");
}

#[test]
fn an_expression_that_goes_back_for_ever_ends_with_its_process() {
    let source = "const script = 'console.log(1); /^(a+)+$/.test(\"a\".repeat(60) + \"b\")';
        const child = require('child_process').spawn(process.execPath, ['-e', script]);
        child.stdout.once('data', () => child.kill('SIGINT'));
        child.on('exit', (code, signal) => console.log(signal));";
    assert_eq!(said(source), "SIGINT\n");
}
