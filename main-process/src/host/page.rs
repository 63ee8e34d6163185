//! The page in a window: loading, scripts, messages.

use serde::{Deserialize, Serialize};

use super::{
    Load,
    window::{Bounds, WindowId},
};

/// Given by the main process (`webContents.id`), counted from 1, never used twice.
pub type PageId = u32;

/// What of `webPreferences` the shell has to know; source: Electron's page on `WebPreferences`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Options {
    pub id: PageId,
    /// Absolute path of the preload script.
    pub preload: Option<String>,
    pub context_isolation: bool,
    pub sandbox: bool,
    pub javascript: bool,
    pub images: bool,
    pub dev_tools: bool,
    pub web_security: bool,
    pub zoom_factor: f64,
    pub default_font_size: Option<u32>,
    pub user_agent: Option<String>,
    /// `persist:x` keeps storage under that name, any other name keeps it in memory; `None` is the app's own.
    pub partition: Option<String>,
    pub additional_arguments: Vec<String>,
    /// `process.versions` and friends as preload scripts see them.
    pub process: serde_json::Value,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum Command {
    Load {
        id: PageId,
        url: String,
        user_agent: Option<String>,
        referrer: Option<String>,
        headers: Vec<(String, String)>,
    },
    Reload {
        id: PageId,
        ignore_cache: bool,
    },
    Stop {
        id: PageId,
    },
    GoBack {
        id: PageId,
    },
    GoForward {
        id: PageId,
    },
    /// Confirms a [`Event::WillNavigate`].
    Navigate {
        id: PageId,
        navigation: u64,
    },
    /// Runs in the page's world, or in the preload's when `isolated`; answered with what it evaluated to, as
    /// codec bytes ([`super::Answer::Bytes`]). Promises are awaited.
    ExecuteJavascript {
        id: PageId,
        code: String,
        isolated: bool,
    },
    InsertCss {
        id: PageId,
        key: String,
        css: String,
    },
    RemoveInsertedCss {
        id: PageId,
        key: String,
    },
    OpenDevTools {
        id: PageId,
        mode: Option<String>,
        activate: bool,
    },
    CloseDevTools {
        id: PageId,
    },
    SetZoomFactor {
        id: PageId,
        factor: f64,
    },
    SetUserAgent {
        id: PageId,
        user_agent: String,
    },
    SetAudioMuted {
        id: PageId,
        muted: bool,
    },
    SetBackgroundColor {
        id: PageId,
        color: String,
    },
    /// `copy`, `cut`, `paste`, `pasteAndMatchStyle`, `delete`, `selectAll`, `undo`, `redo`, `unselect`.
    Edit {
        id: PageId,
        command: String,
    },
    FindInPage {
        id: PageId,
        request: u32,
        text: String,
        forward: bool,
        find_next: bool,
        match_case: bool,
    },
    StopFindInPage {
        id: PageId,
    },
    Print {
        id: PageId,
        silent: bool,
    },
    /// Answered with a PDF file's bytes.
    PrintToPdf {
        id: PageId,
        paper: Paper,
    },
    /// Answered with a PNG file's bytes, of the whole view or an `area` of it.
    CapturePage {
        id: PageId,
        area: Option<Bounds>,
    },
    /// Asks the page whether it lets itself be closed (`beforeunload`), without showing a dialog; answered with a bool, at
    /// once with true for a page that has no say.
    TryClose {
        id: PageId,
    },
    Focus {
        id: PageId,
    },
    /// Kills the web process, as `forcefullyCrashRenderer` does.
    Terminate {
        id: PageId,
    },
    /// A message for the page; the shell keeps their order and bounds their number.
    #[serde(skip)]
    Post {
        id: PageId,
        message: ipc::ToPage,
    },
    /// The answer to [`Event::SyncMessage`].
    #[serde(skip)]
    SyncReply {
        id: PageId,
        request: u64,
        message: ipc::ToPage,
    },
}

/// `printToPDF`'s options after defaults; lengths in inches.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Paper {
    pub width: f64,
    pub height: f64,
    pub landscape: bool,
    pub print_background: bool,
    pub scale: f64,
    /// Top, right, bottom, left.
    pub margins: [f64; 4],
}

/// Who spoke; filled in by the shell, so that a page cannot lie about it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Frame {
    pub url: String,
    /// Only top frames have a bridge, so this is true until frames get one of their own.
    pub is_main_frame: bool,
}

/// Where a click with the right button fell; source: Electron's `context-menu` event.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct ContextMenu {
    pub x: i32,
    pub y: i32,
    pub link_url: String,
    pub link_text: String,
    pub src_url: String,
    pub page_url: String,
    pub media_type: String,
    pub selection_text: String,
    pub is_editable: bool,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum Event {
    /// A [`Command::Load`] was taken off the queue: what was told before belongs to the loads before it.
    LoadBegun {
        id: PageId,
    },
    DidStartLoading {
        id: PageId,
    },
    DidStopLoading {
        id: PageId,
    },
    /// Asked before a page goes somewhere by itself (a link, `location =`). Refused so far; [`Command::Navigate`] confirms.
    WillNavigate {
        id: PageId,
        navigation: u64,
        url: String,
    },
    DidStartNavigation {
        id: PageId,
        url: String,
    },
    DidRedirectNavigation {
        id: PageId,
        url: String,
    },
    DidNavigate {
        id: PageId,
        url: String,
        http_response_code: i32,
        can_go_back: bool,
        can_go_forward: bool,
    },
    DidNavigateInPage {
        id: PageId,
        url: String,
        can_go_back: bool,
        can_go_forward: bool,
    },
    DomReady {
        id: PageId,
    },
    DidFinishLoad {
        id: PageId,
    },
    /// `code` is Chromium's net error number, `description` its name (`ERR_FILE_NOT_FOUND`).
    DidFailLoad {
        id: PageId,
        code: i32,
        description: String,
        url: String,
        is_main_frame: bool,
    },
    /// The first paint of a page that was loaded is ready to be shown.
    ReadyToShow {
        id: PageId,
    },
    TitleUpdated {
        id: PageId,
        title: String,
    },
    FaviconUpdated {
        id: PageId,
        favicons: Vec<String>,
    },
    /// `window.open` or a link with a target. Refused natively; the main process makes a window if its handler allows.
    WindowOpen {
        id: PageId,
        url: String,
        frame_name: String,
        features: String,
        disposition: String,
    },
    /// `window.close()` from the page.
    CloseRequested {
        id: PageId,
    },
    /// `reason`: `crashed`, `killed`, `oom` …; as Electron's `render-process-gone`.
    ProcessGone {
        id: PageId,
        reason: String,
        exit_code: i32,
    },
    Unresponsive {
        id: PageId,
    },
    Responsive {
        id: PageId,
    },
    ContextMenu {
        id: PageId,
        params: ContextMenu,
    },
    /// `level` 0 verbose, 1 info, 2 warning, 3 error.
    ConsoleMessage {
        id: PageId,
        level: u8,
        message: String,
        line: u32,
        source_id: String,
    },
    DevToolsOpened {
        id: PageId,
    },
    DevToolsClosed {
        id: PageId,
    },
    FoundInPage {
        id: PageId,
        request: u32,
        matches: u32,
        active: u32,
        is_final: bool,
    },
    UpdateTargetUrl {
        id: PageId,
        url: String,
    },
    EnterHtmlFullScreen {
        id: PageId,
    },
    LeaveHtmlFullScreen {
        id: PageId,
    },
    #[serde(skip)]
    Message {
        id: PageId,
        window: WindowId,
        frame: Frame,
        message: ipc::FromPage,
        load: Load,
    },
    /// The page waits for the answer: exactly one [`Command::SyncReply`].
    #[serde(skip)]
    SyncMessage {
        id: PageId,
        window: WindowId,
        request: u64,
        frame: Frame,
        message: ipc::FromPage,
    },
    /// The page broke a bound of the bridge; its messages are no longer heard until it is loaded anew.
    BridgeClosed {
        id: PageId,
        reason: String,
    },
}
