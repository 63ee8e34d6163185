use std::{
    env,
    ffi::OsString,
    path::{Path, PathBuf},
    process::Command,
    time::{Duration, Instant},
};

use clap::Args;

use super::{Outcome, doctor, failure::Failure, say};
use crate::{
    app::{self, App},
    display::{self, Display},
    doctor::Purpose,
    interrupts,
    running::{Keeper, Running},
    runtime::{self, Runtime},
};

/// Names the file that the runtime makes when its first window's page has painted.
const READY: &str = "KAON_READY_FILE";
const FIRST_PAINT: Duration = Duration::from_secs(60);

/// Run an app folder or a script
///
/// A folder is started with `kaon-shell`, the runtime with windows. A single script is started with `kaon-node`, the
/// main process without windows, which is up much sooner; unless its text loads `electron`. Both are looked for beside
/// this program; the environment variable KAON_RUNTIME names another.
///
/// Node's flags (-r, --import, --env-file, --no-warnings, …) may stand before the path; -e, -p and --test need none.
///
/// The app has this command's input, output and signals, and this command ends with the app's exit code: 128 and the
/// signal's number when the app was killed.
#[derive(Args)]
pub(super) struct Run {
    /// The app's folder, or a script (.js, .mjs, .cjs)
    path: PathBuf,
    /// Arguments for the app; put those that begin with a dash behind `--`
    args: Vec<OsString>,
    /// Open the windows on a virtual screen, which ends with the app
    #[arg(long)]
    headless: bool,
    /// With --headless, save what the screen shows once the first window has painted
    #[arg(long, value_name = "FILE.png")]
    screenshot: Option<PathBuf>,
    /// Stop the app after the screenshot
    #[arg(long, requires = "screenshot")]
    exit_after_screenshot: bool,
    /// Install what is missing on this machine, build the runtime if this is a source checkout, then run; without a
    /// display, run headless and stop after a screenshot
    #[arg(long)]
    setup: bool,
    /// Node's, for the runtime; see [`super::node_flags`]
    #[arg(skip)]
    flags: Vec<OsString>,
}

/// Runs `kaon-node` with words of Node's command line.
pub(super) fn run_node(words: Vec<OsString>) -> Outcome {
    let program = Runtime::Node.find().or_else(|missing| Runtime::Shell.find().map_err(|_| missing))?;
    start(&Keeper::new()?, Command::new(&program).args(words))?.wait().map_err(Failure::from)
}

impl Run {
    pub(super) fn with_flags(self, flags: Vec<OsString>) -> Self {
        Self { flags, ..self }
    }

    pub(super) fn carry_out(mut self) -> Outcome {
        let runtime = self.check_path()?;
        self.choose_screen(runtime)?;
        let keeper = Keeper::new()?;
        if self.setup {
            set_up(&keeper, runtime, self.headless)?;
        }
        let program = runtime.find().or_else(|missing| Runtime::Shell.find().map_err(|_| missing))?;
        let mut command = Command::new(&program);
        command.args(&self.flags).arg(self.spelled_path()).args(&self.args);
        if self.headless {
            self.run_headless(&keeper, &mut command)
        } else {
            start(&keeper, &mut command)?.wait().map_err(Failure::from)
        }
    }

    fn check_path(&self) -> Result<Runtime, Failure> {
        let path = &self.path;
        if path.is_dir() {
            App::open(path)?;
        } else if !path.exists() {
            return Err(app::Error::Missing(path.clone()).into());
        } else if !path.extension().is_some_and(|end| end == "js" || end == "mjs" || end == "cjs") {
            return Err(Failure::new(format!("{} is neither an app's folder nor a script", path.display()))
                .with_hint("scripts end in .js, .mjs or .cjs"));
        }
        Ok(Runtime::for_path(path))
    }

    fn choose_screen(&mut self, runtime: Runtime) -> Result<(), Failure> {
        let needed = runtime == Runtime::Shell && !display::present();
        if self.setup && needed && !self.headless {
            self.headless = true;
            self.exit_after_screenshot = true;
            self.screenshot.get_or_insert_with(|| env::temp_dir().join("kaon-screenshot.png"));
        }
        if needed && !self.headless {
            let message =
                "there is no display to open windows on: neither DISPLAY nor WAYLAND_DISPLAY is set";
            return Err(Failure::new(message).with_hint("`--headless` runs the app on a virtual screen"));
        }
        match &self.screenshot {
            Some(_) if !self.headless => {
                Err(Failure::usage("--screenshot pictures the virtual screen of --headless"))
            }
            Some(file) if !parent(file).is_dir() => {
                Err(Failure::new(format!("no folder to write the screenshot to: {}", parent(file).display())))
            }
            _ => Ok(()),
        }
    }

    /// A name that begins with a dash would be an option to the runtime.
    fn spelled_path(&self) -> PathBuf {
        let dashed = self.path.to_string_lossy().starts_with('-');
        if dashed { Path::new(".").join(&self.path) } else { self.path.clone() }
    }

    fn run_headless(&self, keeper: &Keeper, command: &mut Command) -> Outcome {
        let display = Display::start()?;
        if interrupts::requested() {
            return Ok(130);
        }
        display.lend_to(command);
        let Some(file) = &self.screenshot else {
            return Ok(start(keeper, command)?.wait()?);
        };
        let folder = tempfile::Builder::new().prefix("kaon-ready-").tempdir()?;
        let ready = folder.path().join("painted");
        let mut running = start(keeper, command.env(READY, &ready))?;
        if let Err(failure) = await_paint(&mut running, &ready).and_then(|()| Ok(display.screenshot(file)?)) {
            running.stop()?;
            return Err(failure);
        }
        say::progress("Painted", "the first window; the screen is pictured in:");
        say::answer(file.display());
        if self.exit_after_screenshot {
            running.stop()?;
            return Ok(0);
        }
        Ok(running.wait()?)
    }
}

fn parent(file: &Path) -> &Path {
    file.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

fn start<'a>(keeper: &'a Keeper, command: &mut Command) -> Result<Running<'a>, Failure> {
    let program = PathBuf::from(command.get_program());
    keeper.start(command).map_err(Failure::doing("start", &program))
}

fn await_paint(running: &mut Running<'_>, ready: &Path) -> Result<(), Failure> {
    let deadline = Instant::now() + FIRST_PAINT;
    while !ready.exists() {
        if let Some(code) = running.wait_for(display::GLANCE)? {
            let failure = Failure::new(format!("the app ended with code {code} before a window had painted"));
            return Err(Failure { code: if code == 0 { 1 } else { code }, ..failure });
        }
        if Instant::now() > deadline {
            let seconds = FIRST_PAINT.as_secs();
            return Err(Failure::new(format!("no window has painted within {seconds} seconds")));
        }
    }
    Ok(())
}

/// Everything between a fresh checkout and a running app.
fn set_up(keeper: &Keeper, runtime: Runtime, headless: bool) -> Result<(), Failure> {
    let checkout = runtime::checkout().filter(|_| env::var_os(runtime::OVERRIDE).is_none());
    let mut purposes = vec![if checkout.is_some() { Purpose::Build } else { Purpose::Run }];
    if headless {
        purposes.push(Purpose::Headless);
    }
    doctor::ensure(keeper, &purposes)?;
    let Some(checkout) = checkout else { return Ok(()) };
    let package = match runtime {
        Runtime::Shell => "shell",
        Runtime::Node => "main-process",
    };
    say::progress("Building", format!("the runtime `{}`; the first time takes some minutes", runtime.name()));
    let code = start(keeper, &mut build_command(&checkout, package)?)?.wait()?;
    if code == 0 { Ok(()) } else { Err(Failure { code, ..Failure::new("the runtime could not be built") }) }
}

/// Builds into the folder this program lies in, so that the runtime is found beside it.
fn build_command(checkout: &Path, package: &str) -> Result<Command, Failure> {
    let program = env::current_exe()?;
    let profile = program.parent().ok_or_else(|| Failure::new("this program lies nowhere"))?;
    let mut command = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.args(["build", "--package", package, "--manifest-path"]).arg(checkout.join("Cargo.toml"));
    if let Some(target) = profile.parent() {
        command.arg("--target-dir").arg(target);
    }
    if profile.file_name().is_some_and(|name| name == "release") {
        command.arg("--release");
    }
    Ok(command)
}
