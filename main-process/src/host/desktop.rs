//! The desktop around the app; source: Electron's page on `shell`.

use serde::{Deserialize, Serialize};

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum Command {
    /// A URL in the program that the user has chosen for it. Answered with null, or an error.
    OpenExternal {
        url: String,
    },
    /// A file with its default program. Answered with an error text, empty on success.
    OpenPath {
        path: String,
    },
    ShowItemInFolder {
        path: String,
    },
    /// Answered with null, or an error.
    TrashItem {
        path: String,
    },
    Beep,
}
