//! What a window may do, and how it looks.

use std::{cell::Cell, rc::Rc};

use gtk::{cairo, gdk, glib, prelude::*};
use main_process::host::window::Options;

use super::Native;
use crate::{
    app::{About, platform::tell_launcher},
    picture::picture,
};

/// Which buttons and menu entries the window manager offers.
#[derive(Clone, Copy)]
pub(super) struct Functions(gdk::WMFunction);

impl Functions {
    pub(super) fn attach(window: &gtk::Window, options: &Options) -> Rc<Cell<Self>> {
        let mut allowed = gdk::WMFunction::empty();
        allowed.set(gdk::WMFunction::RESIZE, options.resizable);
        allowed.set(gdk::WMFunction::MOVE, options.movable);
        allowed.set(gdk::WMFunction::MINIMIZE, options.minimizable);
        allowed.set(gdk::WMFunction::MAXIMIZE, options.maximizable && options.resizable);
        allowed.set(gdk::WMFunction::CLOSE, options.closable);
        let functions = Rc::new(Cell::new(Self(allowed)));
        let wanted = functions.clone();
        window.connect_realize(move |window| wanted.get().apply(window));
        functions
    }

    fn apply(self, window: &gtk::Window) {
        if let Some(surface) = window.window() {
            surface.set_functions(self.0);
        }
    }
}

impl Native {
    pub(super) fn set_function(&self, function: gdk::WMFunction, flag: bool) {
        let Functions(mut allowed) = self.functions.get();
        allowed.set(function, flag);
        self.functions.set(Functions(allowed));
        self.functions.get().apply(&self.window);
    }

    pub(super) fn may(&self, function: gdk::WMFunction) -> bool {
        self.functions.get().0.contains(function)
    }

    pub(crate) fn set_movable(&self, flag: bool) {
        self.set_function(gdk::WMFunction::MOVE, flag);
    }

    pub(crate) fn set_minimizable(&self, flag: bool) {
        self.set_function(gdk::WMFunction::MINIMIZE, flag);
    }

    pub(crate) fn set_maximizable(&self, flag: bool) {
        self.set_function(gdk::WMFunction::MAXIMIZE, flag);
    }

    pub(crate) fn set_closable(&self, flag: bool) {
        self.window.set_deletable(flag);
        self.set_function(gdk::WMFunction::CLOSE, flag);
    }

    pub(crate) fn set_focusable(&self, flag: bool) {
        self.window.set_accept_focus(flag);
    }

    pub(crate) fn set_enabled(&self, flag: bool) {
        self.window.set_sensitive(flag);
    }

    pub(crate) fn set_always_on_top(&self, flag: bool) {
        self.tell_manager(|window| window.set_keep_above(flag));
    }

    pub(crate) fn set_visible_on_all_workspaces(&self, flag: bool) {
        self.tell_manager(|window| if flag { window.stick() } else { window.unstick() });
    }

    pub(crate) fn set_skip_taskbar(&self, flag: bool) {
        self.tell_manager(|window| window.set_skip_taskbar_hint(flag));
    }

    /// macOS and Windows only, by Electron's documentation.
    pub(crate) fn set_content_protection(&self, _: bool) {}

    /// macOS only, by Electron's documentation.
    pub(crate) fn set_has_shadow(&self, _: bool) {}

    /// macOS only, by Electron's documentation.
    pub(crate) fn set_document_edited(&self, _: bool) {}

    /// macOS only, by Electron's documentation.
    pub(crate) fn set_represented_filename(&self, _: &str) {}

    pub(crate) fn set_ignore_mouse_events(&self, flag: bool) {
        let nothing = cairo::Region::create();
        self.window.input_shape_combine_region(flag.then_some(&nothing));
    }

    pub(crate) fn flash_frame(&self, flag: bool) {
        self.window.set_urgency_hint(flag);
    }

    pub(crate) fn set_title(&self, title: &str) {
        self.window.set_title(title);
    }

    pub(crate) fn set_icon(&self, icon: &str) -> ipc::Result<()> {
        self.window.set_icon(Some(&picture(icon)?));
        Ok(())
    }

    pub(crate) fn set_opacity(&self, opacity: f64) {
        self.window.set_opacity(opacity.clamp(0.0, 1.0));
    }

    /// On the launcher's icon. Desktops have no modes for it.
    pub(crate) fn set_progress_bar(&self, about: &About, value: f64, mode: Option<&str>) {
        let state = glib::VariantDict::new(None);
        state.insert("progress-visible", value >= 0.0 && mode != Some("none"));
        state.insert("progress", value.clamp(0.0, 1.0));
        state.insert("urgent", mode == Some("error"));
        tell_launcher(about, state);
    }

    pub(crate) fn set_parent(&self, parent: Option<&Self>) {
        self.window.set_transient_for(parent.map(|parent| &parent.window));
    }

    /// Blocks its parent alone: the group keeps GTK's grab away from the app's other windows.
    pub(super) fn make_modal(&self, parent: &Self) {
        let group = if parent.window.has_group() { parent.window.group() } else { None }.unwrap_or_default();
        group.add_window(&parent.window);
        group.add_window(&self.window);
        self.window.set_modal(true);
    }

    pub(super) fn make_transparent(&self) {
        let screen = GtkWindowExt::screen(&self.window);
        if let Some(visual) = screen.and_then(|screen| screen.rgba_visual()) {
            self.window.set_visual(Some(&visual));
        }
        self.window.set_app_paintable(true);
        self.window.connect_draw(|_, context| {
            context.set_operator(cairo::Operator::Source);
            context.set_source_rgba(0.0, 0.0, 0.0, 0.0);
            // Nothing can be done about a surface that is gone.
            let _ = context.paint();
            context.set_operator(cairo::Operator::Over);
            glib::Propagation::Proceed
        });
    }
}
