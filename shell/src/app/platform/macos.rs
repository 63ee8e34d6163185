#![allow(unsafe_code)]

use std::{cell::RefCell, rc::Rc};

use block2::RcBlock;
use main_process::host::{Event, app};
use objc2::{
    MainThreadMarker, ffi,
    runtime::{AnyObject, Imp, Sel},
    sel,
};
use objc2_app_kit::{NSApplication, NSDocumentController};
use objc2_foundation::{NSArray, NSRunLoop, NSRunLoopCommonModes, NSString, NSURL};
use tao::event_loop::EventLoopBuilder;

use super::{super::Shell, native::Wake};
use crate::answer::{DONE, Done};

pub(super) fn prepare_loop(_: &mut EventLoopBuilder<Wake>) {}

/// The thread of the window system, where the shell is.
pub(crate) fn main_thread() -> MainThreadMarker {
    MainThreadMarker::new().expect("the shell runs on the process's first thread")
}

fn application() -> objc2::rc::Retained<NSApplication> {
    NSApplication::sharedApplication(main_thread())
}

/// The system asks the program to end (Cmd+Q, the dock, a logout): the main process decides. tao's delegate has no
/// say in that, so its class gets the method that has.
pub(super) fn begin() {
    extern "C-unwind" fn should_terminate(_: &AnyObject, _: Sel, _: &AnyObject) -> usize {
        const CANCEL: usize = 0;
        Shell::with(|shell| shell.tell(Event::App(app::Event::QuitRequested)));
        CANCEL
    }
    let Some(delegate) = application().delegate() else { return };
    let delegate: &AnyObject = (*delegate).as_ref();
    let class = std::ptr::from_ref(delegate.class()).cast_mut();
    // SAFETY: the function has the type of an implementation of this method: an `NSUInteger` of self, selector and
    // one object. The class is registered, and adding methods to such a one is what `class_addMethod` is for.
    unsafe {
        let implementation: Imp = std::mem::transmute(should_terminate as extern "C-unwind" fn(_, _, _) -> _);
        ffi::class_addMethod(class, sel!(applicationShouldTerminate:), implementation, c"Q@:@".as_ptr());
    }
}

/// In a turn of the run loop that is not tao's: there, loops of the system's own (menus, panels) keep nobody waiting.
pub(crate) fn soon(act: impl FnOnce() + 'static) {
    let act = RefCell::new(Some(act));
    let block = RcBlock::new(move || {
        if let Some(act) = act.take() {
            act();
        }
    });
    // SAFETY: the loop is this thread's, so that the block is never sent anywhere; the modes are the system's own.
    unsafe {
        let modes = NSArray::from_slice(&[NSRunLoopCommonModes]);
        NSRunLoop::currentRunLoop().performInModes_block(&modes, &block);
    }
}

pub(crate) fn focus(shell: &Rc<Shell>) {
    #[allow(deprecated)]
    application().activateIgnoringOtherApps(true);
    if let Some(window) = shell.windows.latest() {
        window.native.focus();
    }
}

pub(crate) fn hide(_: &Rc<Shell>) {
    application().hide(None);
}

pub(crate) fn show(_: &Rc<Shell>) {
    application().unhideWithoutActivation();
}

pub(crate) fn set_badge_count(_: &Rc<Shell>, count: u32) {
    let label = (count > 0).then(|| NSString::from_str(&count.to_string()));
    application().dockTile().setBadgeLabel(label.as_deref());
}

pub(crate) fn add_recent_document(path: &str) -> Done {
    let url = NSURL::fileURLWithPath(&NSString::from_str(path));
    NSDocumentController::sharedDocumentController(main_thread()).noteNewRecentDocumentURL(&url);
    DONE
}

pub(crate) fn clear_recent_documents() -> Done {
    let controller = NSDocumentController::sharedDocumentController(main_thread());
    // SAFETY: the sender may be nobody.
    unsafe { controller.clearRecentDocuments(None) };
    DONE
}
