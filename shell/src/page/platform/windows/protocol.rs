//! The DevTools protocol: calls and events, in JSON.

use std::{cell::Cell, rc::Rc};

use ipc::{Code, Error};
use serde_json::Value;
use webview2_com::{
    CallDevToolsProtocolMethodCompletedHandler, DevToolsProtocolEventReceivedEventHandler,
    Microsoft::Web::WebView2::Win32::{ICoreWebView2, ICoreWebView2DevToolsProtocolEventReceiver},
    take_pwstr,
};
use windows::core::{HSTRING, PWSTR, Result};

use super::with;
use crate::{answer::complain, page::Page};

pub(super) type Receiver = ICoreWebView2DevToolsProtocolEventReceiver;

/// Calls; `done` hears once what came of it.
pub(super) fn call(
    core: &ICoreWebView2,
    method: &str,
    parameters: &Value,
    done: impl FnOnce(ipc::Result<Value>) + 'static,
) {
    let failed = |why: &dyn std::fmt::Display| {
        Error::new(Code::OperationFailed, format!("The page does not answer: {why}"))
    };
    let done = Rc::new(Cell::new(Some(done)));
    let waiting = done.clone();
    let handler =
        CallDevToolsProtocolMethodCompletedHandler::create(Box::new(move |error, answer: String| {
            if let Some(done) = waiting.take() {
                done(match error {
                    Ok(()) => serde_json::from_str(&answer).map_err(|error| failed(&error)),
                    Err(error) => Err(failed(&error)),
                });
            }
            Ok(())
        }));
    let (name, parameters) = (HSTRING::from(method), HSTRING::from(parameters.to_string()));
    // SAFETY: on the view's own thread.
    if let (Err(error), Some(done)) =
        (unsafe { core.CallDevToolsProtocolMethod(&name, &parameters, &handler) }, done.take())
    {
        done(Err(failed(&error)));
    }
}

/// Calls where nothing hangs on what comes of it.
pub(super) fn tell(core: &ICoreWebView2, method: &'static str, parameters: &Value) {
    call(core, method, parameters, move |answer| {
        if let Err(error) = answer {
            complain(&format!("{method}: {}", error.message));
        }
    });
}

/// Calls about something that may be over by now.
pub(super) fn try_tell(core: &ICoreWebView2, method: &str, parameters: &Value) {
    call(core, method, parameters, |_| {});
}

/// Has `act` hear an event, as long as the page is there.
pub(super) fn hear(page: &Rc<Page>, event: &str, act: impl Fn(&Rc<Page>, &Value) + 'static) -> Result<()> {
    let weak = Rc::downgrade(page);
    let handler = DevToolsProtocolEventReceivedEventHandler::create(Box::new(move |_, arguments| {
        let Some(arguments) = arguments else { return Ok(()) };
        let mut text = PWSTR::null();
        // SAFETY: on the view's own thread; the text is ours from here on.
        let text = unsafe {
            arguments.ParameterObjectAsJson(&raw mut text)?;
            take_pwstr(text)
        };
        let parsed = serde_json::from_str(&text).unwrap_or_default();
        with(&weak, |page| act(page, &parsed));
        Ok(())
    }));
    // SAFETY: on the view's own thread.
    let receiver = unsafe {
        let receiver = page.core().GetDevToolsProtocolEventReceiver(&HSTRING::from(event))?;
        receiver.add_DevToolsProtocolEventReceived(&handler, &mut 0)?;
        receiver
    };
    page.receivers.borrow_mut().push(receiver);
    Ok(())
}
