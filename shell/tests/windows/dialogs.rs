use std::{sync::mpsc::Receiver, thread, time::Duration};

use main_process::host::{
    Answer, Command,
    dialog::{self, FileOptions, MessageOptions},
};
use serde_json::{Value, json};

use super::{
    Test,
    driver::{Driver, PATIENCE},
    hands::{find, hand, key, shoot},
};

pub(crate) const TESTS: &[(&str, Test)] = &[
    ("a message box answers which button was pressed", message),
    ("a message box is cancelled, by the user or by the main process", cancelled),
    ("a file is chosen", open_file),
    ("a file is named", save_file),
    ("an error is shown", error),
];

fn answer(receiver: &Receiver<ipc::Result<Answer>>) -> Value {
    match receiver.recv_timeout(PATIENCE).expect("an answer").expect("success") {
        Answer::Json(value) => value,
        Answer::Bytes(_) => panic!("bytes"),
    }
}

fn box_of(request: u32, window: Option<u32>) -> MessageOptions {
    MessageOptions {
        request,
        window,
        kind: "question".into(),
        title: "A title".into(),
        message: "Shall it be?".into(),
        detail: "There is no way back.".into(),
        buttons: vec!["&Yes".into(), "No".into(), "Perhaps".into()],
        default_id: Some(1),
        cancel_id: 2,
        checkbox_label: "Always".into(),
        checkbox_checked: false,
        icon: None,
    }
}

/// Gives the window the keyboard.
fn activate(title: &str) {
    hand(&["windowactivate", "--sync", &find(title)]);
    thread::sleep(Duration::from_millis(300));
}

fn message(driver: &mut Driver) {
    driver.start();
    driver.open_page(1, "<p>1", None);
    let asked = driver.ask_later(Command::Dialog(dialog::Command::ShowMessage(Box::new(box_of(1, Some(1))))));
    activate("A title");
    shoot("message");
    assert_eq!(driver.evaluate(1, "1 + 1").unwrap(), json!(2), "nothing waits for a dialog");
    key("Return");
    assert_eq!(answer(&asked), json!({ "response": 1, "checkboxChecked": false }));
    let asked = driver.ask_later(Command::Dialog(dialog::Command::ShowMessage(Box::new(box_of(2, None)))));
    activate("A title");
    key("alt+y");
    assert_eq!(answer(&asked), json!({ "response": 0, "checkboxChecked": false }));
}

fn cancelled(driver: &mut Driver) {
    driver.start();
    driver.open_page(1, "<p>1", None);
    let asked = driver.ask_later(Command::Dialog(dialog::Command::ShowMessage(Box::new(box_of(1, Some(1))))));
    activate("A title");
    key("Escape");
    assert_eq!(answer(&asked), json!({ "response": 2, "checkboxChecked": false }));
    let asked = driver.ask_later(Command::Dialog(dialog::Command::ShowMessage(Box::new(box_of(2, None)))));
    find("A title");
    driver.ask_json(Command::Dialog(dialog::Command::CloseMessage { request: 2 }));
    assert_eq!(answer(&asked), json!({ "response": 2, "checkboxChecked": false }));
    driver.ask_json(Command::Dialog(dialog::Command::CloseMessage { request: 2 }));
}

fn files(driver: &Driver, window: Option<u32>, path: &str) -> FileOptions {
    FileOptions {
        window,
        title: Some("Which one".into()),
        default_path: Some(driver.folder.join(path).to_string_lossy().into_owned()),
        button_label: None,
        filters: serde_json::from_value(
            json!([{ "name": "Texts", "extensions": ["txt"] }, { "name": "All", "extensions": ["*"] }]),
        )
        .unwrap(),
        properties: vec!["openFile".into()],
        message: None,
    }
}

fn open_file(driver: &mut Driver) {
    driver.start();
    let path = driver.file("one.txt", "1");
    driver.file("two.png", "2");
    driver.open_page(1, "<p>1", None);
    let asked =
        driver.ask_later(Command::Dialog(dialog::Command::ShowOpen(files(driver, Some(1), "one.txt"))));
    activate("Which one");
    shoot("open");
    key("Return");
    assert_eq!(answer(&asked), json!({ "canceled": false, "filePaths": [path] }));
    let asked = driver.ask_later(Command::Dialog(dialog::Command::ShowOpen(files(driver, None, "."))));
    activate("Which one");
    key("Escape");
    assert_eq!(answer(&asked), json!({ "canceled": true, "filePaths": [] }));
}

fn save_file(driver: &mut Driver) {
    driver.start();
    driver.open_page(1, "<p>1", None);
    let asked =
        driver.ask_later(Command::Dialog(dialog::Command::ShowSave(files(driver, Some(1), "new.txt"))));
    activate("Which one");
    shoot("save");
    key("Return");
    let path = driver.folder.join("new.txt").to_string_lossy().into_owned();
    assert_eq!(answer(&asked), json!({ "canceled": false, "filePaths": [path] }));
}

fn error(driver: &mut Driver) {
    driver.start();
    let show = dialog::Command::ShowError { title: "It broke".into(), content: "Quite so.".into() };
    let asked = driver.ask_later(Command::Dialog(show));
    thread::sleep(Duration::from_millis(700));
    shoot("error");
    assert!(asked.try_recv().is_err());
    key("Return");
    assert_eq!(answer(&asked), json!(null));
}
