//! Pages as pictures and on paper.

use std::{cell::Cell, ffi::c_void, path::PathBuf};

use block2::RcBlock;
use ipc::{Code, Error};
use main_process::host::{Answer, page::Paper, window::Bounds};
use objc2::{
    AnyThread, DefinedClass, MainThreadMarker, MainThreadOnly, define_class, msg_send,
    rc::Retained,
    runtime::{AnyObject, Bool, NSObject, NSObjectProtocol},
    sel,
};
use objc2_app_kit::{
    NSBitmapImageFileType, NSBitmapImageRep, NSImage, NSPaperOrientation, NSPrintInfo, NSPrintJobSavingURL,
    NSPrintOperation, NSPrintSaveJob,
};
use objc2_foundation::{NSDictionary, NSError, NSPoint, NSRect, NSSize, NSString, NSURL};
use objc2_web_kit::WKSnapshotConfiguration;

use crate::{
    answer::{DONE, Done},
    app::main_thread,
    page::{Page, bridge::random},
};

/// Points in an inch.
const INCH: f64 = 72.0;

type Then = Box<dyn FnOnce(bool)>;

define_class!(
    // SAFETY: `NSObject` asks nothing of its subclasses.
    #[unsafe(super(NSObject))]
    #[thread_kind = MainThreadOnly]
    #[ivars = Cell<Option<Then>>]
    #[name = "KaonPrinted"]
    struct Printed;

    // SAFETY: it asks nothing of a class.
    unsafe impl NSObjectProtocol for Printed {}

    impl Printed {
        #[unsafe(method(printOperationDidRun:success:contextInfo:))]
        fn ran(&self, _: &NSPrintOperation, success: Bool, kept: *mut c_void) {
            if let Some(then) = self.ivars().take() {
                then(success.as_bool());
            }
            // SAFETY: the reference that `run` left here, given back but once.
            drop(unsafe { Retained::from_raw(kept.cast::<Self>()) });
        }
    }
);

impl Printed {
    fn new(main: MainThreadMarker, then: Then) -> Retained<Self> {
        let this = Self::alloc(main).set_ivars(Cell::new(Some(then)));
        // SAFETY: an object's plain initializer.
        unsafe { msg_send![super(this), init] }
    }
}

impl Page {
    pub(crate) fn capture(&self, area: Option<Bounds>, answer: impl FnOnce(Done) + 'static) {
        let answer = Cell::new(Some(answer));
        let taken = RcBlock::new(move |picture: *mut NSImage, error: *mut NSError| {
            // SAFETY: WebKit passes one of them, alive during this call.
            let (picture, error) = unsafe { (picture.as_ref(), error.as_ref()) };
            if let Some(answer) = answer.take() {
                answer(png(picture, error));
            }
        });
        // SAFETY: on the view's own thread.
        unsafe {
            let configuration = WKSnapshotConfiguration::new(main_thread());
            if let Some(Bounds { x, y, width, height }) = area {
                let (origin, size) =
                    (NSPoint::new(x.into(), y.into()), NSSize::new(width.into(), height.into()));
                configuration.setRect(NSRect::new(origin, size));
            }
            self.wk().takeSnapshotWithConfiguration_completionHandler(Some(&configuration), &taken);
        }
    }

    pub(crate) fn print(&self, silent: bool, answer: impl FnOnce(Done) + 'static) {
        let failed = || Error::new(Code::OperationFailed, "webContents.print: the page was not printed");
        if silent {
            let then = move |success| answer(if success { DONE } else { Err(failed()) });
            return self.run(&NSPrintInfo::sharedPrintInfo(), false, Box::new(then));
        }
        answer(DONE);
        self.run(&NSPrintInfo::sharedPrintInfo(), true, Box::new(|_| {}));
    }

    pub(crate) fn print_to_pdf(&self, paper: &Paper, answer: impl FnOnce(Done) + 'static) {
        let file = match temporary_file() {
            Ok(file) => file,
            Err(error) => return answer(Err(error)),
        };
        let info = NSPrintInfo::init(NSPrintInfo::alloc());
        set_up(&info, paper);
        // SAFETY: the key takes a URL; the preference is a boolean.
        unsafe {
            info.setJobDisposition(NSPrintSaveJob);
            let url = NSURL::fileURLWithPath(&NSString::from_str(&file.to_string_lossy()));
            let saving: &objc2::runtime::ProtocolObject<dyn objc2_foundation::NSCopying> =
                objc2::runtime::ProtocolObject::from_ref(NSPrintJobSavingURL);
            info.dictionary().setObject_forKey(&url, saving);
            let preferences = self.wk().configuration().preferences();
            if preferences.respondsToSelector(sel!(setShouldPrintBackgrounds:)) {
                preferences.setShouldPrintBackgrounds(paper.print_background);
            }
        }
        let then = move |success| {
            let read = || std::fs::read(&file).map_err(|error| Error::io(&error, "open"));
            let failed =
                || Err(Error::new(Code::OperationFailed, "webContents.printToPDF: the page was not printed"));
            let bytes = if success { read() } else { failed() };
            // It lies among other temporary files if it cannot be removed.
            let _ = std::fs::remove_file(&file);
            answer(bytes.map(Answer::Bytes));
        };
        self.run(&info, false, Box::new(then));
    }

    fn run(&self, info: &NSPrintInfo, panel: bool, then: Then) {
        let view = self.wk();
        let Some(window) = view.window() else { return then(false) };
        let printed = Printed::new(main_thread(), then);
        // SAFETY: on the view's own thread; the delegate has the method, and is kept by the reference that goes along.
        unsafe {
            let operation = view.printOperationWithPrintInfo(info);
            operation.setShowsPrintPanel(panel);
            operation.setShowsProgressPanel(panel);
            // WebKit draws nothing in a view without a size.
            if let Some(paper) = operation.view() {
                paper.setFrame(view.bounds());
            }
            operation.runOperationModalForWindow_delegate_didRunSelector_contextInfo(
                &window,
                Some(&printed),
                Some(sel!(printOperationDidRun:success:contextInfo:)),
                Retained::into_raw(printed.clone()).cast(),
            );
        }
    }
}

fn set_up(info: &NSPrintInfo, paper: &Paper) {
    let [top, right, bottom, left] = paper.margins.map(|margin| margin * INCH);
    info.setPaperSize(NSSize::new(paper.width * INCH, paper.height * INCH));
    info.setOrientation(if paper.landscape {
        NSPaperOrientation::Landscape
    } else {
        NSPaperOrientation::Portrait
    });
    info.setScalingFactor(paper.scale);
    info.setTopMargin(top);
    info.setRightMargin(right);
    info.setBottomMargin(bottom);
    info.setLeftMargin(left);
}

fn temporary_file() -> ipc::Result<PathBuf> {
    Ok(std::env::temp_dir().join(format!("kaon-print-{}.pdf", random()?)))
}

fn png(picture: Option<&NSImage>, error: Option<&NSError>) -> Done {
    let failed = |why: &str| Error::new(Code::OperationFailed, format!("webContents.capturePage: {why}"));
    if let Some(error) = error {
        return Err(failed(&error.localizedDescription().to_string()));
    }
    let pixels = picture.and_then(|picture| picture.TIFFRepresentation());
    let pixels = pixels.and_then(|data| NSBitmapImageRep::imageRepWithData(&data));
    let png = pixels.and_then(|pixels| {
        let none = NSDictionary::<NSString, AnyObject>::new();
        // SAFETY: a PNG file needs no properties.
        unsafe { pixels.representationUsingType_properties(NSBitmapImageFileType::PNG, &none) }
    });
    png.map(|png| Answer::Bytes(png.to_vec())).ok_or_else(|| failed("the page has no size"))
}
