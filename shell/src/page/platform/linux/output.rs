//! Pages as pictures and on paper.

use std::{cell::RefCell, path::PathBuf, rc::Rc};

use gtk::{cairo, gdk, gio, glib, prelude::*};
use ipc::{Code, Error};
use main_process::host::{Answer, page::Paper, window::Bounds};
use webkit2gtk::{
    PrintOperation, PrintOperationExt, SettingsExt, SnapshotOptions, SnapshotRegion, WebViewExt,
};

use super::View;
use crate::answer::{DONE, Done};

impl View {
    pub(crate) fn capture(&self, area: Option<Bounds>, answer: impl FnOnce(Done) + 'static) {
        let (region, options) = (SnapshotRegion::Visible, SnapshotOptions::TRANSPARENT_BACKGROUND);
        self.web.snapshot(region, options, gio::Cancellable::NONE, move |picture| {
            answer(
                picture.map_err(|error| failed("capturePage", &error)).and_then(|picture| png(picture, area)),
            );
        });
    }

    pub(crate) fn print(&self, silent: bool, answer: impl FnOnce(Done) + 'static) {
        let operation = PrintOperation::new(&self.web);
        if silent {
            follow(operation, answer, || DONE).print();
            return;
        }
        let parent = self.web.toplevel().and_then(|top| top.downcast::<gtk::Window>().ok());
        operation.run_dialog(parent.as_ref());
        answer(DONE);
    }

    pub(crate) fn print_to_pdf(&self, paper: &Paper, answer: impl FnOnce(Done) + 'static) {
        let file = match temporary_file() {
            Ok(file) => file,
            Err(error) => return answer(Err(error)),
        };
        if let Some(settings) = WebViewExt::settings(&self.web) {
            settings.set_print_backgrounds(paper.print_background);
        }
        let settings = gtk::PrintSettings::new();
        settings.set_printer("Print to File");
        settings.set("output-uri", Some(&gio::File::for_path(&file).uri()));
        settings.set("output-file-format", Some("pdf"));
        settings.set_scale(paper.scale * 100.0);
        let operation = PrintOperation::new(&self.web);
        operation.set_print_settings(&settings);
        operation.set_page_setup(&setup(paper));
        let read = move || {
            let bytes = std::fs::read(&file).map_err(|error| Error::io(&error, "open"))?;
            // It lies among other temporary files if it cannot be removed.
            let _ = std::fs::remove_file(&file);
            Ok(Answer::Bytes(bytes))
        };
        follow(operation, answer, read).print();
    }
}

fn setup(paper: &Paper) -> gtk::PageSetup {
    let inch = gtk::Unit::Inch;
    let setup = gtk::PageSetup::new();
    setup.set_paper_size(&gtk::PaperSize::new_custom("kaon", "Kaon", paper.width, paper.height, inch));
    let way = if paper.landscape { gtk::PageOrientation::Landscape } else { gtk::PageOrientation::Portrait };
    setup.set_orientation(way);
    let [top, right, bottom, left] = paper.margins;
    setup.set_top_margin(top, inch);
    setup.set_right_margin(right, inch);
    setup.set_bottom_margin(bottom, inch);
    setup.set_left_margin(left, inch);
    setup
}

/// Answers when the operation is through; it is held until then.
fn follow(
    operation: PrintOperation,
    answer: impl FnOnce(Done) + 'static,
    then: impl FnOnce() -> Done + 'static,
) -> PrintOperation {
    let waiting = Rc::new(RefCell::new(Some((operation.clone(), answer, then))));
    let failed_one = waiting.clone();
    operation.connect_failed(move |_, error| {
        if let Some((_kept, answer, _)) = failed_one.take() {
            answer(Err(failed("print", error)));
        }
    });
    operation.connect_finished(move |_| {
        if let Some((_kept, answer, then)) = waiting.take() {
            answer(then());
        }
    });
    operation
}

fn temporary_file() -> ipc::Result<PathBuf> {
    Ok(std::env::temp_dir().join(format!("kaon-print-{}.pdf", crate::page::bridge::random()?)))
}

/// The part of the picture that is asked for, as far as there is any of it.
fn png(picture: cairo::Surface, area: Option<Bounds>) -> Done {
    let picture = cairo::ImageSurface::try_from(picture)
        .map_err(|_| Error::new(Code::OperationFailed, "capturePage: the picture is of an unknown kind"))?;
    let whole = gdk::Rectangle::new(0, 0, picture.width(), picture.height());
    let part = |area: Bounds| {
        gdk::Rectangle::new(area.x, area.y, area.width as i32, area.height as i32).intersect(&whole)
    };
    let area = area.map_or(Some(whole), part);
    let pixels = area.and_then(|area| {
        gdk::pixbuf_get_from_surface(&picture, area.x(), area.y(), area.width(), area.height())
    });
    let pixels =
        pixels.ok_or_else(|| Error::new(Code::OperationFailed, "capturePage: the page has no size"))?;
    let bytes = pixels.save_to_bufferv("png", &[]).map_err(|error| failed("capturePage", &error))?;
    Ok(Answer::Bytes(bytes))
}

fn failed(what: &str, error: &glib::Error) -> Error {
    Error::new(Code::OperationFailed, format!("webContents.{what}: {}", error.message()))
}
