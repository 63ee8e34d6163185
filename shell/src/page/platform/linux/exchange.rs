#![allow(unsafe_code)]
//! Messages between a page and the shell: script messages with a reply, and requests that the page waits for.

use std::{
    cell::{Cell, RefCell},
    collections::HashMap,
    rc::Rc,
};

use glib::translate::ToGlibPtr;
use gtk::{gio, glib, prelude::*};
use ipc::wire;
use javascriptcore::ValueExt;
use preload::HANDLER;
use webkit2gtk::{URISchemeRequest, URISchemeRequestExt, URISchemeResponse, URISchemeResponseExt};
use webkit2gtk_sys as ffi;

use super::{View, soon};
use crate::{
    app::Shell,
    page::{Page, bridge::Transport},
};

#[derive(Default)]
pub(super) struct Exchange {
    /// The page's question for messages, kept until there is one.
    question: RefCell<Option<Question>>,
    delivering: Cell<bool>,
    /// Requests that the page waits for, by their numbers.
    requests: RefCell<HashMap<u64, URISchemeRequest>>,
}

impl Exchange {
    /// The document that asked is gone.
    pub(super) fn reset(&self) {
        self.question.take();
        for (_, request) in self.requests.take() {
            refuse(&request);
        }
    }

    pub(super) fn close(&self) {
        if let Some(question) = self.question.take() {
            question.answer("");
        }
        self.reset();
    }
}

/// A script message that is still to be replied to.
struct Question {
    reply: *mut ffi::WebKitScriptMessageReply,
    context: javascriptcore::Context,
}

impl Question {
    /// The value is made in the context that the message came with: WebKit corrupts its heap over one of another's.
    fn answer(self, text: &str) {
        let value = javascriptcore::Value::new_string(&self.context, Some(text));
        // SAFETY: `reply` is alive until `drop`, and WebKit takes its own reference of the value.
        unsafe { ffi::webkit_script_message_reply_return_value(self.reply, value.to_glib_none().0) };
    }
}

impl Drop for Question {
    fn drop(&mut self) {
        // SAFETY: the reference that `connect` took.
        unsafe { ffi::webkit_script_message_reply_unref(self.reply) };
    }
}

pub(super) fn connect(page: &Rc<Page>) {
    let weak = Rc::downgrade(page);
    let signal = format!("script-message-with-reply-received::{HANDLER}");
    page.manager.connect_local(&signal, false, move |values| {
        let value: javascriptcore::Value = values.get(1)?.get().ok()?;
        // SAFETY: the signal's third value is a boxed reply, and the reference taken here is given back by `Question`.
        let reply = unsafe {
            let reply = glib::gobject_ffi::g_value_get_boxed(values.get(2)?.to_glib_none().0);
            ffi::webkit_script_message_reply_ref(reply.cast())
        };
        let question = Question { reply, context: value.context()? };
        if let Some(page) = weak.upgrade() {
            hear(&page, &value, question);
        }
        Some(true.to_value())
    });
}

fn hear(page: &Page, value: &javascriptcore::Value, question: Question) {
    let text = if value.is_string() { value.to_str() } else { glib::GString::from("") };
    match text.split_at_checked(1) {
        Some(("P", batch)) => {
            page.receive(batch, &page.loads.url());
            question.answer("");
        }
        Some(("?", "")) => {
            page.exchange.question.replace(Some(question));
            page.view.answer(page);
        }
        _ => question.answer(""),
    }
}

impl Transport for View {
    /// Answers the page's question in the next turn.
    fn deliver(&self, page: &Page) {
        if self.exchange.delivering.replace(true) {
            return;
        }
        let (window, id) = (page.window, page.id);
        soon(move || {
            Shell::with(|shell| {
                if let Ok(window) = shell.windows.get(window)
                    && window.page.id == id
                {
                    window.page.exchange.delivering.set(false);
                    window.page.view.answer(&window.page);
                }
            });
        });
    }

    fn sync_reply(&self, request: u64, text: &str) {
        if let Some(request) = self.exchange.requests.borrow_mut().remove(&request) {
            reply(&request, text);
        }
    }
}

impl View {
    fn answer(&self, page: &Page) {
        let Some(question) = self.exchange.question.take() else { return };
        if page.bridge.is_closed() {
            return question.answer("");
        }
        match page.bridge.next() {
            Some(text) => question.answer(&text),
            None => drop(self.exchange.question.replace(Some(question))),
        }
    }
}

/// A page's request on the scheme for synchronous messages. Any frame of any page can make one, so the token comes
/// first: already reading the body of a request that carries a Blob would crash this process.
pub(super) fn sync_request(request: &URISchemeRequest) {
    let page = Shell::current().and_then(|shell| sender(&shell, request));
    let number = page.as_ref().and_then(|page| {
        let text = body(request)?;
        page.receive_sync(&text, &page.loads.url())
    });
    match (page, number) {
        (Some(page), Some(number)) => {
            drop(page.exchange.requests.borrow_mut().insert(number, request.clone()))
        }
        _ => refuse(request),
    }
}

fn sender(shell: &Shell, request: &URISchemeRequest) -> Option<Rc<Page>> {
    let view = request.web_view()?;
    let kind = request.http_headers()?.one("Content-Type")?;
    let token = kind.strip_prefix("text/plain;token=")?;
    let page =
        shell.windows.all().into_iter().map(|window| window.page.clone()).find(|page| page.web == view)?;
    (page.bridge.token() == token && request.http_method()? == "POST").then_some(page)
}

fn body(request: &URISchemeRequest) -> Option<String> {
    let stream = request.http_body()?;
    let mut all = Vec::new();
    let mut part = vec![0; 64 << 10];
    loop {
        match stream.read(&mut part[..], gio::Cancellable::NONE).ok()? {
            0 => return String::from_utf8(all).ok(),
            read if all.len() + read > wire::MAX_BATCH / 3 * 4 + 4 => return None,
            read => all.extend_from_slice(&part[..read]),
        }
    }
}

fn reply(request: &URISchemeRequest, text: &str) {
    let length = text.len() as i64;
    let stream = gio::MemoryInputStream::from_bytes(&glib::Bytes::from(text.as_bytes()));
    let response = URISchemeResponse::new(&stream, length);
    let headers = soup::MessageHeaders::new(soup::MessageHeadersType::Response);
    headers.append("Access-Control-Allow-Origin", "*");
    headers.append("Cache-Control", "no-store");
    response.set_status(200, None);
    response.set_content_type("text/plain");
    response.set_http_headers(headers);
    request.finish_with_response(&response);
}

fn refuse(request: &URISchemeRequest) {
    request.finish_error(&mut glib::Error::new(gio::IOErrorEnum::PermissionDenied, "refused"));
}
