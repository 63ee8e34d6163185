use main_process::host::{
    Command, Event,
    menu::{self, Template},
    page, window,
};
use serde_json::{Value, json};

use super::{
    Test,
    driver::Driver,
    hands::{click, hand, key, shoot, wait_pixel},
};

pub(crate) const TESTS: &[(&str, Test)] = &[
    ("a menu bar opens and its items are clicked", clicks),
    ("accelerators work, also while the menu bar is hidden", accelerators),
    ("a page has its keys before the menu", page_first),
    ("items change", changes),
    ("a window has a menu of its own, or none", own),
    ("a menu bar that hides itself comes with Alt", auto_hide),
    ("a context menu opens where it should, and is answered when it closes", popup),
];

fn item(id: u32, label: &str, more: Value) -> Value {
    let mut item = json!({
        "id": id, "type": "normal", "label": label, "accelerator": null, "registerAccelerator": true, "enabled": true,
        "visible": true, "checked": false, "role": null, "icon": null, "submenu": null,
    });
    for (name, value) in more.as_object().unwrap() {
        item[name] = value.clone();
    }
    item
}

pub(crate) fn simple() -> Value {
    json!([
        item(
            1,
            "&File",
            json!({ "type": "submenu", "submenu": [
            item(11, "&Open…", json!({ "accelerator": "CmdOrCtrl+O" })),
            item(12, "", json!({ "type": "separator" })),
            item(13, "Auto&save", json!({ "type": "checkbox", "checked": true, "accelerator": "CmdOrCtrl+Shift+A" })),
            item(14, "Bad keys", json!({ "accelerator": "Ctrl+Banana" })),
            item(15, "Hidden", json!({ "visible": false, "accelerator": "F7" })),
            item(16, "Copy", json!({ "accelerator": "Ctrl+C", "registerAccelerator": false })),
        ] })
        ),
        item(
            2,
            "&View",
            json!({ "type": "submenu", "submenu": [
            item(21, "One", json!({ "type": "radio", "checked": true })),
            item(22, "Two", json!({ "type": "radio" })),
            item(23, "Larger", json!({ "accelerator": "Ctrl+Plus" })),
        ] })
        ),
    ])
}

fn set(driver: &Driver, menu: Value) {
    let menu: Template = serde_json::from_value(menu).unwrap();
    driver.tell(Command::Menu(menu::Command::SetApplicationMenu { menu: Some(menu) }));
}

fn clicked(event: &Event) -> Option<(u32, Option<u32>, bool, bool)> {
    match event {
        Event::Menu(menu::Event::Clicked { item, window, checked, by_accelerator }) => {
            Some((*item, *window, *checked, *by_accelerator))
        }
        _ => None,
    }
}

/// A window with the menu; the place of its menu bar.
fn open(driver: &mut Driver) -> (i32, i32) {
    driver.start();
    set(driver, simple());
    driver.open_page(1, "<body style='background:#00ff00'>", None);
    let state = driver.wait_state(1, "focus", |state| state.focused && state.content.height < 590);
    (state.content.x, state.content.y - (state.bounds.height - state.content.height) as i32)
}

fn clicks(driver: &mut Driver) {
    let (x, y) = open(driver);
    click(x + 15, y + 10);
    std::thread::sleep(std::time::Duration::from_millis(500));
    shoot("menu");
    click(x + 40, y + 40);
    assert_eq!(driver.wait("a click", clicked), (11, Some(1), false, false));
    click(x + 15, y + 10);
    std::thread::sleep(std::time::Duration::from_millis(300));
    key("Down");
    key("s");
    assert_eq!(driver.wait("a mnemonic", clicked).0, 13);
    driver.tell(Command::Menu(menu::Command::Click { item: 22 }));
    assert_eq!(driver.wait("a click without a pointer", clicked), (22, Some(1), true, false));
}

fn accelerators(driver: &mut Driver) {
    open(driver);
    key("ctrl+o");
    assert_eq!(driver.wait("a key", clicked), (11, Some(1), false, true));
    key("ctrl+shift+a");
    assert_eq!(driver.wait("another", clicked), (13, Some(1), false, true));
    key("ctrl+plus");
    assert_eq!(driver.wait("a plus", clicked).0, 23);
    driver.window(window::Command::SetMenuBarVisibility { id: 1, flag: false });
    driver.wait_state(1, "no menu bar", |state| state.content.height == state.bounds.height);
    key("ctrl+o");
    assert_eq!(driver.wait("a key without a bar", clicked).0, 11);
    key("F7");
    key("ctrl+c");
    key("Alt_L");
    assert!(driver.rest().iter().all(|event| clicked(event).is_none()), "what is hidden or the page's");
    assert_eq!(driver.state(1).content.height, driver.state(1).bounds.height);
}

fn page_first(driver: &mut Driver) {
    open(driver);
    driver.evaluate(1, "onkeydown = (event) => { if (event.key === 'o') { event.preventDefault(); document.title = 'kept' } }; 0").unwrap();
    key("ctrl+o");
    driver.wait_page("the page's key", |event| {
        matches!(event, page::Event::TitleUpdated { title, .. } if title == "kept").then_some(())
    });
    key("ctrl+shift+a");
    assert_eq!(driver.wait("the menu's key", clicked).0, 13);
    assert!(driver.rest().iter().all(|event| clicked(event).is_none()));
}

fn changes(driver: &mut Driver) {
    let (x, y) = open(driver);
    driver.tell(Command::Menu(menu::Command::SetEnabled { item: 11, flag: false }));
    driver.tell(Command::Menu(menu::Command::SetVisible { item: 15, flag: true }));
    driver.tell(Command::Menu(menu::Command::SetVisible { item: 14, flag: false }));
    driver.tell(Command::Menu(menu::Command::SetChecked { item: 13, flag: false }));
    driver.tell(Command::Menu(menu::Command::SetLabel { item: 16, label: "Renamed".into() }));
    let unknown = driver.ask(Command::Menu(menu::Command::SetEnabled { item: 99, flag: true })).unwrap_err();
    assert_eq!(unknown.code, ipc::Code::InvalidArgValue);
    click(x + 15, y + 10);
    std::thread::sleep(std::time::Duration::from_millis(500));
    shoot("changes");
    key("Escape");
    key("Escape");
    key("ctrl+o");
    key("F7");
    assert_eq!(driver.wait("what was hidden", clicked).0, 15);
    key("ctrl+shift+a");
    assert_eq!(driver.wait("a check", clicked), (13, Some(1), true, true));
    assert!(driver.rest().iter().all(|event| clicked(event).is_none()), "what is disabled");
}

fn own(driver: &mut Driver) {
    open(driver);
    let own: Template = serde_json::from_value(json!([item(
        5,
        "Own",
        json!({ "type": "submenu", "submenu": [
        item(51, "Mine", json!({ "accelerator": "Ctrl+M" })),
    ] })
    )]))
    .unwrap();
    driver.window(window::Command::SetMenu { id: 1, menu: Some(own) });
    driver.wait_state(1, "the bar", |state| state.content.height < state.bounds.height);
    key("ctrl+o");
    key("ctrl+m");
    assert_eq!(driver.wait("its own", clicked).0, 51);
    assert!(driver.rest().iter().all(|event| clicked(event).is_none()), "the application's");
    driver.window(window::Command::SetMenu { id: 1, menu: None });
    driver.wait_state(1, "no bar", |state| state.content.height == state.bounds.height);
    driver.open_page(2, "<p>2", None);
    driver.wait_state(2, "the application's bar", |state| {
        state.focused && state.content.height < state.bounds.height
    });
    driver.tell(Command::Menu(menu::Command::SetApplicationMenu { menu: None }));
    driver.wait_state(2, "no bar any more", |state| state.content.height == state.bounds.height);
    driver.window(window::Command::Destroy { id: 1 });
    driver.window(window::Command::Destroy { id: 2 });
}

fn auto_hide(driver: &mut Driver) {
    driver.start();
    set(driver, simple());
    driver.open(1, json!({ "autoHideMenuBar": true }), json!({}));
    let url = driver.page_file("a.html", "<body style='background:#00ff00'>");
    driver.load(1, &url);
    driver.wait_loaded(1);
    driver.wait_state(1, "no bar", |state| state.focused && state.content.height == state.bounds.height);
    key("ctrl+o");
    assert_eq!(driver.wait("a key without a bar", clicked).0, 11);
    key("Alt_L");
    driver.wait_state(1, "the bar", |state| state.content.height < state.bounds.height);
    shoot("alt");
    key("Escape");
    driver.wait_state(1, "no bar again", |state| state.content.height == state.bounds.height);
}

fn popup(driver: &mut Driver) {
    driver.start();
    driver.open_page(
        1,
        "<body style='background:#00ff00'><p style='position:fixed;left:50px;top:50px'>words",
        None,
    );
    let content = driver.wait_state(1, "focus", |state| state.focused).content;
    wait_pixel(content.x + 300, content.y + 300, "#00FF00");
    hand(&["mousemove", &(content.x + 100).to_string(), &(content.y + 80).to_string(), "click", "3"]);
    let params = driver.wait_page("a right click", |event| match event {
        page::Event::ContextMenu { params, .. } => Some(params.clone()),
        _ => None,
    });
    assert_eq!((params.x, params.y, params.media_type.as_str()), (100, 80, "none"));
    let template: Template =
        serde_json::from_value(json!([item(61, "First", json!({})), item(62, "Second", json!({}))])).unwrap();
    let show = |at: Option<f64>| {
        Command::Menu(menu::Command::Popup { window: 1, menu: template.clone(), x: at, y: at })
    };
    let answer = driver.ask_later(show(None));
    std::thread::sleep(std::time::Duration::from_millis(500));
    shoot("popup");
    assert!(answer.try_recv().is_err(), "it is open");
    click(content.x + 120, content.y + 95);
    assert_eq!(driver.wait("a choice", clicked), (61, Some(1), false, false));
    answer.recv_timeout(super::driver::PATIENCE).unwrap().unwrap();

    let answer = driver.ask_later(show(Some(300.0)));
    std::thread::sleep(std::time::Duration::from_millis(500));
    shoot("popup-at");
    assert_ne!(super::hands::pixel(content.x + 310, content.y + 310), "#00FF00");
    key("Escape");
    answer.recv_timeout(super::driver::PATIENCE).unwrap().unwrap();

    let answer = driver.ask_later(show(Some(200.0)));
    std::thread::sleep(std::time::Duration::from_millis(500));
    driver.tell(Command::Menu(menu::Command::ClosePopup { window: 1 }));
    answer.recv_timeout(super::driver::PATIENCE).unwrap().unwrap();
    assert!(driver.rest().iter().all(|event| clicked(event).is_none()));
}
