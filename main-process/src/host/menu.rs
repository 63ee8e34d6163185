//! Menus: the application's bar, a window's own, and context menus.

use serde::{Deserialize, Serialize};

use super::window::WindowId;

/// Number of an item, given by the main process, unique in the program.
pub type ItemId = u32;

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Template(pub Vec<Item>);

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    Normal,
    Separator,
    Submenu,
    Checkbox,
    Radio,
}

/// `MenuItem`'s constructor options after roles were resolved; source: Electron's page on `MenuItem`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Item {
    pub id: ItemId,
    #[serde(rename = "type")]
    pub kind: Kind,
    /// With `&` before the mnemonic.
    pub label: String,
    /// Electron's syntax: `CmdOrCtrl+Shift+N`.
    pub accelerator: Option<String>,
    /// False: the accelerator is only shown, the page handles its keys.
    pub register_accelerator: bool,
    pub enabled: bool,
    pub visible: bool,
    pub checked: bool,
    /// Set where the system does the work itself (macOS `services`, `hide`, …) or names the menu (`help`, `window`).
    pub role: Option<String>,
    /// A PNG or JPEG file, or a `data:` URL of one.
    pub icon: Option<String>,
    pub submenu: Option<Template>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum Command {
    /// The bar of every window that has none of its own (macOS: of the application).
    SetApplicationMenu {
        menu: Option<Template>,
    },
    /// Shows a context menu; answered (null) when it is closed. `x`, `y` are in the window's page, absent: at the pointer.
    Popup {
        window: WindowId,
        menu: Template,
        x: Option<f64>,
        y: Option<f64>,
    },
    ClosePopup {
        window: WindowId,
    },
    SetEnabled {
        item: ItemId,
        flag: bool,
    },
    SetVisible {
        item: ItemId,
        flag: bool,
    },
    SetChecked {
        item: ItemId,
        flag: bool,
    },
    SetLabel {
        item: ItemId,
        label: String,
    },
    /// Clicks an item as a user would; tests use it where no pointer reaches.
    Click {
        item: ItemId,
    },
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum Event {
    /// `window` is the one that has the focus; `checked` the state after the click.
    Clicked { item: ItemId, window: Option<WindowId>, checked: bool, by_accelerator: bool },
}
