#![allow(unsafe_code)]

pub(in super::super) fn beep() {
    // SAFETY: a plain call.
    unsafe { objc2_app_kit::NSBeep() };
}
