#![allow(unsafe_code)]

use std::{cell::Cell, rc::Rc};

use main_process::host::{Event, theme};
use windows::{
    Win32::{
        Foundation::ERROR_SUCCESS,
        System::Registry::{HKEY_CURRENT_USER, RRF_RT_REG_DWORD, RegGetValueW},
        UI::WindowsAndMessaging::WM_SETTINGCHANGE,
    },
    core::w,
};

use super::super::Source;
use crate::{
    app::{Shell, on_message},
    window::Native,
};

thread_local! {
    static LAST: Cell<Option<bool>> = const { Cell::new(None) };
}

/// Windows draw their frames, and pages themselves, as they are told: new ones when they are made.
pub(in super::super) fn set_source(shell: &Rc<Shell>, source: Source) {
    Native::choose_theme(match source {
        Source::System => None,
        Source::Light => Some(false),
        Source::Dark => Some(true),
    });
    for window in shell.windows.all() {
        window.native.apply_theme();
        window.page.apply_theme();
    }
    changed();
}

pub(in super::super) fn is_dark(_: &Rc<Shell>) -> bool {
    dark()
}

fn dark() -> bool {
    Native::chosen_theme().unwrap_or_else(system_is_dark)
}

/// What the user has chosen for apps. Systems without the choice are light.
fn system_is_dark() -> bool {
    let (mut light, mut size) = (1_u32, size_of::<u32>() as u32);
    let (key, name) =
        (w!(r"Software\Microsoft\Windows\CurrentVersion\Themes\Personalize"), w!("AppsUseLightTheme"));
    let place = Some((&raw mut light).cast());
    // SAFETY: at most `size` bytes are written to the number.
    let found = unsafe {
        RegGetValueW(HKEY_CURRENT_USER, key, name, RRF_RT_REG_DWORD, None, place, Some(&raw mut size))
    };
    found == ERROR_SUCCESS && light == 0
}

fn changed() {
    let dark = dark();
    if LAST.replace(Some(dark)).is_some_and(|last| last != dark) {
        Shell::with(|shell| shell.tell(Event::Theme(theme::Event::Updated { dark })));
    }
}

/// Tells of changes.
pub(crate) fn watch(_: &Rc<Shell>) {
    changed();
    on_message(WM_SETTINGCHANGE, changed);
}
