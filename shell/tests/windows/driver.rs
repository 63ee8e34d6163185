//! Plays the main process: gives commands, waits for events.

use std::{
    fs,
    panic::{AssertUnwindSafe, catch_unwind},
    path::PathBuf,
    sync::mpsc,
    thread,
    time::{Duration, Instant},
};

use main_process::host::{
    Answer, Command, Event, Events, SharedHost, app,
    page::{self, PageId},
    window::{self, State, WindowId},
};
use serde_json::{Value, json};

/// How long a test waits for one thing before it has failed.
pub(crate) const PATIENCE: Duration = Duration::from_secs(20);

pub(crate) struct Driver {
    host: SharedHost,
    events: Events,
    /// What came while something else was waited for.
    waiting: Vec<Event>,
    /// Plays a main script that hangs.
    pub(crate) deaf: bool,
    pub(crate) folder: PathBuf,
}

/// Where a test says that the program is to end with another code than 0.
pub(crate) const EXPECTED: &str = "KAON_SHELL_EXPECTED";

/// Runs a test as the main process of this program; returns the exit code.
pub(crate) fn run(test: fn(&mut Driver)) -> i32 {
    shell::start(move |host, events| {
        let folder = std::env::temp_dir().join(format!("kaon-shell-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        let mut driver = Driver { host, events, waiting: Vec::new(), deaf: false, folder: folder.clone() };
        let passed = catch_unwind(AssertUnwindSafe(|| test(&mut driver))).is_ok();
        let _ = fs::remove_dir_all(&folder);
        if passed { 0 } else { 101 }
    })
}

impl Driver {
    pub(crate) fn tell(&self, command: Command) {
        self.host.handle(command, None);
    }

    pub(crate) fn ask(&self, command: Command) -> ipc::Result<Answer> {
        self.ask_later(command).recv_timeout(PATIENCE).expect("an answer in time")
    }

    /// The answer comes through the channel, while the test does other things.
    pub(crate) fn ask_later(&self, command: Command) -> mpsc::Receiver<ipc::Result<Answer>> {
        let (sender, receiver) = mpsc::channel();
        self.host.handle(command, Some(Box::new(move |answer| drop(sender.send(answer)))));
        receiver
    }

    pub(crate) fn ask_json(&self, command: Command) -> Value {
        match self.ask(command).expect("success") {
            Answer::Json(value) => value,
            Answer::Bytes(bytes) => panic!("{} bytes instead of JSON", bytes.len()),
        }
    }

    /// From here on the program is to end by itself, with this code.
    pub(crate) fn expect_end(&self, code: i32) {
        fs::write(std::env::var_os(EXPECTED).expect("set by the parent"), code.to_string()).unwrap();
    }

    pub(crate) fn start(&mut self) {
        let data_folder = self.folder.join("data").to_string_lossy().into_owned();
        self.tell(Command::App(app::Command::Start {
            name: "Driver".into(),
            desktop_name: None,
            data_folder,
        }));
        self.wait("ready", |event| matches!(event, Event::App(app::Event::Ready)).then_some(()));
    }

    /// The first event, of those that came and those to come, that `wanted` takes; the others stay.
    pub(crate) fn wait<T>(&mut self, what: &str, wanted: impl Fn(&Event) -> Option<T>) -> T {
        let deadline = Instant::now() + PATIENCE;
        loop {
            while let Ok(event) = self.events.try_recv() {
                self.answer_ping(&event);
                self.waiting.push(event);
            }
            if let Some(at) = self.waiting.iter().position(|event| wanted(event).is_some()) {
                return wanted(&self.waiting.remove(at)).unwrap();
            }
            assert!(Instant::now() < deadline, "waited for {what} in vain; there were {:#?}", self.waiting);
            thread::sleep(Duration::from_millis(2));
        }
    }

    fn answer_ping(&self, event: &Event) {
        if let (false, Event::App(app::Event::Ping { serial })) = (self.deaf, event) {
            self.tell(Command::App(app::Command::Alive { serial: *serial }));
        }
    }

    /// Everything that came and was not waited for.
    pub(crate) fn rest(&mut self) -> Vec<Event> {
        thread::sleep(Duration::from_millis(300));
        while let Ok(event) = self.events.try_recv() {
            self.waiting.push(event);
        }
        std::mem::take(&mut self.waiting)
    }

    pub(crate) fn wait_page<T>(&mut self, what: &str, wanted: impl Fn(&page::Event) -> Option<T>) -> T {
        self.wait(what, |event| match event {
            Event::Page(event) => wanted(event),
            _ => None,
        })
    }

    pub(crate) fn wait_loaded(&mut self, page: PageId) {
        self.wait_page("a loaded page", |event| {
            (*event == page::Event::DidFinishLoad { id: page }).then_some(())
        });
    }

    /// Waits until the window system says so of a window.
    pub(crate) fn wait_state(&mut self, id: WindowId, what: &str, wanted: impl Fn(&State) -> bool) -> State {
        let now = self.state(id);
        if wanted(&now) {
            return now;
        }
        self.wait(what, |event| match event {
            Event::Window(window::Event::Changed { id: changed, state })
                if *changed == id && wanted(state) =>
            {
                Some(*state)
            }
            _ => None,
        })
    }

    pub(crate) fn state(&self, id: WindowId) -> State {
        serde_json::from_value(self.ask_json(Command::Window(window::Command::GetState { id }))).unwrap()
    }

    /// A window with Electron's defaults and these changes.
    pub(crate) fn open(&mut self, id: WindowId, changes: Value, page: Value) -> window::Bounds {
        let mut options = json!({
            "width": 800, "height": 600, "x": null, "y": null, "useContentSize": false, "center": false,
            "minWidth": 0, "minHeight": 0, "maxWidth": 0, "maxHeight": 0, "resizable": true, "movable": true,
            "minimizable": true, "maximizable": true, "closable": true, "focusable": true, "alwaysOnTop": false,
            "fullscreen": false, "fullscreenable": true, "kiosk": false, "skipTaskbar": false,
            "title": format!("window {id}"), "icon": null, "show": true, "frame": true, "titleBarStyle": "default",
            "parent": null, "modal": false, "autoHideMenuBar": false, "backgroundColor": "#FFF",
            "transparent": false, "hasShadow": true, "opacity": 1.0, "kind": null,
        });
        let mut preferences = json!({
            "id": id, "preload": null, "contextIsolation": true, "sandbox": true, "javascript": true, "images": true,
            "devTools": true, "webSecurity": true, "zoomFactor": 1.0, "defaultFontSize": null, "userAgent": null,
            "partition": null, "additionalArguments": [], "process": { "platform": "linux", "versions": {} },
        });
        for (base, changes) in [(&mut options, changes), (&mut preferences, page)] {
            for (name, value) in changes.as_object().unwrap() {
                base[name] = value.clone();
            }
        }
        let create = window::Command::Create {
            id,
            options: serde_json::from_value(options).unwrap(),
            page: serde_json::from_value(preferences).unwrap(),
        };
        serde_json::from_value(self.ask_json(Command::Window(create))).unwrap()
    }

    /// The page with this text, and the preload script if there is one, in the window of the same number.
    pub(crate) fn open_page(&mut self, id: WindowId, html: &str, preload: Option<&str>) {
        let preload = preload.map(|source| self.file(&format!("preload{id}.js"), source));
        self.open(id, json!({}), json!({ "preload": preload }));
        let url = self.page_file(&format!("page{id}.html"), html);
        self.load(id, &url);
        self.wait_loaded(id);
    }

    pub(crate) fn load(&self, id: PageId, url: &str) {
        let load = page::Command::Load {
            id,
            url: url.into(),
            user_agent: None,
            referrer: None,
            headers: Vec::new(),
        };
        self.tell(Command::Page(load));
    }

    pub(crate) fn file(&self, name: &str, text: &str) -> String {
        let path = self.folder.join(name);
        fs::write(&path, text).unwrap();
        path.to_string_lossy().into_owned()
    }

    /// The URL of a new file.
    pub(crate) fn page_file(&self, name: &str, html: &str) -> String {
        format!("file://{}", self.file(name, &format!("<!doctype html><meta charset=utf-8>{html}")))
    }

    /// What a script in the page comes to.
    pub(crate) fn evaluate(&self, id: PageId, code: &str) -> ipc::Result<Value> {
        let execute = page::Command::ExecuteJavascript { id, code: code.into(), isolated: false };
        self.ask(Command::Page(execute)).map(|answer| match answer {
            Answer::Bytes(bytes) => ipc::clone::to_json(&bytes).unwrap(),
            Answer::Json(value) => panic!("JSON instead of codec bytes: {value}"),
        })
    }

    pub(crate) fn window(&self, command: window::Command) {
        self.tell(Command::Window(command));
    }
}
