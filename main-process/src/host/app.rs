//! The application as a whole: its start, its end, its place on the desktop.

use serde::{Deserialize, Serialize};

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum Command {
    /// Starts the native side (GTK, NSApplication); answered by [`Event::Ready`]. Sent by the first use of `electron`.
    Start {
        name: String,
        desktop_name: Option<String>,
        data_folder: String,
    },
    /// Ends the native event loop and the program with this exit code.
    Exit {
        code: i32,
    },
    /// The main script took its events off the queue; a shell without this for long knows that it hangs.
    Alive {
        serial: u64,
    },
    Focus,
    Hide,
    Show,
    SetBadgeCount {
        count: u32,
    },
    AddRecentDocument {
        path: String,
    },
    ClearRecentDocuments,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum Event {
    Ready,
    /// There is no display, or GTK would not start; `message` says what to do.
    Failed {
        message: String,
    },
    /// macOS: the dock icon was clicked, or the app was started again.
    Activate {
        has_visible_windows: bool,
    },
    OpenFile {
        path: String,
    },
    OpenUrl {
        url: String,
    },
    /// The system asks the program to end (logout, SIGTERM to the native loop).
    QuitRequested,
    /// The shell wants to hear [`Command::Alive`] with this number.
    Ping {
        serial: u64,
    },
}
