//! Native windows.

use serde::{Deserialize, Serialize};

use super::{menu, page};

/// Given by the main process, counted from 1, never used twice.
pub type WindowId = u32;

/// In device-independent pixels, relative to the top left of the primary display.
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize, Deserialize)]
pub struct Bounds {
    pub x: i32,
    pub y: i32,
    pub width: u32,
    pub height: u32,
}

/// A change of [`Bounds`]: what is absent stays.
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Placement {
    pub x: Option<i32>,
    pub y: Option<i32>,
    pub width: Option<u32>,
    pub height: Option<u32>,
}

/// `BrowserWindow`'s constructor options after defaults; source: Electron's page on `BaseWindowConstructorOptions`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Options {
    pub width: u32,
    pub height: u32,
    pub x: Option<i32>,
    pub y: Option<i32>,
    /// `width` and `height` are the page's, not the window's.
    pub use_content_size: bool,
    pub center: bool,
    pub min_width: u32,
    pub min_height: u32,
    /// 0 means unlimited.
    pub max_width: u32,
    pub max_height: u32,
    pub resizable: bool,
    pub movable: bool,
    pub minimizable: bool,
    pub maximizable: bool,
    pub closable: bool,
    pub focusable: bool,
    pub always_on_top: bool,
    pub fullscreen: bool,
    pub fullscreenable: bool,
    pub kiosk: bool,
    pub skip_taskbar: bool,
    pub title: String,
    /// A PNG, JPEG or ICO file, or a `data:` URL of one.
    pub icon: Option<String>,
    pub show: bool,
    pub frame: bool,
    /// `default`, `hidden`, `hiddenInset`, `customButtonsOnHover`.
    pub title_bar_style: String,
    pub parent: Option<WindowId>,
    pub modal: bool,
    pub auto_hide_menu_bar: bool,
    /// CSS `#RRGGBB` or `#AARRGGBB` as Electron writes colours.
    pub background_color: String,
    pub transparent: bool,
    pub has_shadow: bool,
    pub opacity: f64,
    /// X11 window type: `desktop`, `dock`, `toolbar`, `splash`, `notification`; macOS: `panel`, …
    pub kind: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum Command {
    /// Answered with the window's [`Bounds`].
    Create {
        id: WindowId,
        options: Box<Options>,
        page: Box<page::Options>,
    },
    /// Takes the window and its page away at once, without asking anybody.
    Destroy {
        id: WindowId,
    },
    Show {
        id: WindowId,
    },
    ShowInactive {
        id: WindowId,
    },
    Hide {
        id: WindowId,
    },
    Focus {
        id: WindowId,
    },
    Blur {
        id: WindowId,
    },
    Maximize {
        id: WindowId,
    },
    Unmaximize {
        id: WindowId,
    },
    Minimize {
        id: WindowId,
    },
    Restore {
        id: WindowId,
    },
    SetFullScreen {
        id: WindowId,
        flag: bool,
    },
    SetKiosk {
        id: WindowId,
        flag: bool,
    },
    SetBounds {
        id: WindowId,
        bounds: Placement,
    },
    SetContentSize {
        id: WindowId,
        width: u32,
        height: u32,
    },
    Center {
        id: WindowId,
    },
    SetMinimumSize {
        id: WindowId,
        width: u32,
        height: u32,
    },
    SetMaximumSize {
        id: WindowId,
        width: u32,
        height: u32,
    },
    SetAspectRatio {
        id: WindowId,
        ratio: f64,
    },
    SetResizable {
        id: WindowId,
        flag: bool,
    },
    SetMovable {
        id: WindowId,
        flag: bool,
    },
    SetMinimizable {
        id: WindowId,
        flag: bool,
    },
    SetMaximizable {
        id: WindowId,
        flag: bool,
    },
    SetClosable {
        id: WindowId,
        flag: bool,
    },
    SetFocusable {
        id: WindowId,
        flag: bool,
    },
    SetEnabled {
        id: WindowId,
        flag: bool,
    },
    SetAlwaysOnTop {
        id: WindowId,
        flag: bool,
    },
    SetVisibleOnAllWorkspaces {
        id: WindowId,
        flag: bool,
    },
    SetSkipTaskbar {
        id: WindowId,
        flag: bool,
    },
    SetContentProtection {
        id: WindowId,
        flag: bool,
    },
    SetIgnoreMouseEvents {
        id: WindowId,
        flag: bool,
    },
    SetHasShadow {
        id: WindowId,
        flag: bool,
    },
    SetAutoHideMenuBar {
        id: WindowId,
        flag: bool,
    },
    SetMenuBarVisibility {
        id: WindowId,
        flag: bool,
    },
    SetDocumentEdited {
        id: WindowId,
        flag: bool,
    },
    FlashFrame {
        id: WindowId,
        flag: bool,
    },
    SetTitle {
        id: WindowId,
        title: String,
    },
    /// `path` as [`Options::icon`].
    SetIcon {
        id: WindowId,
        path: String,
    },
    SetOpacity {
        id: WindowId,
        opacity: f64,
    },
    /// `value` in 0..=1; below 0 takes the bar away, above 1 makes it indeterminate.
    SetProgressBar {
        id: WindowId,
        value: f64,
        mode: Option<String>,
    },
    SetBackgroundColor {
        id: WindowId,
        color: String,
    },
    SetRepresentedFilename {
        id: WindowId,
        path: String,
    },
    SetParent {
        id: WindowId,
        parent: Option<WindowId>,
    },
    /// This window's own menu bar; `None` takes it away.
    SetMenu {
        id: WindowId,
        menu: Option<menu::Template>,
    },
    MoveTop {
        id: WindowId,
    },
    /// The pointer is down on a drag region.
    StartDrag {
        id: WindowId,
    },
    /// Answered with [`State`].
    GetState {
        id: WindowId,
    },
}

/// What the window system says of a window right now.
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct State {
    pub bounds: Bounds,
    pub content: Bounds,
    pub visible: bool,
    pub focused: bool,
    pub maximized: bool,
    pub minimized: bool,
    pub full_screen: bool,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum Event {
    /// The user wants it closed. Refused so far: [`Command::Destroy`] confirms.
    CloseRequested { id: WindowId },
    /// The window is gone, by [`Command::Destroy`] or because the main script hung.
    Closed { id: WindowId },
    /// Something of the state changed: moved, resized, focus, visibility, maximised …; the main process finds out what.
    Changed { id: WindowId, state: State },
}
