use ipc::{FromPage, ToPage, clone};
use main_process::host::{Command, Event, page, window};
use serde_json::{Value, json};

use super::{Test, driver::Driver};

pub(crate) const TESTS: &[(&str, Test)] = &[
    ("a message from the page arrives with its sender", from_page),
    ("a message for the page arrives, in order", to_page),
    ("a page waits for the answer to a synchronous message", synchronous),
    ("a request without the token is refused, even one that crashes WebKit", forged),
    ("a page that takes no messages loses its bridge, not its window", flood),
    ("garbage on the bridge closes it with a reason, and the window lives on", garbage),
    ("a main process that never rests does not stop the drawing", busy),
    ("scripts run in the page and in the preload's world", scripts),
    ("two windows have two bridges", two_windows),
];

const PRELOAD: &str = "
const { ipcRenderer, contextBridge } = require('electron');
contextBridge.exposeInMainWorld('api', {
  send: (...args) => ipcRenderer.send('up', ...args),
  invoke: (value) => ipcRenderer.invoke('ask', value),
  sync: (value) => ipcRenderer.sendSync('wait', value),
  on: (listener) => ipcRenderer.on('down', (event, value) => listener(value)),
});
globalThis.inPreload = 7;
";

fn message(event: &Event) -> Option<(u32, String, FromPage)> {
    match event {
        Event::Page(page::Event::Message {
            id,
            frame,
            message: message @ (FromPage::Send { .. } | FromPage::Invoke { .. }),
            ..
        }) => Some((*id, frame.url.clone(), message.clone())),
        _ => None,
    }
}

fn value(message: &FromPage) -> Value {
    match message {
        FromPage::Send { args, .. } | FromPage::Invoke { args, .. } | FromPage::SendSync { args, .. } => {
            clone::to_json(args).unwrap()
        }
        _ => panic!("{message:?} has no arguments"),
    }
}

fn down(value: Value) -> ToPage {
    ToPage::Event { channel: "down".into(), args: clone::from_json(&json!([value])).unwrap() }
}

fn from_page(driver: &mut Driver) {
    driver.start();
    driver.open_page(1, "<script>api.send('hello', { a: [1] })</script>", Some(PRELOAD));
    let (id, url, sent) = driver.wait("a message", message);
    assert_eq!((id, value(&sent)), (1, json!(["hello", { "a": [1] }])));
    assert!(url.ends_with("/page1.html"), "{url}");
}

fn to_page(driver: &mut Driver) {
    driver.start();
    driver.open_page(1, "<script>got = []; api.on((n) => { got.push(n); if (n === 4999) api.send(got.length, got.every((n, i) => n === i)) })</script>", Some(PRELOAD));
    for number in 0..5000 {
        driver.tell(Command::Page(page::Command::Post { id: 1, message: down(json!(number)) }));
    }
    let (_, _, sent) = driver.wait("the count", message);
    assert_eq!(value(&sent), json!([5000, true]));

    driver.evaluate(1, "answer = api.invoke('q'); 0").unwrap();
    let (_, _, asked) = driver.wait("a question", message);
    let FromPage::Invoke { id, .. } = asked else { panic!("{asked:?}") };
    let reply = ToPage::Reply { id, value: clone::from_json(&json!("a")).unwrap() };
    driver.tell(Command::Page(page::Command::Post { id: 1, message: reply }));
    assert_eq!(driver.evaluate(1, "answer").unwrap(), json!("a"));
}

fn synchronous(driver: &mut Driver) {
    driver.start();
    driver.open_page(1, "<title>-</title>", Some(PRELOAD));
    driver
        .evaluate(1, "setTimeout(() => { api.send('before'); document.title = api.sync([1, 2]) }, 200); 0")
        .unwrap();
    let (_, _, before) = driver.wait("what was sent before", message);
    assert_eq!(value(&before), json!(["before"]));
    let (request, asked, url) = driver.wait_page("a synchronous message", |event| match event {
        page::Event::SyncMessage { request, message, frame, .. } => {
            Some((*request, message.clone(), frame.url.clone()))
        }
        _ => None,
    });
    assert_eq!(value(&asked), json!([[1, 2]]));
    assert!(url.ends_with("/page1.html"), "{url}");
    let message = ToPage::Reply { id: 0, value: clone::from_json(&json!("answered")).unwrap() };
    driver.tell(Command::Page(page::Command::SyncReply { id: 1, request, message }));
    driver.wait_page("the answer", |event| {
        matches!(event, page::Event::TitleUpdated { title, .. } if title == "answered").then_some(())
    });
}

fn forged(driver: &mut Driver) {
    driver.start();
    driver.open_page(1, "<title>-</title>", Some(PRELOAD));
    let forge = "
      (async () => {
        const answers = [];
        for (const body of ['x', new Blob(['x']), new Uint8Array(3)]) {
          const request = { method: 'POST', body, headers: { 'Content-Type': 'text/plain;token=0' } };
          answers.push(await fetch('kaon-sync://ipc/', request).then((r) => r.status, () => 'refused'));
        }
        return answers;
      })()";
    assert_eq!(driver.evaluate(1, forge).unwrap(), json!(["refused", "refused", "refused"]));
    assert_eq!(
        driver.evaluate(1, "typeof globalThis.webkit?.messageHandlers?.kaon").unwrap(),
        json!("undefined")
    );
    assert!(!driver.rest().iter().any(|event| format!("{event:?}").contains("SyncMessage")));
}

fn flood(driver: &mut Driver) {
    driver.start();
    // Nothing asks: a page without a document has no script.
    driver.open(1, json!({}), json!({ "preload": driver.file("preload1.js", PRELOAD) }));
    let large = down(json!("x".repeat(60 << 20)));
    for _ in 0..12 {
        driver.tell(Command::Page(page::Command::Post { id: 1, message: large.clone() }));
    }
    let reason = driver.wait_page("the end of the bridge", |event| match event {
        page::Event::BridgeClosed { reason, .. } => Some(reason.clone()),
        _ => None,
    });
    assert!(reason.contains("does not take its messages"), "{reason}");
    let url = driver.page_file("a.html", "<script>api.send('new')</script>");
    driver.load(1, &url);
    let (_, _, sent) = driver.wait("a message of the next page", message);
    assert_eq!(value(&sent), json!(["new"]));
}

/// The preload's world stands in for a page that has broken out of its own.
fn garbage(driver: &mut Driver) {
    driver.start();
    driver.open_page(1, "<p>1", Some(PRELOAD));
    driver.open_page(2, "<p>2", Some(PRELOAD));
    for (reload, nonsense) in [(false, "P!!!not base64"), (true, "P//////////8="), (true, "PAf8=")] {
        if reload {
            driver.tell(Command::Page(page::Command::Reload { id: 1, ignore_cache: false }));
            driver.wait_page("its load", |event| {
                (*event == page::Event::DidFinishLoad { id: 1 }).then_some(())
            });
        }
        let code = format!("void webkit.messageHandlers.kaon.postMessage('{nonsense}')");
        driver.tell(Command::Page(page::Command::ExecuteJavascript { id: 1, code, isolated: true }));
        let reason = driver.wait_page("the end of the bridge", |event| match event {
            page::Event::BridgeClosed { id: 1, reason } => Some(reason.clone()),
            _ => None,
        });
        assert!(!reason.is_empty());
        assert_eq!(driver.evaluate(1, "1 + 1").unwrap(), json!(2));
    }
    driver.evaluate(2, "api.send('still heard'); 0").unwrap();
    let (_, _, heard) = driver.wait("a message of the other page", message);
    assert_eq!(value(&heard), json!(["still heard"]));
}

fn busy(driver: &mut Driver) {
    driver.start();
    driver.open_page(1, "<body><script>n = 0; (function f() { document.body.style.background = ++n % 2 ? 'red' : 'blue'; requestAnimationFrame(f) })()</script>", None);
    driver.wait_state(1, "focus", |state| state.focused);
    let frames = |driver: &Driver| driver.evaluate(1, "n").unwrap().as_u64().unwrap();
    let before = frames(driver);
    let began = std::time::Instant::now();
    let mut told = 0;
    while began.elapsed() < std::time::Duration::from_secs(2) {
        // One answer a thousand commands keeps the queue long but not endless.
        for number in 0..1000 {
            driver.window(window::Command::SetTitle { id: 1, title: format!("{number}") });
        }
        driver.state(1);
        told += 1000;
    }
    let drawn = frames(driver) - before;
    assert!(drawn > 20, "{drawn} frames in {:?} while {told} commands were given", began.elapsed());
}

fn scripts(driver: &mut Driver) {
    driver.start();
    driver.open_page(1, "<title>t</title>", Some(PRELOAD));
    for (code, expected) in [
        ("1 + 1", json!(2)),
        ("const a = 2; a * 2;", json!(4)),
        ("Promise.resolve([1, { b: null }])", json!([1, { "b": null }])),
        ("document.title", json!("t")),
        ("undefined", json!(null)),
        ("typeof inPreload", json!("undefined")),
    ] {
        assert_eq!(driver.evaluate(1, code).unwrap(), expected, "{code}");
    }
    for (code, expected) in
        [("throw new TypeError('no')", "no"), ("Promise.reject('text')", "text"), ("(", "")]
    {
        let error = driver.evaluate(1, code).unwrap_err();
        assert!(error.message.contains(expected), "{code}: {error:?}");
    }
    let isolated = page::Command::ExecuteJavascript { id: 1, code: "inPreload".into(), isolated: true };
    let answer = driver.ask(Command::Page(isolated)).unwrap();
    let main_process::host::Answer::Bytes(bytes) = answer else { panic!("no bytes") };
    assert_eq!(clone::to_json(&bytes).unwrap(), json!(7));

    let strict = driver.page_file(
        "strict.html",
        "<meta http-equiv=Content-Security-Policy content=\"default-src 'self'\"><title>s</title>",
    );
    driver.load(1, &strict);
    driver.wait_loaded(1);
    assert_eq!(driver.evaluate(1, "document.title").unwrap(), json!("s"));
}

fn two_windows(driver: &mut Driver) {
    driver.start();
    driver.open_page(1, "<script>api.on((n) => api.send(n))</script>", Some(PRELOAD));
    driver.open_page(2, "<script>api.on((n) => api.send(n))</script>", Some(PRELOAD));
    for id in [1, 2] {
        driver.tell(Command::Page(page::Command::Post { id, message: down(json!(id * 10)) }));
        let (from, _, sent) = driver.wait("an echo", message);
        assert_eq!((from, value(&sent)), (id, json!([id * 10])));
    }
}
