//! Electron's modules.

mod absent;
mod app;
mod browser_window;
mod compatibility;
mod desktop;
mod dialog;
// Named, like every folder, after what it gives: `require('electron')`.
#[allow(clippy::module_inception)]
mod electron;
mod ipc_main;
mod menu;
mod native_image;
mod native_object;
mod native_theme;
mod process_extras;
mod screen;
mod session;
mod web_contents;
mod web_frame_main;

use crate::runtime::Module;

pub(crate) const TABLE: &[&Module] = &[
    &absent::MODULE,
    &app::MODULE,
    &browser_window::MODULE,
    &compatibility::MODULE,
    &desktop::MODULE,
    &dialog::MODULE,
    &electron::MODULE,
    &ipc_main::MODULE,
    &menu::MODULE,
    &native_image::MODULE,
    &native_object::MODULE,
    &native_theme::MODULE,
    &process_extras::MODULE,
    &screen::MODULE,
    &session::MODULE,
    &web_contents::MODULE,
    &web_frame_main::MODULE,
];
