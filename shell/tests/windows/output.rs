use main_process::host::{
    Answer, Command, desktop,
    page::{self, Paper},
    window,
};
use serde_json::json;

use super::{Test, driver::Driver};

pub(crate) const TESTS: &[(&str, Test)] = &[
    ("a page becomes a picture", picture),
    ("a page becomes a PDF", pdf),
    ("a page that nobody sees is printed and pictured as well", unseen),
    ("styles come and go with their document", styles),
    ("text is found", found),
    ("editing commands reach the page", edits),
    ("zoom, user agent and storage", preferences),
    ("things of the desktop answer, or say why not", desktop),
    ("an error of the page is told of", errors),
    ("the inspector opens and closes", inspector),
];

fn bytes(answer: ipc::Result<Answer>) -> Vec<u8> {
    match answer.expect("success") {
        Answer::Bytes(bytes) => bytes,
        Answer::Json(value) => panic!("{value} instead of bytes"),
    }
}

fn picture(driver: &mut Driver) {
    driver.start();
    driver.open_page(1, "<body style='background:#ff0000'>", None);
    let content = driver.wait_state(1, "focus", |state| state.focused).content;
    super::hands::wait_pixel(content.x + 20, content.y + 20, "#FF0000");
    let whole = bytes(driver.ask(Command::Page(page::Command::CapturePage { id: 1, area: None })));
    let size = |png: &[u8]| {
        (
            u32::from_be_bytes(png[16..20].try_into().unwrap()),
            u32::from_be_bytes(png[20..24].try_into().unwrap()),
        )
    };
    assert_eq!((&whole[1..4], size(&whole)), (&b"PNG"[..], (content.width, content.height)));
    let area = Some(window::Bounds { x: 10, y: 10, width: 30, height: 20 });
    let part = bytes(driver.ask(Command::Page(page::Command::CapturePage { id: 1, area })));
    assert_eq!(size(&part), (30, 20));
    let nowhere = Some(window::Bounds { x: 5000, y: 0, width: 1, height: 1 });
    driver.ask(Command::Page(page::Command::CapturePage { id: 1, area: nowhere })).unwrap_err();
}

fn pdf(driver: &mut Driver) {
    driver.start();
    driver.open_page(1, "<h1>paper</h1>", None);
    let paper = Paper {
        width: 8.5,
        height: 11.0,
        landscape: false,
        print_background: true,
        scale: 1.0,
        margins: [0.4; 4],
    };
    let pdf = bytes(driver.ask(Command::Page(page::Command::PrintToPdf { id: 1, paper })));
    assert!(pdf.starts_with(b"%PDF-"), "{:?}", &pdf[..8]);
    let text = String::from_utf8_lossy(&pdf);
    let media = text.split("/MediaBox").nth(1).map(|rest| rest.chars().take(40).collect::<String>());
    assert!(
        media.as_deref().is_some_and(|media| media.contains("612") && media.contains("792")),
        "{media:?}"
    );
}

fn unseen(driver: &mut Driver) {
    driver.start();
    driver.open(1, json!({ "show": false, "width": 300, "height": 200 }), json!({}));
    let url = driver.page_file("a.html", "<body style='background:#ff0000'>");
    driver.load(1, &url);
    driver.wait_loaded(1);
    let png = bytes(driver.ask(Command::Page(page::Command::CapturePage { id: 1, area: None })));
    assert_eq!(png[16..24], [0, 0, 1, 44, 0, 0, 0, 200]);
    let paper = Paper {
        width: 8.5,
        height: 11.0,
        landscape: true,
        print_background: true,
        scale: 1.0,
        margins: [0.0; 4],
    };
    let pdf = bytes(driver.ask(Command::Page(page::Command::PrintToPdf { id: 1, paper })));
    assert!(pdf.starts_with(b"%PDF-"));
    if let Some(folder) = std::env::var_os("KAON_SHOTS") {
        std::fs::write(std::path::Path::new(&folder).join("unseen-page.png"), &png).unwrap();
        std::fs::write(std::path::Path::new(&folder).join("unseen-page.pdf"), &pdf).unwrap();
    }
}

fn styles(driver: &mut Driver) {
    driver.start();
    driver.open_page(1, "<p id=p>x", None);
    let colour =
        |driver: &Driver| driver.evaluate(1, "getComputedStyle(document.querySelector('#p')).color").unwrap();
    assert_eq!(colour(driver), json!("rgb(0, 0, 0)"));
    let insert =
        page::Command::InsertCss { id: 1, key: "a".into(), css: "#p { color: rgb(1, 2, 3) }".into() };
    driver.ask_json(Command::Page(insert.clone()));
    assert_eq!(colour(driver), json!("rgb(1, 2, 3)"));
    driver.ask_json(Command::Page(page::Command::RemoveInsertedCss { id: 1, key: "a".into() }));
    assert_eq!(colour(driver), json!("rgb(0, 0, 0)"));
    driver.ask_json(Command::Page(insert));
    driver.tell(Command::Page(page::Command::Reload { id: 1, ignore_cache: true }));
    driver.wait_loaded(1);
    assert_eq!(colour(driver), json!("rgb(0, 0, 0)"));
}

fn found(driver: &mut Driver) {
    driver.start();
    driver.open_page(1, "<p>apple Apple pear apple", None);
    let search = |text: &str, match_case| page::Command::FindInPage {
        id: 1,
        request: 7,
        text: text.into(),
        forward: true,
        find_next: false,
        match_case,
    };
    let results = |event: &page::Event| match event {
        page::Event::FoundInPage { request: 7, matches, active, is_final: true, .. } => {
            Some((*matches, *active))
        }
        _ => None,
    };
    for (text, match_case, expected) in [
        ("apple", false, (3, 1)),
        ("apple", false, (3, 2)),
        ("apple", true, (2, 1)),
        ("melon", false, (0, 0)),
    ] {
        driver.tell(Command::Page(search(text, match_case)));
        assert_eq!(driver.wait_page("a result", results), expected, "{text}");
    }
    driver.tell(Command::Page(page::Command::StopFindInPage { id: 1 }));
}

fn edits(driver: &mut Driver) {
    driver.start();
    driver.open_page(1, "<input id=i value=words autofocus>", None);
    driver.wait_state(1, "focus", |state| state.focused);
    driver.evaluate(1, "document.querySelector('#i').focus()").unwrap();
    for command in ["selectAll", "cut", "paste", "paste"] {
        driver.ask_json(Command::Page(page::Command::Edit { id: 1, command: command.into() }));
        std::thread::sleep(std::time::Duration::from_millis(200));
    }
    assert_eq!(driver.evaluate(1, "document.querySelector('#i').value").unwrap(), json!("wordswords"));
    driver.ask(Command::Page(page::Command::Edit { id: 1, command: "dance".into() })).unwrap_err();
}

fn preferences(driver: &mut Driver) {
    driver.start();
    let url =
        driver.page_file("a.html", "<script>n = (+localStorage.n || 0) + 1; localStorage.n = n</script>");
    for (id, partition, expected) in
        [(1, json!(null), 1), (2, json!(null), 2), (3, json!("persist:p"), 1), (4, json!("memory"), 1)]
    {
        driver.open(
            id,
            json!({}),
            json!({ "partition": partition, "userAgent": "Driver/1", "zoomFactor": 2.0 }),
        );
        driver.load(id, &url);
        driver.wait_loaded(id);
        assert_eq!(
            driver.evaluate(id, "[n, navigator.userAgent]").unwrap(),
            json!([expected, "Driver/1"]),
            "{partition}"
        );
    }
    assert_eq!(driver.evaluate(1, "innerWidth").unwrap(), json!(400));
    driver.tell(Command::Page(page::Command::SetZoomFactor { id: 1, factor: 1.0 }));
    driver.tell(Command::Page(page::Command::SetUserAgent { id: 1, user_agent: "Driver/2".into() }));
    driver.tell(Command::Page(page::Command::Reload { id: 1, ignore_cache: false }));
    driver.wait_loaded(1);
    assert_eq!(driver.evaluate(1, "[innerWidth, navigator.userAgent]").unwrap(), json!([800, "Driver/2"]));
    assert!(driver.folder.join("data").is_dir());
}

fn desktop(driver: &mut Driver) {
    driver.start();
    driver.ask_json(Command::Desktop(desktop::Command::Beep));
    let nowhere =
        driver.ask_json(Command::Desktop(desktop::Command::OpenPath { path: "/nowhere/at/all".into() }));
    assert_eq!(nowhere, json!("Path does not exist"));
    let missing = driver
        .ask(Command::Desktop(desktop::Command::TrashItem { path: "/nowhere/at/all".into() }))
        .unwrap_err();
    assert_eq!(missing.code, ipc::Code::NoSuchEntry);
}

fn inspector(driver: &mut Driver) {
    driver.start();
    driver.open_page(1, "<p>1", None);
    driver.wait_state(1, "focus", |state| state.focused);
    driver.tell(Command::Page(page::Command::OpenDevTools { id: 1, mode: None, activate: true }));
    driver.wait_page("opening", |event| (*event == page::Event::DevToolsOpened { id: 1 }).then_some(()));
    super::hands::shoot("inspector");
    driver.tell(Command::Page(page::Command::CloseDevTools { id: 1 }));
    driver.wait_page("closing", |event| (*event == page::Event::DevToolsClosed { id: 1 }).then_some(()));
}

fn errors(driver: &mut Driver) {
    driver.start();
    driver.open_page(1, "<script>\nsetTimeout(() => { throw new Error('oops') })</script>", None);
    let told = driver.wait_page("an error", |event| match event {
        page::Event::ConsoleMessage { level: 3, message, line, source_id, .. } => {
            Some((message.clone(), *line, source_id.clone()))
        }
        _ => None,
    });
    assert_eq!((told.0.as_str(), told.1), ("Uncaught Error: oops", 2));
    assert!(told.2.ends_with("page1.html"), "{told:?}");
}
