//! Requests that a page waits for: a scheme of our own, answered when the main process answers.

use std::{borrow::Cow, cell::RefCell, collections::HashMap};

use main_process::host::page::PageId;
use preload::SYNC_SCHEME;
use wry::{
    RequestAsyncResponder, WebViewBuilder,
    http::{
        Method, Request, Response, StatusCode,
        header::{ACCESS_CONTROL_ALLOW_ORIGIN, CACHE_CONTROL, CONTENT_TYPE},
    },
};

use crate::{answer::complain, app::Shell, page::Page};

/// By their numbers.
#[derive(Default)]
pub(in super::super) struct Requests(RefCell<HashMap<u64, RequestAsyncResponder>>);

impl Requests {
    pub(in super::super) fn answer(&self, request: u64, text: &str) {
        let responder = self.0.borrow_mut().remove(&request);
        if let Some(responder) = responder {
            respond(responder, StatusCode::OK, text);
        }
    }

    /// The document that asked is gone.
    pub(in super::super) fn reset(&self) {
        let all = self.0.take();
        all.into_values().for_each(refuse);
    }
}

pub(in super::super) fn accept(builder: WebViewBuilder<'_>, page: PageId) -> WebViewBuilder<'_> {
    builder.with_asynchronous_custom_protocol(SYNC_SCHEME.into(), move |_, request, responder| {
        let page = Shell::current().and_then(|shell| shell.windows.page(page).ok());
        match page {
            Some(page) => page.sync_request(&request, responder),
            None => refuse(responder),
        }
    })
}

impl Page {
    /// Any frame of any page can make a request on the scheme: the token shows whose it is.
    fn sync_request(&self, request: &Request<Vec<u8>>, responder: RequestAsyncResponder) {
        let kind =
            request.headers().get(CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or_default();
        let admitted = request.method() == Method::POST && preload::admits(self.bridge.token(), kind);
        let text = admitted.then(|| std::str::from_utf8(request.body()).ok()).flatten();
        match text.and_then(|text| self.receive_sync(text, &self.loads.url())) {
            Some(number) => drop(self.requests.0.borrow_mut().insert(number, responder)),
            None => refuse(responder),
        }
    }
}

fn refuse(responder: RequestAsyncResponder) {
    respond(responder, StatusCode::FORBIDDEN, "");
}

fn respond(responder: RequestAsyncResponder, status: StatusCode, text: &str) {
    let response = Response::builder()
        .status(status)
        .header(ACCESS_CONTROL_ALLOW_ORIGIN, "*")
        .header(CACHE_CONTROL, "no-store")
        .header(CONTENT_TYPE, "text/plain")
        .body(Cow::<[u8]>::Owned(text.into()));
    match response {
        Ok(response) => responder.respond(response),
        Err(error) => complain(&format!("an answer could not be written: {error}")),
    }
}
