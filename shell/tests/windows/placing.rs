use main_process::host::{
    Command,
    screen::{self, Display},
    theme,
    window::{self, Bounds, Placement},
};
use serde_json::json;

use super::{
    Test,
    driver::Driver,
    hands::{find, hand, key, property, shoot, wait_pixel},
};

pub(crate) const TESTS: &[(&str, Test)] = &[
    ("a window goes where it is sent", goes),
    ("a window that is hidden comes back to its place", comes_back),
    ("a window that is not shown yet lives all the same", unseen),
    ("a window is maximized, minimized, made full screen, and restored", sizes),
    ("a window that cannot be resized keeps its size, but not against the main process", fixed),
    ("limits bind the user", limits),
    ("the page has the size that was asked for it", content_size),
    ("windows look as they were asked to", looks),
    ("a dialog window blocks its parent alone", modal),
    ("focus goes from window to window", focus),
    ("a page without a title bar is dragged where it says so", drags),
    ("displays are known", displays),
    ("pages follow the theme", themes),
];

fn place(driver: &Driver, x: i32, y: i32, width: u32, height: u32) {
    let bounds = Placement { x: Some(x), y: Some(y), width: Some(width), height: Some(height) };
    driver.window(window::Command::SetBounds { id: 1, bounds });
}

fn goes(driver: &mut Driver) {
    driver.start();
    let first = driver.open(1, json!({ "x": 50, "y": 60, "width": 400, "height": 300 }), json!({}));
    assert_eq!(first, Bounds { x: 50, y: 60, width: 400, height: 300 });
    driver.wait_state(1, "its place", |state| state.focused && state.bounds == first);
    place(driver, 200, 100, 500, 350);
    let wanted = Bounds { x: 200, y: 100, width: 500, height: 350 };
    let state = driver.wait_state(1, "the new place", |state| state.bounds == wanted);
    assert_eq!((state.content.width, state.content.height), (500, 350));
    assert!(state.content.y > 100, "a title bar is above the page");
    driver.window(window::Command::Center { id: 1 });
    driver.wait_state(1, "the middle", |state| state.bounds.x == 390);
    let moves: Vec<_> = driver.rest();
    assert!(moves.len() < 20, "{moves:#?}");
}

fn comes_back(driver: &mut Driver) {
    driver.start();
    driver.open(1, json!({ "x": 50, "y": 60, "width": 400, "height": 300 }), json!({}));
    driver.wait_state(1, "focus", |state| state.focused);
    place(driver, 210, 120, 500, 350);
    let there = Bounds { x: 210, y: 120, width: 500, height: 350 };
    driver.wait_state(1, "its place", |state| state.bounds == there);
    driver.window(window::Command::Hide { id: 1 });
    let hidden = driver.wait_state(1, "hiding", |state| !state.visible);
    assert_eq!(hidden.bounds, there);
    driver.window(window::Command::Show { id: 1 });
    driver.wait_state(1, "the same place", |state| state.visible && state.focused && state.bounds == there);
}

fn unseen(driver: &mut Driver) {
    driver.start();
    let first = driver.open(
        1,
        json!({ "show": false, "x": 70, "y": 80, "width": 420, "height": 310, "title": "unseen" }),
        json!({}),
    );
    let url = driver.page_file("a.html", "<body style='background:#00ff00'>");
    driver.load(1, &url);
    driver.wait_loaded(1);
    let lives = "new Promise((done) => requestAnimationFrame(() => done([innerWidth, innerHeight, document.visibilityState])))";
    assert_eq!(driver.evaluate(1, lives).unwrap(), json!([420, 310, "visible"]));
    let state = driver.state(1);
    assert_eq!((state.visible, state.focused, state.bounds, state.content), (false, false, first, first));
    assert!(!property_of_root("_NET_CLIENT_LIST").contains("0x"), "the window manager knows of it");
    wait_pixel(200, 200, "#000000");
    place(driver, 150, 160, 500, 320);
    assert_eq!(driver.evaluate(1, "new Promise((done) => innerWidth === 500 ? done(1) : addEventListener('resize', () => done(1)))").unwrap(), json!(1));
    driver.window(window::Command::Show { id: 1 });
    let there = Bounds { x: 150, y: 160, width: 500, height: 320 };
    let state =
        driver.wait_state(1, "being there", |state| state.visible && state.focused && state.bounds == there);
    wait_pixel(state.content.x + 100, state.content.y + 100, "#00FF00");
    assert!(property_of_root("_NET_CLIENT_LIST").contains("0x"));
    driver.open(2, json!({ "show": false }), json!({}));
    driver.window(window::Command::SetAlwaysOnTop { id: 2, flag: true });
    driver.window(window::Command::Maximize { id: 2 });
    driver.wait_state(2, "a large window", |state| state.visible && state.maximized);
    assert!(property("window 2", "_NET_WM_STATE").contains("_NET_WM_STATE_ABOVE"));
    driver.open(3, json!({ "show": false, "title": "third" }), json!({}));
    driver.window(window::Command::Minimize { id: 3 });
    driver.window(window::Command::Show { id: 3 });
    driver.window(window::Command::Restore { id: 3 });
    driver.wait_state(3, "a window", |state| state.visible && state.focused && !state.minimized);
}

fn property_of_root(name: &str) -> String {
    let output = std::process::Command::new("xprop").args(["-root", name]).output().unwrap();
    String::from_utf8_lossy(&output.stdout).into_owned()
}

fn sizes(driver: &mut Driver) {
    driver.start();
    driver.open_page(1, "<body style='background:#00ff00'>", None);
    let before = driver.wait_state(1, "focus", |state| state.focused).bounds;
    driver.window(window::Command::Maximize { id: 1 });
    let state = driver.wait_state(1, "maximized", |state| state.maximized && state.bounds.width > 1200);
    wait_pixel(state.content.x + 1000, state.content.y + 500, "#00FF00");
    driver.window(window::Command::Unmaximize { id: 1 });
    driver.wait_state(1, "as before", |state| !state.maximized && state.bounds == before);
    driver.window(window::Command::Minimize { id: 1 });
    driver.wait_state(1, "minimized", |state| state.minimized);
    driver.window(window::Command::Restore { id: 1 });
    driver.wait_state(1, "restored", |state| !state.minimized);
    driver.window(window::Command::SetFullScreen { id: 1, flag: true });
    let screen = Bounds { x: 0, y: 0, width: 1280, height: 800 };
    driver.wait_state(1, "full screen", |state| state.full_screen && state.content == screen);
    driver.window(window::Command::SetFullScreen { id: 1, flag: false });
    driver.wait_state(1, "a window again", |state| !state.full_screen && state.bounds == before);
}

fn fixed(driver: &mut Driver) {
    driver.start();
    driver.open(1, json!({ "x": 50, "y": 60, "width": 400, "height": 300, "resizable": false }), json!({}));
    let state = driver.wait_state(1, "focus", |state| state.focused);
    assert_eq!((state.bounds.width, state.bounds.height), (400, 300));
    let hints = property("window 1", "WM_NORMAL_HINTS");
    assert!(
        hints.contains("minimum size: 400 by 300") && hints.contains("maximum size: 400 by 300"),
        "{hints}"
    );
    place(driver, 50, 60, 600, 450);
    driver.wait_state(1, "a new size", |state| (state.bounds.width, state.bounds.height) == (600, 450));
    driver.window(window::Command::SetResizable { id: 1, flag: true });
    let deadline = std::time::Instant::now() + super::driver::PATIENCE;
    while property("window 1", "WM_NORMAL_HINTS").contains("maximum size") {
        assert!(std::time::Instant::now() < deadline, "it stays fixed");
    }
}

fn limits(driver: &mut Driver) {
    driver.start();
    driver.open(1, json!({ "minWidth": 300, "minHeight": 200, "maxWidth": 900 }), json!({}));
    driver.wait_state(1, "focus", |state| state.focused);
    let id = find("window 1");
    hand(&["windowsize", "--sync", &id, "100", "100"]);
    driver.wait_state(1, "the least size", |state| (state.bounds.width, state.bounds.height) == (300, 200));
    hand(&["windowsize", "--sync", &id, "1200", "500"]);
    driver.wait_state(1, "the most size", |state| (state.bounds.width, state.bounds.height) == (900, 500));
}

fn content_size(driver: &mut Driver) {
    driver.start();
    let menu = serde_json::from_value(super::menus::simple()).unwrap();
    driver.tell(Command::Menu(main_process::host::menu::Command::SetApplicationMenu { menu: Some(menu) }));
    driver.open(1, json!({ "width": 400, "height": 300, "useContentSize": true }), json!({}));
    let state = driver.wait_state(1, "focus", |state| state.focused && state.content.width == 400);
    assert_eq!(state.content.height, 300);
    assert!(state.bounds.height > 300, "the menu bar needs room of its own");
    driver.window(window::Command::SetContentSize { id: 1, width: 350, height: 250 });
    driver.wait_state(1, "the new size", |state| (state.content.width, state.content.height) == (350, 250));
}

fn looks(driver: &mut Driver) {
    driver.start();
    let icon = driver.file("icon.png", "");
    let picture = gtk_free_png();
    std::fs::write(&icon, picture).unwrap();
    driver.open(1, json!({ "frame": false, "alwaysOnTop": true, "skipTaskbar": true, "icon": icon, "title": "looks", "closable": false, "minimizable": false }), json!({}));
    driver.wait_state(1, "being there", |state| state.visible);
    let state = property("looks", "_NET_WM_STATE");
    assert!(state.contains("_NET_WM_STATE_ABOVE") && state.contains("_NET_WM_STATE_SKIP_TASKBAR"), "{state}");
    let hints = property("looks", "_MOTIF_WM_HINTS");
    let fields: Vec<u32> = hints
        .split(['=', ','])
        .filter_map(|field| u32::from_str_radix(field.trim().trim_start_matches("0x"), 16).ok())
        .collect();
    assert_eq!(fields[2], 0, "no decorations: {hints}");
    assert_eq!(fields[1] & (8 | 32), 0, "neither minimize nor close: {hints}");
    assert!(property("looks", "_NET_WM_ICON").contains("Icon (4 x 4)"));
    driver.window(window::Command::SetTitle { id: 1, title: "renamed".into() });
    find("renamed");
    let error = driver
        .ask(Command::Window(window::Command::SetIcon { id: 1, path: "/nowhere.png".into() }))
        .unwrap_err();
    assert_eq!(error.code, ipc::Code::NoSuchEntry);
    let refused = driver
        .ask(Command::Window(window::Command::SetIcon { id: 1, path: "data:image/png;base64,AAAA".into() }));
    assert_eq!(refused.unwrap_err().code, ipc::Code::InvalidArgValue);
}

/// Four by four red pixels.
fn gtk_free_png() -> Vec<u8> {
    let output = std::process::Command::new("convert").args(["-size", "4x4", "xc:red", "png:-"]).output();
    output.expect("ImageMagick is installed").stdout
}

fn modal(driver: &mut Driver) {
    driver.start();
    driver.open_page(
        1,
        "<button onclick=\"document.title='pressed'\" style='position:fixed;inset:0'>1</button>",
        None,
    );
    driver.open_page(
        2,
        "<button onclick=\"document.title='pressed'\" style='position:fixed;inset:0'>2</button>",
        None,
    );
    driver.open(
        3,
        json!({ "parent": 1, "modal": true, "width": 200, "height": 100, "x": 500, "y": 30 }),
        json!({}),
    );
    driver.wait_state(3, "focus", |state| state.focused);
    for (id, x) in [(1, 30), (2, 700)] {
        let bounds = Placement { x: Some(x), y: Some(300), width: Some(400), height: Some(300) };
        driver.window(window::Command::SetBounds { id, bounds });
        let content = driver
            .wait_state(id, "its place", |state| state.bounds.x == x && state.bounds.width == 400)
            .content;
        super::hands::click(content.x + 200, content.y + 150);
    }
    driver.wait_page("a press of the free window", |event| match event {
        main_process::host::page::Event::TitleUpdated { id: 2, title } if title == "pressed" => Some(()),
        _ => None,
    });
    shoot("modal");
    assert_eq!(driver.evaluate(1, "document.title").unwrap(), json!(""));
}

fn focus(driver: &mut Driver) {
    driver.start();
    driver.open_page(1, "<p>1", None);
    driver.open_page(2, "<p>2", None);
    driver.wait_state(2, "the focus of the newest", |state| state.focused);
    driver.window(window::Command::Focus { id: 1 });
    driver.wait_state(1, "focus", |state| state.focused);
    driver.wait_state(2, "no focus", |state| !state.focused);
    driver.open(3, json!({ "show": false }), json!({}));
    driver.window(window::Command::ShowInactive { id: 3 });
    driver.wait_state(3, "being there", |state| state.visible);
    std::thread::sleep(std::time::Duration::from_millis(300));
    assert!(!driver.state(3).focused);
    assert!(driver.state(1).focused);
    key("Escape");
}

fn displays(driver: &mut Driver) {
    driver.start();
    let displays: Vec<Display> =
        serde_json::from_value(driver.ask_json(Command::Screen(screen::Command::GetDisplays))).unwrap();
    assert_eq!(displays.len(), 1);
    assert_eq!(displays[0].bounds, Bounds { x: 0, y: 0, width: 1280, height: 800 });
    assert!(displays[0].primary);
    hand(&["mousemove", "321", "123"]);
    assert_eq!(
        driver.ask_json(Command::Screen(screen::Command::GetCursorPoint)),
        json!({ "x": 321, "y": 123 })
    );
}

fn themes(driver: &mut Driver) {
    driver.start();
    driver.open_page(1, "<title>t</title>", None);
    let dark =
        |driver: &Driver| driver.evaluate(1, "matchMedia('(prefers-color-scheme: dark)').matches").unwrap();
    assert_eq!(
        (dark(driver), driver.ask_json(Command::Theme(theme::Command::Get))),
        (json!(false), json!({ "dark": false }))
    );
    driver.tell(Command::Theme(theme::Command::SetSource { source: "dark".into() }));
    let told = driver.wait("a change", |event| match event {
        main_process::host::Event::Theme(theme::Event::Updated { dark }) => Some(*dark),
        _ => None,
    });
    assert!(told);
    assert_eq!(driver.ask_json(Command::Theme(theme::Command::Get)), json!({ "dark": true }));
    let deadline = std::time::Instant::now() + super::driver::PATIENCE;
    while dark(driver) != json!(true) {
        assert!(std::time::Instant::now() < deadline, "the page stays light");
    }
}

const DRAGGED: &str = "
<style>
/* a { -webkit-app-region: no-drag } */
body { margin: 0; background: #00ff00 }
@media (min-width: 10px) { header, .x[title='{'] { color: red; -webkit-app-region: drag; height: 40px; background: #0000ff } }
header button { app-region: no-drag; position: absolute; left: 300px; width: 80px; height: 40px }
</style>
<header>drag<button onclick='document.title = 1'>no</button></header>
<p id=p style='height: 40px'>script</p>
<p style='height: 40px; -webkit-app-region: drag'>inline</p>";

fn drags(driver: &mut Driver) {
    driver.start();
    driver.open(1, json!({ "frame": false, "x": 100, "y": 100, "width": 500, "height": 400 }), json!({}));
    let url = driver.page_file("a.html", DRAGGED);
    driver.load(1, &url);
    driver.wait_loaded(1);
    driver.wait_state(1, "focus", |state| state.focused);
    driver.evaluate(1, "document.querySelector('#p').style.WebkitAppRegion = 'drag'; 0").unwrap();
    let pull = |driver: &mut Driver, x: i32, y: i32| {
        let before = driver.state(1).bounds;
        let (from, to) = ((before.x + x, before.y + y), (before.x + x + 60, before.y + y + 30));
        hand(&["mousemove", &from.0.to_string(), &from.1.to_string(), "mousedown", "1", "sleep", "0.3"]);
        hand(&["mousemove", &(from.0 + 20).to_string(), &(from.1 + 10).to_string(), "sleep", "0.2"]);
        hand(&[
            "mousemove",
            &to.0.to_string(),
            &to.1.to_string(),
            "sleep",
            "0.3",
            "mouseup",
            "1",
            "sleep",
            "0.3",
        ]);
        let after = driver.state(1).bounds;
        (after.x - before.x, after.y - before.y)
    };
    wait_pixel(110, 110, "#0000FF");
    let (x, y) = pull(driver, 100, 20);
    assert!(x >= 40 && y >= 20, "by its sheet: {x}, {y}");
    assert_eq!(pull(driver, 340, 20), (0, 0), "a button in it");
    assert_eq!(pull(driver, 200, 300), (0, 0), "the rest of the page");
    let (x, _) = pull(driver, 100, 75);
    assert!(x >= 40, "by a script: {x}");
    let (x, _) = pull(driver, 100, 130);
    assert!(x >= 40, "by its own style: {x}");
    let at = driver.state(1).bounds;
    hand(&[
        "mousemove",
        &(at.x + 100).to_string(),
        &(at.y + 20).to_string(),
        "click",
        "--repeat",
        "2",
        "--delay",
        "60",
        "1",
    ]);
    driver.wait_state(1, "maximized", |state| state.maximized);
}
