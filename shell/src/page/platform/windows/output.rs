//! Pages as pictures and on paper.

use std::{cell::Cell, rc::Rc};

use base64::{Engine as _, engine::general_purpose::STANDARD};
use ipc::{Code, Error};
use main_process::host::{Answer, page::Paper, window::Bounds};
use serde_json::{Value, json};
use webview2_com::{
    Microsoft::Web::WebView2::Win32::{COREWEBVIEW2_PRINT_DIALOG_KIND_BROWSER, ICoreWebView2_16},
    PrintCompletedHandler,
};
use windows::core::Interface;

use super::{protocol, with};
use crate::{answer::Done, page::Page};

impl Page {
    pub(crate) fn capture(self: &Rc<Self>, area: Option<Bounds>, answer: impl FnOnce(Done) + 'static) {
        let Some(area) = area else { return self.shoot(Value::Null, answer) };
        let weak = Rc::downgrade(self);
        // The protocol counts from the document's corner, not from the view's.
        protocol::call(&self.core(), "Page.getLayoutMetrics", &json!({}), move |metrics| {
            let metrics = metrics.unwrap_or_default();
            let scrolled = |name: &str| metrics["cssVisualViewport"][name].as_f64().unwrap_or_default();
            let (x, y) = (f64::from(area.x) + scrolled("pageX"), f64::from(area.y) + scrolled("pageY"));
            let clip = json!({ "x": x, "y": y, "width": area.width, "height": area.height, "scale": 1 });
            with(&weak, |page| page.shoot(clip, answer));
        });
    }

    fn shoot(&self, clip: Value, answer: impl FnOnce(Done) + 'static) {
        let mut parameters = json!({ "format": "png" });
        if !clip.is_null() {
            parameters["clip"] = clip;
        }
        protocol::call(&self.core(), "Page.captureScreenshot", &parameters, |picture| {
            answer(bytes("capturePage", picture))
        });
    }

    pub(crate) fn print(&self, silent: bool, answer: impl FnOnce(Done) + 'static) {
        let Ok(core) = self.core().cast::<ICoreWebView2_16>() else {
            return answer(Err(Error::new(
                Code::NotSupported,
                "webContents.print: the WebView2 runtime is too old",
            )));
        };
        let failed = |error: windows::core::Error| {
            Error::new(Code::OperationFailed, format!("webContents.print: {error}"))
        };
        if !silent {
            // SAFETY: on the view's own thread.
            let shown = unsafe { core.ShowPrintUI(COREWEBVIEW2_PRINT_DIALOG_KIND_BROWSER) };
            return answer(shown.map(|()| Answer::NOTHING).map_err(failed));
        }
        let answer = Rc::new(Cell::new(Some(answer)));
        let tell = move |outcome: windows::core::Result<()>| {
            if let Some(answer) = answer.take() {
                answer(outcome.map(|()| Answer::NOTHING).map_err(failed));
            }
        };
        let done = tell.clone();
        let printed = PrintCompletedHandler::create(Box::new(move |outcome, _| {
            done(outcome);
            Ok(())
        }));
        // SAFETY: on the view's own thread.
        if let Err(error) = unsafe { core.Print(None, &printed) } {
            tell(Err(error));
        }
    }

    pub(crate) fn print_to_pdf(&self, paper: &Paper, answer: impl FnOnce(Done) + 'static) {
        let [top, right, bottom, left] = paper.margins;
        let parameters = json!({
            "landscape": paper.landscape,
            "printBackground": paper.print_background,
            "scale": paper.scale,
            "paperWidth": paper.width,
            "paperHeight": paper.height,
            "marginTop": top,
            "marginRight": right,
            "marginBottom": bottom,
            "marginLeft": left,
        });
        protocol::call(&self.core(), "Page.printToPDF", &parameters, |file| {
            answer(bytes("printToPDF", file))
        });
    }
}

fn bytes(what: &str, answer: ipc::Result<Value>) -> Done {
    let failed = |why: &str| Error::new(Code::OperationFailed, format!("webContents.{what}: {why}"));
    let answer = answer.map_err(|error| failed(&error.message))?;
    let data = answer["data"].as_str().and_then(|data| STANDARD.decode(data).ok());
    data.map(Answer::Bytes).ok_or_else(|| failed("the page has no size"))
}
