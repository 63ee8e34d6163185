pub(in super::super) fn beep() {
    objc2_app_kit::NSBeep();
}
