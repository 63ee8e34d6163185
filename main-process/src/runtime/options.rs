use std::{cell::RefCell, path::PathBuf, rc::Rc, sync::Arc};

use rquickjs::{Ctx, JsLifetime};

use super::{Variables, WorkerEnvironment};
use crate::{
    command_line::{Flags, Line},
    host::{Events, Fake, SharedHost},
};

/// What to run.
#[derive(Debug, Clone, PartialEq)]
pub enum Entry {
    /// A script file, or a folder with a `package.json`: an app.
    Path(PathBuf),
    /// Source text, as `-e` gives it; `print` shows what it evaluates to.
    Text { source: String, print: bool },
    /// A script that comes through standard input.
    Input,
    /// The test runner, with files and patterns as arguments.
    Runner,
    /// What another engine of this process asks for: see `worker_threads`.
    Worker,
    /// A test of a built-in module: a script that may also require `kaon:test` and its kin.
    Test(PathBuf),
}

/// How a main process is started.
pub struct Options {
    pub entry: Entry,
    /// What follows the entry in `process.argv`.
    pub args: Vec<String>,
    /// The shell; without one `require('electron')` throws.
    pub host: Option<SharedHost>,
    pub events: Option<Events>,
    /// The app was found beside the runtime rather than named on the command line: it is packaged.
    pub packaged: bool,
    pub flags: Flags,
}

impl Options {
    /// What a command line asks for, without a shell.
    pub fn of(line: Line) -> Self {
        let Line { entry, args, flags } = line;
        Self { entry, args, host: None, events: None, packaged: false, flags }
    }
}

/// The options as the natives of one engine see them.
pub(crate) struct Environment {
    pub(crate) entry: Entry,
    pub(crate) args: Vec<String>,
    pub(crate) host: Option<SharedHost>,
    pub(crate) events: RefCell<Option<Events>>,
    pub(crate) packaged: bool,
    pub(crate) flags: Flags,
    /// Set in tests of built-in modules, where it is the host.
    pub(crate) fake: Option<Arc<Fake>>,
    pub(crate) variables: Variables,
    /// Set in workers.
    pub(crate) worker: Option<WorkerEnvironment>,
}

#[derive(Clone)]
pub(super) struct SharedEnvironment(pub(super) Rc<Environment>);

#[allow(unsafe_code)]
// SAFETY: nothing in it borrows from the engine.
unsafe impl<'js> JsLifetime<'js> for SharedEnvironment {
    type Changed<'to> = SharedEnvironment;
}

impl Environment {
    pub(super) fn new(options: Options) -> Self {
        let Options { entry, args, host, events, packaged, flags } = options;
        let without_fake = Self {
            entry,
            args,
            host,
            events: RefCell::new(events),
            packaged,
            flags,
            fake: None,
            variables: Variables::default(),
            worker: None,
        };
        match without_fake.entry {
            Entry::Test(_) => without_fake.with_fake(),
            _ => without_fake,
        }
    }

    fn with_fake(self) -> Self {
        let (fake, events) = Fake::new();
        let fake = Arc::new(fake);
        Self { host: Some(fake.clone()), events: RefCell::new(Some(events)), fake: Some(fake), ..self }
    }

    pub(crate) fn of(ctx: &Ctx<'_>) -> Rc<Self> {
        ctx.userdata::<SharedEnvironment>().expect("stored before any script runs").0.clone()
    }
}
