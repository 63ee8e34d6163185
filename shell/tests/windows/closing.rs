use std::{process::Command as Program, thread, time::Duration};

use main_process::host::{Command, Event, app, page, window};
use serde_json::json;

use super::{
    Test,
    driver::Driver,
    hands::{close, find, hand},
};

pub(crate) const TESTS: &[(&str, Test)] = &[
    ("a window closes when the main process says so", closes),
    ("a window of a script that hangs is closed by the shell, and the last one ends the program", hangs),
    ("a page has a say before it goes", leaves),
    ("what is asked of a window that is gone is an error", gone),
    ("a window that is destroyed answers what was asked of its page", answers),
    ("a page asks to be closed", closes_itself),
    ("a program that has nothing to do sleeps", sleeps),
    ("no process outlives the program", nothing_stays),
];

fn close_requested(event: &Event) -> Option<u32> {
    match event {
        Event::Window(window::Event::CloseRequested { id }) => Some(*id),
        _ => None,
    }
}

fn closed(event: &Event) -> Option<u32> {
    match event {
        Event::Window(window::Event::Closed { id }) => Some(*id),
        _ => None,
    }
}

fn closes(driver: &mut Driver) {
    driver.start();
    driver.open_page(1, "<p>1", None);
    close("window 1");
    assert_eq!(driver.wait("a wish", close_requested), 1);
    thread::sleep(Duration::from_millis(3500));
    find("window 1");
    driver.window(window::Command::Destroy { id: 1 });
    assert_eq!(driver.wait("its end", closed), 1);
    assert_eq!(hand(&["search", "--onlyvisible", "--name", "window 1"]), "");
}

fn hangs(driver: &mut Driver) {
    driver.start();
    driver.open_page(1, "<p>1", None);
    driver.open_page(2, "<p>2", None);
    driver.deaf = true;
    close("window 1");
    assert_eq!(driver.wait("its end", closed), 1);
    find("window 2");
    driver.expect_end(1);
    close("window 2");
    thread::sleep(Duration::from_secs(30));
    panic!("the program goes on");
}

fn leaves(driver: &mut Driver) {
    driver.start();
    driver.open_page(1, "<p style='width:100%;height:500px'>x", None);
    let asked = |driver: &Driver| driver.ask_json(Command::Page(page::Command::TryClose { id: 1 }));
    assert_eq!(asked(driver), json!(true));
    driver
        .evaluate(1, "onbeforeunload = (event) => { if (globalThis.stay) event.preventDefault() }; 0")
        .unwrap();
    assert_eq!(asked(driver), json!(true));
    driver.evaluate(1, "stay = true").unwrap();
    // As in every browser a page that nobody has touched has no say.
    let content = driver.wait_state(1, "focus", |state| state.focused).content;
    super::hands::click(content.x + 20, content.y + 20);
    thread::sleep(Duration::from_millis(300));
    assert_eq!(asked(driver), json!(false));
    assert_eq!(asked(driver), json!(false));
    driver.evaluate(1, "stay = false").unwrap();
    assert_eq!(asked(driver), json!(true));
    assert!(!driver.rest().iter().any(|event| format!("{event:?}").contains("CloseRequested")));
}

fn gone(driver: &mut Driver) {
    driver.start();
    driver.open_page(1, "<p>1", None);
    driver.window(window::Command::Destroy { id: 1 });
    driver.window(window::Command::Destroy { id: 1 });
    let error =
        driver.ask(Command::Window(window::Command::SetTitle { id: 1, title: "x".into() })).unwrap_err();
    assert_eq!(error.code, ipc::Code::WindowClosed);
    let error = driver.evaluate(1, "1").unwrap_err();
    assert_eq!(error.code, ipc::Code::WindowClosed);
    driver.open_page(2, "<p>2", None);
}

fn answers(driver: &mut Driver) {
    driver.start();
    driver.open_page(1, "<p>1", None);
    let execute =
        page::Command::ExecuteJavascript { id: 1, code: "new Promise(() => {})".into(), isolated: false };
    let answer = driver.ask_later(Command::Page(execute));
    thread::sleep(Duration::from_millis(300));
    driver.window(window::Command::Destroy { id: 1 });
    answer.recv_timeout(Duration::from_secs(10)).expect("an answer").unwrap_err();
}

fn closes_itself(driver: &mut Driver) {
    driver.start();
    driver.open_page(1, "<p>1", None);
    driver.evaluate(1, "close()").unwrap();
    driver.wait_page("a wish", |event| (*event == page::Event::CloseRequested { id: 1 }).then_some(()));
    assert_eq!(driver.evaluate(1, "1").unwrap(), json!(1));
}

fn sleeps(driver: &mut Driver) {
    driver.start();
    driver.open_page(1, "<p>1", None);
    driver.wait_state(1, "focus", |state| state.focused);
    thread::sleep(Duration::from_secs(2));
    let before = ticks();
    thread::sleep(Duration::from_secs(3));
    let used = ticks() - before;
    assert!(used < 15, "{used} of 300 ticks");
}

/// The processor time of this process so far, in hundredths of a second.
fn ticks() -> u64 {
    let stat = std::fs::read_to_string("/proc/self/stat").unwrap();
    let fields: Vec<&str> = stat.rsplit(')').next().unwrap().split_whitespace().collect();
    fields[11].parse::<u64>().unwrap() + fields[12].parse::<u64>().unwrap()
}

fn nothing_stays(driver: &mut Driver) {
    driver.start();
    driver.open_page(1, "<p>1", None);
    let this = std::process::id().to_string();
    let children = Program::new("pgrep").args(["-P", &this]).output().unwrap();
    let children = String::from_utf8_lossy(&children.stdout).split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(!children.is_empty());
    let watch = format!(
        "while kill -0 {this} 2>/dev/null; do sleep 0.1; done; sleep 2; for p in {children}; do kill -0 $p 2>/dev/null && echo $p; done"
    );
    // Read by whoever started this test, after it is over.
    let file = std::env::var_os("KAON_LEFT").expect("set by the parent");
    #[allow(clippy::zombie_processes)] // It ends after this process.
    Program::new("sh").args(["-c", &watch]).stdout(std::fs::File::create(file).unwrap()).spawn().unwrap();
    driver.tell(Command::App(app::Command::Exit { code: 0 }));
    thread::sleep(Duration::from_secs(30));
}
