//! Displays and the pointer; source: Electron's page on `screen`.

use serde::{Deserialize, Serialize};

use super::window::Bounds;

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum Command {
    /// Answered with a list of [`Display`].
    GetDisplays,
    /// Answered with `{ x, y }`.
    GetCursorPoint,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Display {
    pub id: u32,
    pub label: String,
    pub bounds: Bounds,
    pub work_area: Bounds,
    pub scale_factor: f64,
    pub primary: bool,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum Event {
    Changed { displays: Vec<Display> },
}
