//! A virtual screen with a window manager and a session bus.

use std::{env, process::Command};

use crate::process::Process;

pub struct Display {
    name: String,
    bus: String,
    _server: Process,
    _manager: Process,
    _bus: Process,
}

impl Display {
    /// Starts Xvfb on a free number, openbox on it, and a D-Bus session.
    pub fn start() -> Self {
        let mut server = Process::start(Command::new("Xvfb").args([
            "-displayfd",
            "1",
            "-screen",
            "0",
            "1280x800x24",
            "-nolisten",
            "tcp",
        ]));
        let number = server.line("a display number", |line| line.parse::<u32>().is_ok());
        let name = format!(":{number}");
        let mut bus =
            Process::start(Command::new("dbus-daemon").args(["--session", "--print-address", "--nofork"]));
        let address = bus.line("a bus address", |line| line.starts_with("unix:"));
        let manager = Process::start(Command::new("openbox").env("DISPLAY", &name));
        let display = Self { name, bus: address, _server: server, _manager: manager, _bus: bus };
        display.wait_for_manager();
        display
    }

    /// Windows that open before the manager is there are not managed.
    fn wait_for_manager(&self) {
        let deadline = std::time::Instant::now() + crate::process::PATIENCE;
        loop {
            let found = Command::new("xprop")
                .args(["-root", "_NET_SUPPORTING_WM_CHECK"])
                .env("DISPLAY", &self.name)
                .output();
            if found.is_ok_and(|found| String::from_utf8_lossy(&found.stdout).contains("window id")) {
                return;
            }
            assert!(std::time::Instant::now() < deadline, "openbox does not start");
        }
    }

    pub fn name(&self) -> &str {
        &self.name
    }

    /// Gives a command this display and nothing of the developer's own desktop.
    pub fn dress<'c>(&self, command: &'c mut Command) -> &'c mut Command {
        for inherited in ["WAYLAND_DISPLAY", "XDG_RUNTIME_DIR", "SESSION_MANAGER", "XAUTHORITY"] {
            command.env_remove(inherited);
        }
        command
            .env("DISPLAY", &self.name)
            .env("DBUS_SESSION_BUS_ADDRESS", &self.bus)
            .env("NO_AT_BRIDGE", "1")
            .env("GTK_THEME", "Adwaita")
            .env("LC_ALL", env::var("LC_ALL").unwrap_or_else(|_| "C.UTF-8".into()))
    }
}
