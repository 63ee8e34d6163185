//! Scripts and style sheets from the main process.

use std::{cell::RefCell, collections::HashMap};

use gtk::{gio, glib};
use ipc::{Code, Error};
use javascriptcore::ValueExt;
use preload::WORLD;
use webkit2gtk::{
    UserContentInjectedFrames as Frames, UserContentManagerExt, UserStyleLevel, UserStyleSheet, WebView,
    WebViewExt,
};

use super::View;
use crate::{answer::Done, page::outcome};

/// The main process' by their keys, and the page's drag regions by none.
pub(super) type Sheets = RefCell<HashMap<Option<String>, UserStyleSheet>>;

impl View {
    pub(crate) fn execute(&self, code: &str, isolated: bool, answer: impl FnOnce(Done) + 'static) {
        let (web, expression) = (self.web.clone(), preload::execute_expression(code));
        call(&self.web, &preload::execute(code), isolated, move |outcome| match outcome {
            // The page forbids to evaluate text.
            Ok(outcome) if outcome::is_forbidden(&outcome) => call(&web, &expression, isolated, |outcome| {
                answer(outcome.and_then(|text| outcome::read(&text)))
            }),
            outcome => answer(outcome.and_then(|text| outcome::read(&text))),
        });
    }

    /// For the document that is there now.
    pub(crate) fn insert_css(&self, key: &str, css: &str) {
        self.add_sheet(Some(key.into()), css);
    }

    pub(crate) fn remove_inserted_css(&self, key: &str) {
        self.remove_sheet(&Some(key.into()));
    }

    pub(super) fn set_drag_regions(&self, css: &str) {
        self.remove_sheet(&None);
        self.add_sheet(None, css);
    }

    fn add_sheet(&self, key: Option<String>, css: &str) {
        let sheet = UserStyleSheet::new(css, Frames::AllFrames, UserStyleLevel::Author, &[], &[]);
        self.manager.add_style_sheet(&sheet);
        self.sheets.borrow_mut().insert(key, sheet);
    }

    fn remove_sheet(&self, key: &Option<String>) {
        if let Some(sheet) = self.sheets.borrow_mut().remove(key) {
            self.manager.remove_style_sheet(&sheet);
        }
    }

    /// A new document has none of them.
    pub(super) fn forget_css(&self) {
        for (_, sheet) in self.sheets.take() {
            self.manager.remove_style_sheet(&sheet);
        }
    }
}

fn call(web: &WebView, body: &str, isolated: bool, done: impl FnOnce(ipc::Result<String>) + 'static) {
    let (world, never) = (isolated.then_some(WORLD), gio::Cancellable::NONE);
    web.call_async_javascript_function(body, None, world, None, never, move |outcome| {
        let failed = |error: glib::Error| {
            Error::new(Code::OperationFailed, format!("Script failed to execute: {}", error.message()))
        };
        done(outcome.map(|text| text.to_str().into()).map_err(failed));
    });
}
