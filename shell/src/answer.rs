//! The answers that the main process waits for.

use std::io::Write;

use ipc::{Code, Error};
use main_process::host::{Answer, Reply};
use serde_json::Value;

/// A command's answer, owed. Whoever drops it without a word has it answered with an error, so that nothing in the
/// main script waits for ever.
pub(crate) struct Ask(Option<Reply>);

impl Ask {
    pub(crate) fn new(reply: Option<Reply>) -> Self {
        Self(reply)
    }

    pub(crate) fn settle(mut self, result: ipc::Result<Answer>) {
        match (self.0.take(), result) {
            (Some(reply), result) => reply(result),
            (None, Err(error)) => complain(&error.message),
            (None, Ok(_)) => {}
        }
    }

    pub(crate) fn nothing(self) {
        self.settle(Ok(Answer::NOTHING));
    }

    pub(crate) fn json(self, value: Value) {
        self.settle(Ok(Answer::Json(value)));
    }

    pub(crate) fn fail(self, code: Code, message: impl Into<String>) {
        self.settle(Err(Error::new(code, message)));
    }
}

impl Drop for Ask {
    fn drop(&mut self) {
        if let Some(reply) = self.0.take() {
            reply(Err(Error::new(Code::WindowClosed, "The window was closed before it answered")));
        }
    }
}

/// What a command that is done at once answers with.
pub(crate) type Done = ipc::Result<Answer>;

/// Plain success.
pub(crate) const DONE: Done = Ok(Answer::NOTHING);

/// What a command came to on this system: nothing where every system can carry it out, a result where not all can.
pub(crate) trait Carried {
    fn carried(self) -> ipc::Result<()>;
}

impl Carried for () {
    fn carried(self) -> ipc::Result<()> {
        Ok(())
    }
}

impl Carried for ipc::Result<()> {
    fn carried(self) -> ipc::Result<()> {
        self
    }
}

pub(crate) fn json(value: impl serde::Serialize) -> Done {
    serde_json::to_value(value)
        .map(Answer::Json)
        .map_err(|error| Error::new(Code::Internal, format!("An answer could not be written: {error}")))
}

/// Tells whoever looks at stderr; with a closed one there is nobody to tell.
pub(crate) fn complain(message: &str) {
    let _ = writeln!(std::io::stderr(), "kaon: {message}");
}
