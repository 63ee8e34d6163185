#![allow(unsafe_code)]

use windows::Win32::{System::Diagnostics::Debug::MessageBeep, UI::WindowsAndMessaging::MB_OK};

pub(in super::super) fn beep() {
    // SAFETY: a plain call. Where it fails there is nothing to be heard, and nothing to be done.
    let _ = unsafe { MessageBeep(MB_OK) };
}
