use main_process::host::{Command, page, window};
use serde_json::json;

use super::{
    Test,
    driver::{Driver, PATIENCE},
    hands::{click, shoot, wait_pixel},
};

pub(crate) const TESTS: &[(&str, Test)] = &[
    ("a window opens and shows its page", shows),
    ("a window has its colour before it has a page", colour),
    ("the file that says that there is something to see", ready_file),
    ("a load is told of in Electron's order", order),
    ("a load that fails has Chromium's number", failures),
    ("a page that goes by itself asks first, and a frame does not", navigations),
    ("new windows are the main process' business", new_windows),
    ("a page moves within itself", in_page),
    ("a page of its own process survives its end", crash),
];

fn shows(driver: &mut Driver) {
    driver.start();
    let bounds = driver.open(1, json!({ "width": 500, "height": 300 }), json!({}));
    assert_eq!((bounds.width, bounds.height), (500, 300));
    let url = driver.page_file("a.html", "<title>hello</title><body style='background:#123456'>");
    driver.load(1, &url);
    driver.wait_loaded(1);
    let state = driver.wait_state(1, "focus", |state| state.visible && state.focused);
    wait_pixel(state.content.x + 100, state.content.y + 100, "#123456");
    shoot("shows");
    driver.wait_page("a first paint", |event| (*event == page::Event::ReadyToShow { id: 1 }).then_some(()));
}

fn colour(driver: &mut Driver) {
    driver.start();
    driver.open(1, json!({ "backgroundColor": "#0000FF" }), json!({}));
    let content = driver.wait_state(1, "focus", |state| state.focused).content;
    wait_pixel(content.x + 50, content.y + 50, "#0000FF");
    let url = driver.page_file("a.html", "<p>");
    driver.load(1, &url);
    driver.wait_loaded(1);
    wait_pixel(content.x + 50, content.y + 150, "#0000FF");
}

fn ready_file(driver: &mut Driver) {
    let file = driver.folder.join("ready");
    // SAFETY: nothing else of this process looks at the environment yet.
    #[allow(unsafe_code)]
    unsafe {
        std::env::set_var("KAON_READY_FILE", &file);
    };
    driver.start();
    driver.open(1, json!({ "show": false }), json!({}));
    let url = driver.page_file("a.html", "<p>");
    driver.load(1, &url);
    driver.wait_loaded(1);
    driver.rest();
    assert!(!file.exists(), "nothing is seen of a hidden window");
    driver.window(window::Command::Show { id: 1 });
    let deadline = std::time::Instant::now() + PATIENCE;
    while !file.exists() {
        assert!(std::time::Instant::now() < deadline, "no file");
    }
}

fn order(driver: &mut Driver) {
    driver.start();
    driver.open(1, json!({ "show": false }), json!({}));
    let url = driver.page_file("a.html", "<title>hello</title><link rel=icon href=i.png>");
    driver.load(1, &url);
    driver.wait_page("the end", |event| (*event == page::Event::ReadyToShow { id: 1 }).then_some(()));
    let seen = driver.rest();
    let names: Vec<String> =
        seen.iter().map(|event| format!("{event:?}").split([' ', '{']).next().unwrap().to_owned()).collect();
    let place = |name: &str| {
        names
            .iter()
            .position(|seen| *seen == format!("Page({name}"))
            .unwrap_or_else(|| panic!("{name} in {names:?}"))
    };
    let order = [
        "DidStartLoading",
        "DidStartNavigation",
        "DidNavigate",
        "DomReady",
        "DidFinishLoad",
        "DidStopLoading",
    ];
    assert!(order.windows(2).all(|pair| place(pair[0]) < place(pair[1])), "{names:?}");
    assert!(place("TitleUpdated") > place("DidNavigate"));
    assert!(place("FaviconUpdated") > place("DidNavigate"));
    assert_eq!(driver.evaluate(1, "document.title").unwrap(), json!("hello"));
}

fn failures(driver: &mut Driver) {
    driver.start();
    driver.open(1, json!({}), json!({}));
    let cases = [
        (format!("file://{}/nowhere.html", driver.folder.display()), -6, "ERR_FILE_NOT_FOUND"),
        ("http://127.0.0.1:45999/".into(), -102, "ERR_CONNECTION_REFUSED"),
        ("http://nowhere.invalid/".into(), -105, "ERR_NAME_NOT_RESOLVED"),
        ("http://127.0.0.1:1/".into(), -312, "ERR_UNSAFE_PORT"),
        ("kaon-unknown://x/".into(), -302, "ERR_UNKNOWN_URL_SCHEME"),
    ];
    for (target, expected, name) in cases {
        driver.load(1, &target);
        let (code, description, url) = driver.wait_page(name, |event| match event {
            page::Event::DidFailLoad { code, description, url, .. } => {
                Some((*code, description.clone(), url.clone()))
            }
            _ => None,
        });
        assert_eq!((code, description.as_str()), (expected, name), "{target}");
        assert_eq!(url, target);
        driver.wait_page("the end of it", |event| {
            (*event == page::Event::DidStopLoading { id: 1 }).then_some(())
        });
    }
    assert!(!driver.rest().iter().any(|event| format!("{event:?}").contains("DidFinishLoad")));
    let url = driver.page_file("a.html", "<body style='background:#00ff00'>");
    driver.load(1, &url);
    driver.wait_loaded(1);
    let content = driver.state(1).content;
    wait_pixel(content.x + 10, content.y + 10, "#00FF00");
}

fn navigations(driver: &mut Driver) {
    driver.start();
    let two = driver.page_file("two.html", "<title>two</title>");
    let frame = driver
        .page_file("frame.html", "<a href=frame2.html style='position:fixed;inset:0;background:#0f0'>on</a>");
    driver.page_file("frame2.html", "<body style='background:#ff0000'>");
    driver.open_page(1, &format!("<a id=a href='two.html'>two</a><iframe src='{frame}' style='position:fixed;left:100px;top:100px'></iframe>"), None);
    assert!(
        !driver.rest().iter().any(|event| format!("{event:?}").contains("WillNavigate")),
        "a frame's first load"
    );
    let content = driver.wait_state(1, "focus", |state| state.focused).content;
    wait_pixel(content.x + 200, content.y + 150, "#00FF00");
    click(content.x + 200, content.y + 150);
    wait_pixel(content.x + 200, content.y + 150, "#FF0000");
    assert!(
        !driver.rest().iter().any(|event| format!("{event:?}").contains("WillNavigate")),
        "a frame's own link"
    );

    driver.evaluate(1, "document.querySelector('#a').click()").unwrap();
    let asked = driver.wait_page("the question", will_navigate);
    assert_eq!(asked.1, two);
    assert!(
        !driver.rest().iter().any(|event| format!("{event:?}").contains("DidStartNavigation")),
        "before an answer"
    );
    driver.evaluate(1, "location.href = 'two.html?again'").unwrap();
    let again = driver.wait_page("the next question", will_navigate);
    assert_eq!(again.1, format!("{two}?again"));
    driver.tell(Command::Page(page::Command::Navigate { id: 1, navigation: again.0 }));
    driver.wait_loaded(1);
    assert_eq!(driver.evaluate(1, "document.title + location.search").unwrap(), json!("two?again"));
    driver.tell(Command::Page(page::Command::GoBack { id: 1 }));
    driver.wait_loaded(1);
    assert!(!driver.rest().iter().any(|event| format!("{event:?}").contains("WillNavigate")), "a way back");
}

fn will_navigate(event: &page::Event) -> Option<(u64, String)> {
    match event {
        page::Event::WillNavigate { navigation, url, .. } => Some((*navigation, url.clone())),
        _ => None,
    }
}

fn new_windows(driver: &mut Driver) {
    driver.start();
    driver.open_page(1, "<a id=a target=_blank href='https://example.invalid/a'>a</a>", None);
    let opened = |event: &page::Event| match event {
        page::Event::WindowOpen { url, frame_name, disposition, .. } => {
            Some((url.clone(), frame_name.clone(), disposition.clone()))
        }
        _ => None,
    };
    driver.evaluate(1, "document.querySelector('#a').click()").unwrap();
    let (url, _, disposition) = driver.wait_page("a new window", opened);
    assert_eq!((url.as_str(), disposition.as_str()), ("https://example.invalid/a", "foreground-tab"));
    let null = driver.evaluate(1, "window.open('https://example.invalid/b', 'named')").unwrap();
    assert_eq!(null, json!(null));
    let (url, name, _) = driver.wait_page("another one", opened);
    assert_eq!((url.as_str(), name.as_str()), ("https://example.invalid/b", "named"));
    driver.evaluate(1, "window.open('about:blank', '_blank', 'width=300,height=200')").unwrap();
    let (_, _, disposition) = driver.wait_page("a third one", opened);
    assert_eq!(disposition, "new-window");
    assert!(driver.rest().iter().all(|event| !format!("{event:?}").contains("WindowOpen")));
}

fn in_page(driver: &mut Driver) {
    driver.start();
    driver.open_page(1, "<p id=x>", None);
    driver.rest();
    let moved = |event: &page::Event| match event {
        page::Event::DidNavigateInPage { url, .. } => Some(url.clone()),
        _ => None,
    };
    driver.evaluate(1, "location.hash = '#x'").unwrap();
    assert!(driver.wait_page("a hash", moved).ends_with("#x"));
    driver.evaluate(1, "history.pushState({}, '', '?y'); 0").unwrap();
    assert!(driver.wait_page("a state", moved).ends_with("?y"));
    assert!(!driver.rest().iter().any(|event| format!("{event:?}").contains("WillNavigate")));
}

fn crash(driver: &mut Driver) {
    driver.start();
    driver.open_page(1, "<title>one</title>", None);
    driver.tell(Command::Page(page::Command::Terminate { id: 1 }));
    let reason = driver.wait_page("its end", |event| match event {
        page::Event::ProcessGone { reason, .. } => Some(reason.clone()),
        _ => None,
    });
    assert_eq!(reason, "killed");
    driver.tell(Command::Page(page::Command::Reload { id: 1, ignore_cache: false }));
    driver.wait_loaded(1);
    assert_eq!(driver.evaluate(1, "document.title").unwrap(), json!("one"));
}
