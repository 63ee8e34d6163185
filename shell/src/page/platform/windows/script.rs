//! Scripts, style sheets and editing commands from the main process.

use std::rc::Rc;

use ipc::{Code, Error};
use serde_json::{Value, json};

use super::{protocol, with};
use crate::{
    answer::Done,
    page::{
        Page, outcome,
        platform::native::{finder, styles},
    },
};

impl Page {
    pub(crate) fn execute(self: &Rc<Self>, code: &str, isolated: bool, answer: impl FnOnce(Done) + 'static) {
        let world = self.exchange.isolated();
        if isolated && world.is_none() {
            return answer(Err(Error::new(
                Code::InvalidState,
                "Script failed to execute: there is no document yet",
            )));
        }
        let world = world.filter(|_| isolated);
        let (weak, expression) = (Rc::downgrade(self), preload::execute_expression(code));
        let read = |result: ipc::Result<Value>| {
            result.and_then(|result| outcome::read(result.as_str().unwrap_or_default()))
        };
        self.evaluate(&preload::execute(code), world, move |result| match (result, weak.upgrade()) {
            (Ok(Value::String(result)), Some(page)) if outcome::is_forbidden(&result) => {
                page.evaluate(&expression, world, move |result| answer(read(result)));
            }
            (result, _) => answer(read(result)),
        });
    }

    /// The body of an async function; without a world it is the page's.
    fn evaluate(&self, body: &str, world: Option<i64>, done: impl FnOnce(ipc::Result<Value>) + 'static) {
        let expression = format!("(async () => {{ {body} }})()");
        let mut parameters = json!({ "expression": expression, "awaitPromise": true, "returnByValue": true });
        if let Some(world) = world {
            parameters["contextId"] = json!(world);
        }
        protocol::call(&self.core(), "Runtime.evaluate", &parameters, move |answer| {
            done(answer.and_then(|mut answer| match answer["exceptionDetails"].take() {
                Value::Null => Ok(answer["result"]["value"].take()),
                thrown => {
                    let why = thrown["exception"]["description"]
                        .as_str()
                        .or(thrown["text"].as_str())
                        .unwrap_or_default();
                    Err(Error::new(Code::OperationFailed, format!("Script failed to execute: {why}")))
                }
            }));
        });
    }

    /// Runs the body of a function in the world that is ours alone.
    pub(in super::super) fn ask_own(&self, body: &str, done: impl FnOnce(Option<Value>) + 'static) {
        match self.exchange.own.get() {
            Some(world) => self.evaluate(body, Some(world), |result| done(result.ok())),
            None => done(None),
        }
    }

    /// For the document that is there now.
    pub(crate) fn insert_css(&self, key: &str, css: &str) {
        self.ask_own(&styles::insert(key, css), |_| {});
    }

    pub(crate) fn remove_inserted_css(&self, key: &str) {
        self.ask_own(&styles::remove(key), |_| {});
    }

    /// By a key that has no meaning but the command.
    pub(crate) fn edit(&self, command: &str) -> ipc::Result<()> {
        let name = match command {
            "copy" => "Copy",
            "cut" => "Cut",
            "paste" => "Paste",
            "pasteAndMatchStyle" => "PasteAndMatchStyle",
            "delete" => "Delete",
            "selectAll" => "SelectAll",
            "undo" => "Undo",
            "redo" => "Redo",
            "unselect" => "Unselect",
            _ => return Err(Error::new(Code::InvalidArgValue, format!("'{command}' is no editing command"))),
        };
        let core = self.core();
        protocol::tell(&core, "Input.dispatchKeyEvent", &json!({ "type": "rawKeyDown", "commands": [name] }));
        protocol::tell(&core, "Input.dispatchKeyEvent", &json!({ "type": "keyUp" }));
        Ok(())
    }

    pub(crate) fn find(self: &Rc<Self>, request: u32, text: &str, forward: bool, _: bool, match_case: bool) {
        self.finder.begin(request, text, forward, match_case);
        let found = format!("find({}, {match_case}, {}, true)", json!(text), !forward);
        let (count, weak) = (finder::count(text, match_case), Rc::downgrade(self));
        let body = format!("const count = () => {{ {count} }};\nreturn {found} ? Math.max(count(), 1) : 0;");
        self.ask_own(&body, move |matches| {
            let matches =
                matches.and_then(|matches| matches.as_u64()).and_then(|matches| u32::try_from(matches).ok());
            with(&weak, |page| page.found(matches.unwrap_or_default()));
        });
    }

    pub(crate) fn stop_find(&self) {
        self.finder.stop();
    }
}
