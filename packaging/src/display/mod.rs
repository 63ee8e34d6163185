//! A screen of our own for machines without one: an X server that draws into memory, and what it shows as a picture.

mod cookie;
mod screenshot;

use std::{
    env,
    io::{self, BufRead, BufReader},
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    thread,
    time::Duration,
};

use crate::running::{apart, stop};

const SCREEN: &str = "1280x800x24";

/// Windows are drawn through X11 or Wayland here; elsewhere the system has its own screen, and no say in it.
pub const HAS_X11: bool = !matches!(env::consts::OS.as_bytes(), b"windows" | b"macos");

#[derive(Debug, thiserror::Error)]
pub enum Error {
    #[error("a virtual screen needs X11, which {} does not draw with", env::consts::OS)]
    Unsupported,
    #[error("Xvfb, the virtual screen, is not installed")]
    NotInstalled,
    #[error("the virtual screen did not start: {0}")]
    Server(String),
    #[error("cannot read the virtual screen: {0}")]
    Unreadable(String),
    #[error("cannot write {}: {source}", file.display())]
    Unwritable { file: PathBuf, source: io::Error },
    #[error(transparent)]
    Io(#[from] io::Error),
}

impl Error {
    pub fn hint(&self) -> Option<String> {
        matches!(self, Self::NotInstalled).then(|| "`kaon doctor --for test --fix` installs it".into())
    }
}

/// Whether windows opened now would appear somewhere.
pub fn present() -> bool {
    let set = |name| env::var_os(name).is_some_and(|value| !value.is_empty());
    !HAS_X11 || set("DISPLAY") || set("WAYLAND_DISPLAY")
}

/// A running virtual screen. It, the session bus beside it and their files end with this value.
pub struct Display {
    number: String,
    cookie: cookie::Cookie,
    server: Child,
    bus: Option<(Child, String)>,
}

impl Display {
    pub fn start() -> Result<Self, Error> {
        if !HAS_X11 {
            return Err(Error::Unsupported);
        }
        let cookie = cookie::Cookie::new()?;
        let (server, number) = start_server(cookie.file())?;
        // From here on, dropping the value stops the server.
        let mut display = Self { number: format!(":{number}"), cookie, server, bus: None };
        display.bus = if session_bus_present() { None } else { start_bus()? };
        Ok(display)
    }

    /// Makes a command's windows open here.
    pub fn lend_to(&self, command: &mut Command) {
        command.env("DISPLAY", &self.number).env("XAUTHORITY", self.cookie.file());
        command.env_remove("WAYLAND_DISPLAY").env("GDK_BACKEND", "x11");
        if let Some((_, address)) = &self.bus {
            command.env("DBUS_SESSION_BUS_ADDRESS", address);
        }
    }

    /// Writes what the screen shows, as soon as it stands still.
    pub fn screenshot(&self, file: &Path) -> Result<(), Error> {
        screenshot::take(&self.number, &self.cookie, file)
    }
}

impl Drop for Display {
    fn drop(&mut self) {
        if let Some((bus, _)) = &mut self.bus {
            stop(bus);
        }
        stop(&mut self.server);
    }
}

/// The server picks a free number and writes it to the descriptor it was told: its standard output.
fn start_server(authority: &Path) -> Result<(Child, u32), Error> {
    let mut command = Command::new("Xvfb");
    command.args(["-displayfd", "1", "-screen", "0", SCREEN, "-nolisten", "tcp", "-noreset", "-auth"]);
    command.arg(authority).stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut server = apart(&mut command).spawn().map_err(|error| match error.kind() {
        io::ErrorKind::NotFound => Error::NotInstalled,
        _ => Error::Server(error.to_string()),
    })?;
    match first_line(server.stdout.take()).parse() {
        Ok(number) => {
            drain(server.stderr.take());
            Ok((server, number))
        }
        Err(_) => {
            let complaint = first_line(server.stderr.take());
            stop(&mut server);
            Err(Error::Server(if complaint.is_empty() { "it ended at once".into() } else { complaint }))
        }
    }
}

fn first_line(stream: Option<impl io::Read>) -> String {
    let mut lines = stream.into_iter().flat_map(|stream| BufReader::new(stream).lines());
    lines.find_map(|line| line.ok().filter(|line| !line.trim().is_empty())).unwrap_or_default().trim().into()
}

/// The server's chatter about keymaps is nobody's, but a full pipe would stop it.
fn drain(stream: Option<impl io::Read + Send + 'static>) {
    if let Some(mut stream) = stream {
        thread::spawn(move || io::copy(&mut stream, &mut io::sink()));
    }
}

fn session_bus_present() -> bool {
    let own = env::var_os("XDG_RUNTIME_DIR").is_some_and(|dir| Path::new(&dir).join("bus").exists());
    own || env::var_os("DBUS_SESSION_BUS_ADDRESS").is_some_and(|address| !address.is_empty())
}

/// A bus that we hold ourselves ends with us, which one inside `dbus-run-session` does not when it is killed. Without
/// the program apps run all the same: they only find nobody to talk to.
fn start_bus() -> Result<Option<(Child, String)>, Error> {
    let mut command = Command::new("dbus-daemon");
    command.args(["--session", "--nofork", "--nopidfile", "--print-address"]);
    command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null());
    let mut bus = match apart(&mut command).spawn() {
        Ok(bus) => bus,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(error.into()),
    };
    let address = first_line(bus.stdout.take());
    if address.is_empty() {
        stop(&mut bus);
        return Ok(None);
    }
    Ok(Some((bus, address)))
}

/// How often something slow is looked at again.
pub(crate) const GLANCE: Duration = Duration::from_millis(100);
