//! How a process ends: what it prints and which code it leaves behind.

use std::{
    io::Write,
    process::{Command, Output, Stdio},
};

fn run(source: &str) -> Output {
    run_with_input(source, "")
}

fn run_with_input(source: &str, input: &str) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_kaon-node"));
    command.args(["-e", source]).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().expect("it is built");
    // A script that reads nothing may be gone already.
    let _ = child.stdin.take().expect("it is piped").write_all(input.as_bytes());
    child.wait_with_output().expect("it ends")
}

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned()
}

fn complained(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

#[test]
fn a_script_that_ends_by_itself_emits_before_exit_and_exit() {
    let output = run(
        "process.once('beforeExit', (code) => { console.log('before', code); setTimeout(() => {}, 1); });
        process.on('exit', (code) => console.log('exit', code)); process.exitCode = 3;",
    );
    assert_eq!(said(&output), "before 3\nexit 3\n");
    assert_eq!(output.status.code(), Some(3));
}

#[test]
fn exit_ends_at_once_with_the_last_code() {
    let output = run("process.on('exit', () => { process.exitCode = 9; });
        try { process.exit(4); } catch { console.log('caught'); } finally { console.log('finally'); } console.log('after');");
    assert_eq!(said(&output), "");
    assert_eq!(output.status.code(), Some(9));
}

#[test]
fn an_uncaught_error_is_printed_with_its_stack_and_properties() {
    let output = run("process.on('exit', (code) => console.log('exit', code));
        throw Object.assign(new TypeError('boom'), { detail: 5 });");
    let text = complained(&output);
    assert!(text.contains("TypeError: boom\n    at "), "{text}");
    assert!(text.contains("  detail: 5\n"), "{text}");
    assert!(text.ends_with(concat!("\n\nKaon v", env!("CARGO_PKG_VERSION"), "\n")), "{text}");
    assert_eq!(said(&output), "exit 1\n");
    assert_eq!(output.status.code(), Some(1));
}

#[test]
fn an_uncaught_value_is_printed_as_it_is() {
    let output = run("setTimeout(() => { throw { a: 1 }; });");
    assert!(complained(&output).starts_with("Uncaught:\n{ a: 1 }\n"), "{}", complained(&output));
    assert_eq!(output.status.code(), Some(1));
}

#[test]
fn an_unhandled_rejection_ends_the_process() {
    let output = run("Promise.reject(5); setTimeout(() => console.log('later'), 50);");
    assert!(complained(&output).contains("ERR_UNHANDLED_REJECTION"), "{}", complained(&output));
    assert_eq!((said(&output).as_str(), output.status.code()), ("", Some(1)));
}

#[test]
fn a_handler_that_throws_leaves_code_7() {
    let output = run(
        "process.on('uncaughtException', () => { throw new Error('again'); }); throw new Error('first');",
    );
    assert!(complained(&output).contains("Error: again"), "{}", complained(&output));
    assert_eq!(output.status.code(), Some(7));
}

#[test]
fn a_handled_exception_lets_the_process_live() {
    let output = run("process.on('uncaughtException', (error) => console.log('caught', error.message));
        setTimeout(() => console.log('later'), 1); throw new Error('boom');");
    assert_eq!(said(&output), "caught boom\nlater\n");
    assert_eq!(output.status.code(), Some(0));
}

#[test]
fn unreferenced_timers_do_not_hold_the_process() {
    let output =
        run("setTimeout(() => console.log('never'), 60000).unref(); setInterval(() => {}, 60000).unref();");
    assert_eq!((said(&output).as_str(), output.status.code()), ("", Some(0)));
}

#[test]
fn standard_input_is_read_to_its_end() {
    let output = run_with_input(
        "let all = ''; process.stdin.setEncoding('utf8').on('data', (text) => { all += text; });
        process.stdin.on('end', () => console.log(JSON.stringify(all)));",
        "one\ntwo\n",
    );
    assert_eq!(said(&output), "\"one\\ntwo\\n\"\n");
}

#[test]
fn standard_input_that_is_paused_does_not_hold_the_process() {
    let mut command = Command::new(env!("CARGO_BIN_EXE_kaon-node"));
    command.args(["-e", "process.stdin.on('data', () => {}); setTimeout(() => process.stdin.pause(), 10);"]);
    let mut child = command.stdin(Stdio::piped()).spawn().unwrap();
    // The pipe stays open, with nothing in it.
    let open = child.stdin.take();
    assert_eq!(child.wait().unwrap().code(), Some(0));
    drop(open);
}

#[test]
fn warnings_are_printed_once_each_to_standard_error() {
    let output = run("process.emitWarning('careful', { code: 'C1', detail: 'more' });");
    let text = complained(&output);
    let warning = ") [C1] Warning: careful\nmore\n(Use `kaon-node --trace-warnings ...` to show where";
    assert!(text.starts_with("(node:") && text.matches(warning).count() == 1, "{text}");
}

#[test]
fn an_unreferenced_immediate_runs_only_if_the_process_lives_anyway() {
    let output = run("setImmediate(() => console.log('never')).unref();");
    assert_eq!(said(&output), "");
    let output = run("setTimeout(() => {}, 5); setImmediate(() => console.log('now')).unref();");
    assert_eq!(said(&output), "now\n");
}

#[test]
fn nothing_runs_after_the_exit_and_nothing_without_a_reason_to_live() {
    let busy = "const end = Date.now() + 20; while (Date.now() < end);";
    let output = run(&format!("setTimeout(() => console.log('never'), 1); {busy} process.exit(2);"));
    assert_eq!((said(&output).as_str(), output.status.code()), ("", Some(2)));
    let output = run(&format!("setTimeout(() => console.log('never'), 1).unref(); {busy}"));
    assert_eq!((said(&output).as_str(), output.status.code()), ("", Some(0)));
}
