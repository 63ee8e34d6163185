//! What `webPreferences` mean to WebKit.

use main_process::host::page::Options;
use webkit2gtk::{Settings, SettingsExt, WebViewExt};

use super::View;

pub(super) fn compose(options: &Options) -> Settings {
    let settings = Settings::new();
    settings.set_enable_javascript(options.javascript);
    settings.set_auto_load_images(options.images);
    settings.set_enable_developer_extras(options.dev_tools);
    settings.set_disable_web_security(!options.web_security);
    // A page from a file may read files, as in Electron, but not the net.
    settings.set_allow_file_access_from_file_urls(true);
    settings.set_allow_universal_access_from_file_urls(!options.web_security);
    // A page that comes back from there would find its bridge cut.
    settings.set_enable_page_cache(false);
    settings.set_javascript_can_access_clipboard(true);
    settings.set_javascript_can_open_windows_automatically(true);
    settings.set_enable_back_forward_navigation_gestures(false);
    settings.set_enable_media_stream(true);
    settings.set_enable_webrtc(true);
    settings.set_enable_mediasource(true);
    settings.set_media_playback_requires_user_gesture(false);
    // Electron's own variable: the page's console appears among the program's output.
    if std::env::var_os("ELECTRON_ENABLE_LOGGING").is_some() {
        settings.set_enable_write_console_messages_to_stdout(true);
    }
    if let Some(size) = options.default_font_size {
        settings.set_default_font_size(size);
    }
    if let Some(user_agent) = &options.user_agent {
        settings.set_user_agent(Some(user_agent));
    }
    settings
}

impl View {
    pub(crate) fn set_user_agent(&self, user_agent: &str) {
        if let Some(settings) = WebViewExt::settings(&self.web) {
            settings.set_user_agent(Some(user_agent));
        }
    }

    pub(crate) fn set_zoom_factor(&self, factor: f64) {
        self.web.set_zoom_level(factor);
    }

    pub(crate) fn set_audio_muted(&self, muted: bool) {
        self.web.set_is_muted(muted);
    }
}
