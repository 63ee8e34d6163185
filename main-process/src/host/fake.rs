//! A shell in memory: it records what it was asked, and tests report events in its name.

use std::sync::Mutex;

use serde_json::{Value, json};
use tokio::sync::mpsc;

use super::{Answer, Command, Event, Events, Host, Reply, app, dialog, page, window};

/// Opens windows that nobody sees. Every window is where it was asked to be; a dialog gets the answer that a test put
/// ready, or is cancelled.
pub struct Fake {
    commands: Mutex<Vec<Command>>,
    answers: Mutex<Vec<Value>>,
    events: mpsc::UnboundedSender<Event>,
}

impl Fake {
    pub fn new() -> (Self, Events) {
        let (events, receiver) = mpsc::unbounded_channel();
        (Self { commands: Mutex::default(), answers: Mutex::default(), events }, receiver)
    }

    /// What it was asked since the last call, in order, as plain data; messages to pages with their values as JSON.
    pub fn take_commands(&self) -> Vec<Value> {
        let commands =
            self.commands.lock().map(|mut commands| std::mem::take(&mut *commands)).unwrap_or_default();
        commands.iter().map(recorded).collect()
    }

    /// Puts an answer ready for the next command that is asked and not one of those answered by themselves.
    pub fn answer_with(&self, answer: Value) {
        if let Ok(mut answers) = self.answers.lock() {
            answers.push(answer);
        }
    }

    pub fn report(&self, event: Event) {
        // The main process may be gone already: then there is nobody left to tell.
        let _ = self.events.send(event);
    }

    fn answer(&self, command: &Command) -> Answer {
        match command {
            Command::App(app::Command::Start { .. }) => self.report(Event::App(app::Event::Ready)),
            Command::Window(window::Command::Create { options, .. }) => {
                let (x, y) = (options.x.unwrap_or(0), options.y.unwrap_or(0));
                return Answer::Json(
                    json!({ "x": x, "y": y, "width": options.width, "height": options.height }),
                );
            }
            Command::Window(window::Command::Destroy { id }) => {
                self.report(Event::Window(window::Event::Closed { id: *id }));
            }
            _ => {}
        }
        Answer::NOTHING
    }

    fn asked(&self, command: &Command) -> Answer {
        let ready =
            self.answers.lock().ok().and_then(|mut answers| (!answers.is_empty()).then(|| answers.remove(0)));
        match (self.answer(command), command, ready) {
            (Answer::Json(Value::Null), Command::App(_), _) => Answer::NOTHING,
            (Answer::Json(Value::Null), _, Some(ready)) => Answer::Json(ready),
            (Answer::Json(Value::Null), Command::Dialog(dialog::Command::ShowMessage(options)), None) => {
                Answer::Json(
                    json!({ "response": options.cancel_id, "checkboxChecked": options.checkbox_checked }),
                )
            }
            (Answer::Json(Value::Null), Command::Dialog(_), None) => {
                Answer::Json(json!({ "canceled": true, "filePaths": [] }))
            }
            (answer, ..) => answer,
        }
    }
}

impl Host for Fake {
    fn handle(&self, command: Command, reply: Option<Reply>) {
        let answer = if reply.is_some() { self.asked(&command) } else { self.answer(&command) };
        if let Ok(mut commands) = self.commands.lock() {
            commands.push(command);
        }
        if let Some(reply) = reply {
            reply(Ok(answer));
        }
    }
}

fn recorded(command: &Command) -> Value {
    match command {
        Command::Page(page::Command::Post { id, message }) => {
            json!({ "page": { "post": { "id": id, "message": shown(message) } } })
        }
        Command::Page(page::Command::SyncReply { id, request, message }) => {
            json!({ "page": { "syncReply": { "id": id, "request": request, "message": shown(message) } } })
        }
        command => serde_json::to_value(command).unwrap_or_default(),
    }
}

fn shown(message: &ipc::ToPage) -> Value {
    let json = |bytes: &[u8]| ipc::clone::to_json(bytes).unwrap_or_default();
    match message {
        ipc::ToPage::Event { channel, args } => {
            json!({ "event": { "channel": channel, "args": json(args) } })
        }
        ipc::ToPage::Reply { id, value } => json!({ "reply": { "id": id, "value": json(value) } }),
        ipc::ToPage::Failure { id, error } => json!({ "failure": { "id": id, "error": error } }),
    }
}
