//! Light and dark; source: Electron's page on `nativeTheme`.

use serde::{Deserialize, Serialize};

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum Command {
    /// `system`, `light` or `dark`: what pages see as `prefers-color-scheme` and native parts are drawn in.
    SetSource { source: String },
    /// Answered with `{ dark: bool }`.
    Get,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum Event {
    Updated { dark: bool },
}
