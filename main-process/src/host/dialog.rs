//! Dialogs; each is answered when the user has decided. Source: Electron's page on `dialog`.

use serde::{Deserialize, Serialize};

use super::window::WindowId;

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Filter {
    pub name: String,
    /// Without dots; `*` means all.
    pub extensions: Vec<String>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct FileOptions {
    pub window: Option<WindowId>,
    pub title: Option<String>,
    pub default_path: Option<String>,
    pub button_label: Option<String>,
    pub filters: Vec<Filter>,
    /// `openFile`, `openDirectory`, `multiSelections`, `showHiddenFiles`, `createDirectory`, `showOverwriteConfirmation`.
    pub properties: Vec<String>,
    pub message: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct MessageOptions {
    /// Number of the box, for [`Command::CloseMessage`].
    pub request: u32,
    pub window: Option<WindowId>,
    /// `none`, `info`, `error`, `question`, `warning`.
    pub kind: String,
    pub title: String,
    pub message: String,
    pub detail: String,
    pub buttons: Vec<String>,
    pub default_id: Option<u32>,
    pub cancel_id: u32,
    pub checkbox_label: String,
    pub checkbox_checked: bool,
    /// A PNG or JPEG file, or a `data:` URL of one.
    pub icon: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum Command {
    /// Answered with [`Chosen`].
    ShowOpen(FileOptions),
    /// Answered with [`Chosen`] of at most one path.
    ShowSave(FileOptions),
    /// Answered with [`Pressed`].
    ShowMessage(Box<MessageOptions>),
    /// Takes a box away, whose answer is then its `cancel_id`. One that is closed already is no error.
    CloseMessage { request: u32 },
    /// Answered with null when it is closed. Works before the app is ready.
    ShowError { title: String, content: String },
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Chosen {
    pub canceled: bool,
    pub file_paths: Vec<String>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Pressed {
    pub response: u32,
    pub checkbox_checked: bool,
}
