//! Scripts, style sheets and editing commands from the main process.

use std::{cell::Cell, rc::Rc};

use block2::RcBlock;
use ipc::{Code, Error};
use objc2::{
    rc::Retained,
    runtime::{AnyObject, Sel},
    sel,
};
use objc2_app_kit::NSApplication;
use objc2_foundation::{NSError, NSString};
use objc2_web_kit::{WKContentWorld, WKFindConfiguration, WKFindResult};
use preload::WORLD;
use serde_json::Value;

use super::with;
use crate::{
    answer::Done,
    app::main_thread,
    page::{
        Page, outcome,
        platform::native::{finder, life, styles},
    },
};

impl Page {
    pub(crate) fn execute(self: &Rc<Self>, code: &str, isolated: bool, answer: impl FnOnce(Done) + 'static) {
        let (page, expression) = (Rc::downgrade(self), preload::execute_expression(code));
        let world = isolated.then_some(WORLD);
        let read = |result: ipc::Result<String>| result.and_then(|result| outcome::read(&result));
        self.call(&preload::execute(code), world, move |result| match (result, page.upgrade()) {
            (Ok(result), Some(page)) if outcome::is_forbidden(&result) => {
                page.call(&expression, world, move |result| answer(read(result)));
            }
            (result, _) => answer(read(result)),
        });
    }

    /// The body of an async function that returns a text; without a world it is the page's.
    fn call(&self, body: &str, world: Option<&str>, done: impl FnOnce(ipc::Result<String>) + 'static) {
        let done = Cell::new(Some(done));
        let answered = RcBlock::new(move |result: *mut AnyObject, error: *mut NSError| {
            // SAFETY: WebKit passes one of them, alive during this call.
            let (result, error) = unsafe { (Retained::retain(result), error.as_ref()) };
            if let Some(done) = done.take() {
                done(text(result, error));
            }
        });
        let main = main_thread();
        // SAFETY: on the view's own thread.
        unsafe {
            let world = match world {
                Some(name) => WKContentWorld::worldWithName(&NSString::from_str(name), main),
                None => WKContentWorld::pageWorld(main),
            };
            self.wk().callAsyncJavaScript_arguments_inFrame_inContentWorld_completionHandler(
                &NSString::from_str(body),
                None,
                None,
                &world,
                Some(&answered),
            );
        }
    }

    /// Runs the body of a function in the world that is ours alone.
    pub(in super::super) fn ask_own(&self, body: &str, done: impl FnOnce(Option<Value>) + 'static) {
        let body = format!("return JSON.stringify(await (async () => {{ {body} }})() ?? null);");
        self.call(&body, Some(life::WORLD), |result| {
            done(result.ok().and_then(|result| serde_json::from_str(&result).ok()));
        });
    }

    /// For the document that is there now.
    pub(crate) fn insert_css(&self, key: &str, css: &str) {
        self.ask_own(&styles::insert(key, css), |_| {});
    }

    pub(crate) fn remove_inserted_css(&self, key: &str) {
        self.ask_own(&styles::remove(key), |_| {});
    }

    pub(crate) fn edit(&self, command: &str) -> ipc::Result<()> {
        let action: Sel = match command {
            "copy" => sel!(copy:),
            "cut" => sel!(cut:),
            "paste" => sel!(paste:),
            "pasteAndMatchStyle" => sel!(pasteAsPlainText:),
            "delete" => sel!(delete:),
            "selectAll" => sel!(selectAll:),
            "undo" => sel!(undo:),
            "redo" => sel!(redo:),
            "unselect" => {
                self.ask_own("getSelection()?.empty();", |_| {});
                return Ok(());
            }
            _ => return Err(Error::new(Code::InvalidArgValue, format!("'{command}' is no editing command"))),
        };
        let application = NSApplication::sharedApplication(main_thread());
        // SAFETY: actions of AppKit's, to the view that has them.
        unsafe { application.sendAction_to_from(action, Some(&self.wk()), None) };
        Ok(())
    }

    pub(crate) fn find(self: &Rc<Self>, request: u32, text: &str, forward: bool, _: bool, match_case: bool) {
        self.finder.begin(request, text, forward, match_case);
        let (page, count) = (Rc::downgrade(self), finder::count(text, match_case));
        let found = RcBlock::new(move |result: std::ptr::NonNull<WKFindResult>| {
            let Some(page) = page.upgrade() else { return };
            // SAFETY: WebKit passes a result, alive during this call.
            if !unsafe { result.as_ref().matchFound() } {
                return page.found(0);
            }
            let weak = Rc::downgrade(&page);
            page.ask_own(&count, move |count| {
                let count =
                    count.and_then(|count| count.as_u64()).and_then(|count| u32::try_from(count).ok());
                with(&weak, |page| page.found(count.unwrap_or_default().max(1)));
            });
        });
        // SAFETY: on the view's own thread.
        unsafe {
            let configuration = WKFindConfiguration::new(main_thread());
            configuration.setBackwards(!forward);
            configuration.setCaseSensitive(match_case);
            configuration.setWraps(true);
            let text = NSString::from_str(text);
            self.wk().findString_withConfiguration_completionHandler(&text, Some(&configuration), &found);
        }
    }

    pub(crate) fn stop_find(&self) {
        self.finder.stop();
    }
}

fn text(result: Option<Retained<AnyObject>>, error: Option<&NSError>) -> ipc::Result<String> {
    let failed = |why: &str| Error::new(Code::OperationFailed, format!("Script failed to execute: {why}"));
    if let Some(error) = error {
        return Err(failed(&error.localizedDescription().to_string()));
    }
    let text = result.and_then(|result| result.downcast::<NSString>().ok());
    text.map(|text| text.to_string()).ok_or_else(|| failed("it came to no text"))
}
