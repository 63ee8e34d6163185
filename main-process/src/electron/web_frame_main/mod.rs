//! Electron's `webFrameMain`: the main frame of each page.

use crate::runtime::Module;

pub(super) const MODULE: Module = Module { name: "web_frame_main", public: &[], native: None };
