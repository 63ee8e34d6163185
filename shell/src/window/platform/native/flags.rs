//! What a window may do, and how it looks.

use ipc::{Code, Error};
use tao::window::{ProgressBarState, ProgressState, UserAttentionType};

use super::{super::system, Native};
use crate::app::About;

impl Native {
    pub(crate) fn set_movable(&self, flag: bool) {
        system::set_movable(self, flag);
    }

    pub(crate) fn set_minimizable(&self, flag: bool) {
        self.window.set_minimizable(flag);
    }

    pub(crate) fn set_maximizable(&self, flag: bool) {
        self.window.set_maximizable(flag);
    }

    pub(crate) fn set_closable(&self, flag: bool) {
        self.signals.closable.set(flag);
        self.window.set_closable(flag);
    }

    pub(crate) fn set_focusable(&self, flag: bool) {
        self.window.set_focusable(flag);
    }

    pub(crate) fn set_enabled(&self, flag: bool) {
        system::set_enabled(&self.window, flag);
    }

    pub(crate) fn set_always_on_top(&self, flag: bool) {
        self.window.set_always_on_top(flag);
    }

    pub(crate) fn set_visible_on_all_workspaces(&self, flag: bool) {
        self.window.set_visible_on_all_workspaces(flag);
    }

    pub(crate) fn set_skip_taskbar(&self, flag: bool) {
        system::set_skip_taskbar(&self.window, flag);
    }

    pub(crate) fn set_content_protection(&self, flag: bool) {
        self.window.set_content_protection(flag);
    }

    pub(crate) fn set_has_shadow(&self, flag: bool) {
        system::set_has_shadow(&self.window, flag);
    }

    pub(crate) fn set_document_edited(&self, flag: bool) {
        system::set_document_edited(&self.window, flag);
    }

    pub(crate) fn set_represented_filename(&self, path: &str) {
        system::set_represented_filename(&self.window, path);
    }

    pub(crate) fn set_ignore_mouse_events(&self, flag: bool) {
        // tao fails here on other systems only.
        let _ = self.window.set_ignore_cursor_events(flag);
    }

    pub(crate) fn flash_frame(&self, flag: bool) {
        self.window.request_user_attention(flag.then_some(UserAttentionType::Informational));
    }

    pub(crate) fn set_title(&self, title: &str) {
        self.window.set_title(title);
    }

    pub(crate) fn set_icon(&self, source: &str) -> ipc::Result<()> {
        if !system::HAS_ICONS {
            return Err(Error::new(Code::NotSupported, "win.setIcon: windows have no icons on this system"));
        }
        let crate::picture::Pixels { rgba, width, height } = crate::picture::pixels(source)?;
        let refused = |error| Error::new(Code::InvalidArgValue, format!("The icon {source}: {error}"));
        self.window
            .set_window_icon(Some(tao::window::Icon::from_rgba(rgba, width, height).map_err(refused)?));
        Ok(())
    }

    pub(crate) fn set_opacity(&self, opacity: f64) {
        system::set_opacity(self, opacity.clamp(0.0, 1.0));
    }

    pub(crate) fn set_progress_bar(&self, _: &About, value: f64, mode: Option<&str>) {
        let state = match mode {
            _ if value < 0.0 => ProgressState::None,
            Some("none") => ProgressState::None,
            Some("indeterminate") => ProgressState::Indeterminate,
            Some("error") => ProgressState::Error,
            Some("paused") => ProgressState::Paused,
            _ if value > 1.0 => ProgressState::Indeterminate,
            _ => ProgressState::Normal,
        };
        let progress = Some((value.clamp(0.0, 1.0) * 100.0) as u64);
        self.window.set_progress_bar(ProgressBarState {
            state: Some(state),
            progress,
            desktop_filename: None,
        });
    }

    pub(crate) fn set_parent(&self, parent: Option<&Self>) {
        system::set_parent(&self.window, parent.map(|parent| &parent.window));
    }
}
