//! A shell in memory: it records what it was asked and answers as a test tells it to.

use std::sync::Mutex;

use tokio::sync::mpsc;

use super::{Answer, Command, Event, Events, Host, Reply, app, window};

/// Opens windows that nobody sees. Every window is where it was asked to be, every dialog is cancelled.
pub struct Fake {
    commands: Mutex<Vec<Command>>,
    events: mpsc::UnboundedSender<Event>,
}

impl Fake {
    pub fn new() -> (Self, Events) {
        let (events, receiver) = mpsc::unbounded_channel();
        (Self { commands: Mutex::default(), events }, receiver)
    }

    /// What it was asked so far, in order.
    pub fn commands(&self) -> Vec<Command> {
        self.commands.lock().map(|commands| commands.clone()).unwrap_or_default()
    }

    fn tell(&self, event: Event) {
        // The main process may be gone already: then there is nobody left to tell.
        let _ = self.events.send(event);
    }

    fn answer(&self, command: &Command) -> Answer {
        match command {
            Command::App(app::Command::Start { .. }) => self.tell(Event::App(app::Event::Ready)),
            Command::Window(window::Command::Create { options, .. }) => {
                return Answer::Json(serde_json::json!({
                    "x": options.x.unwrap_or(0), "y": options.y.unwrap_or(0),
                    "width": options.width, "height": options.height,
                }));
            }
            Command::Window(window::Command::Destroy { id }) => {
                self.tell(Event::Window(window::Event::Closed { id: *id }));
            }
            Command::Dialog(super::dialog::Command::ShowMessage(options)) => {
                return Answer::Json(
                    serde_json::json!({ "response": options.cancel_id, "checkboxChecked": options.checkbox_checked }),
                );
            }
            Command::Dialog(_) => {
                return Answer::Json(serde_json::json!({ "canceled": true, "filePaths": [] }));
            }
            _ => {}
        }
        Answer::NOTHING
    }
}

impl Host for Fake {
    fn handle(&self, command: Command, reply: Option<Reply>) {
        let answer = self.answer(&command);
        if let Ok(mut commands) = self.commands.lock() {
            commands.push(command);
        }
        if let Some(reply) = reply {
            reply(Ok(answer));
        }
    }
}
