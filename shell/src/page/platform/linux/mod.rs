//! Pages on WebKitGTK. wry's view stays unused here: it destroys itself on `window.close()`, turns input methods'
//! preview off, and offers of what is below only the handle to do it with.

mod contexts;
mod dev_tools;
mod exchange;
mod find;
mod leave;
mod life;
mod loads;
mod output;
mod pointer;
mod policy;
mod script;
mod settings;

use std::{
    cell::{Cell, RefCell},
    rc::{Rc, Weak},
};

use gtk::{gdk, glib, prelude::*};
use main_process::host::{page::Options, window};
use preload::{HANDLER, Script, Transport, WORLD, World};
use webkit2gtk::{
    UserContentInjectedFrames as Frames, UserContentManager, UserContentManagerExt, UserScript,
    UserScriptInjectionTime as Time, WebView, WebViewExt,
};

use super::super::{Color, Page, bridge::random};
use crate::window::Native as Window;
pub(crate) use contexts::Contexts;

pub(crate) const TRANSPORT: Transport = Transport::Webkit;

pub(crate) struct View {
    web: WebView,
    manager: UserContentManager,
    exchange: exchange::Exchange,
    loads: loads::Loads,
    policy: policy::Policy,
    finder: find::Finder,
    leave: leave::Leave,
    sheets: script::Sheets,
    last_click: RefCell<Option<gdk::Event>>,
    /// What is seen until the page has painted for the first time.
    backdrop: Rc<Cell<Option<gdk::RGBA>>>,
}

impl View {
    pub(crate) fn create(
        contexts: &Contexts,
        window: &Window,
        options: &Options,
        look: &window::Options,
    ) -> ipc::Result<Self> {
        let manager = UserContentManager::new();
        let web = WebView::builder()
            .web_context(&contexts.get(options.partition.as_deref()))
            .user_content_manager(&manager)
            .settings(&settings::compose(options))
            .build();
        window.rows().pack_start(&web, true, true, 0);
        let view = Self {
            exchange: exchange::Exchange::default(),
            loads: loads::Loads::default(),
            policy: policy::Policy::default(),
            finder: find::Finder::new(&web),
            leave: leave::Leave::default(),
            sheets: script::Sheets::default(),
            last_click: RefCell::default(),
            backdrop: Rc::new(Cell::new(Some(gdk::RGBA::WHITE))),
            web,
            manager,
        };
        let clear = Color { red: 0.0, green: 0.0, blue: 0.0, alpha: 0.0 };
        view.set_background_color(if look.transparent {
            clear
        } else {
            Color::parse(&look.background_color)
        });
        view.set_zoom_factor(options.zoom_factor);
        view.draw_backdrop(window.rows());
        view.web.show();
        view.web.grab_focus();
        Ok(view)
    }

    pub(crate) fn widget(&self) -> &WebView {
        &self.web
    }

    /// The event that opened the last context menu; GTK wants it to open ours.
    pub(crate) fn last_click(&self) -> Option<gdk::Event> {
        self.last_click.take()
    }

    pub(crate) fn set_background_color(&self, Color { red, green, blue, alpha }: Color) {
        let color = gdk::RGBA::new(red, green, blue, alpha);
        self.web.set_background_color(&color);
        if self.backdrop.get().is_some() {
            self.backdrop.set(Some(color));
        }
    }

    /// A view without a page leaves its place as it is: in the grey of GTK.
    fn draw_backdrop(&self, rows: &gtk::Box) {
        let color = self.backdrop.clone();
        rows.connect_draw(move |_, context| {
            if let Some(color) = color.get() {
                context.set_source_rgba(color.red(), color.green(), color.blue(), color.alpha());
                // Nothing can be done about a surface that is gone.
                let _ = context.paint();
            }
            glib::Propagation::Proceed
        });
    }

    pub(crate) fn focus(&self) {
        self.web.grab_focus();
    }

    pub(crate) fn terminate(&self) {
        self.web.terminate_web_process();
    }

    pub(crate) fn close(&self, page: &Page) {
        self.exchange.close();
        self.policy.close();
        self.leave.answer(true);
        page.stop_find();
    }
}

/// Everything that a view reports, and the scripts it starts with. The view must not keep its page alive.
pub(crate) fn connect(page: &Rc<Page>, options: &Options, scripts: &[Script]) -> ipc::Result<()> {
    exchange::connect(page);
    add(page, scripts);
    life::connect(page, &random()?);
    loads::connect(page);
    policy::connect(page);
    leave::connect(page);
    pointer::connect(page);
    find::connect(page);
    if options.dev_tools {
        dev_tools::connect(page);
    }
    Ok(())
}

fn add(page: &Page, scripts: &[Script]) {
    for Script { world, source } in scripts {
        page.manager.add_script(&match world {
            World::Isolated => UserScript::for_world(source, Frames::TopFrame, Time::Start, WORLD, &[], &[]),
            World::Page => UserScript::new(source, Frames::TopFrame, Time::Start, &[], &[]),
        });
    }
    page.manager.register_script_message_handler_with_reply(HANDLER, WORLD);
}

/// A handler for signals of the view, that does nothing once the page is gone.
fn handler<T: 'static>(page: &Rc<Page>, act: impl Fn(&Rc<Page>, T) + 'static) -> impl Fn(T) + 'static {
    let page: Weak<Page> = Rc::downgrade(page);
    move |event| {
        if let Some(page) = page.upgrade() {
            act(&page, event);
        }
    }
}

/// After what GTK has to do first.
fn soon(act: impl FnOnce() + 'static) {
    glib::idle_add_local_full(glib::Priority::DEFAULT, {
        let mut act = Some(act);
        move || {
            if let Some(act) = act.take() {
                act();
            }
            glib::ControlFlow::Break
        }
    });
}
