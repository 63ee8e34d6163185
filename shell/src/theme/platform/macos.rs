#![allow(unsafe_code)]

use std::{cell::Cell, ptr::NonNull, rc::Rc};

use block2::RcBlock;
use main_process::host::{Event, theme};
use objc2_app_kit::{NSAppearance, NSAppearanceNameAqua, NSAppearanceNameDarkAqua, NSApplication};
use objc2_foundation::{
    NSArray, NSDistributedNotificationCenter, NSNotification, NSOperationQueue, NSString,
};

use super::super::Source;
use crate::app::{Shell, main_thread, soon};

thread_local! {
    static LAST: Cell<Option<bool>> = const { Cell::new(None) };
}

/// Windows and pages follow the application.
pub(in super::super) fn set_source(_: &Rc<Shell>, source: Source) {
    // SAFETY: names that AppKit defines.
    let name = match source {
        Source::System => None,
        Source::Light => Some(unsafe { NSAppearanceNameAqua }),
        Source::Dark => Some(unsafe { NSAppearanceNameDarkAqua }),
    };
    let appearance = name.and_then(NSAppearance::appearanceNamed);
    NSApplication::sharedApplication(main_thread()).setAppearance(appearance.as_deref());
    soon(changed);
}

pub(in super::super) fn is_dark(_: &Rc<Shell>) -> bool {
    dark()
}

fn dark() -> bool {
    let appearance = NSApplication::sharedApplication(main_thread()).effectiveAppearance();
    // SAFETY: names that AppKit defines.
    let (light, dark) = unsafe { (NSAppearanceNameAqua, NSAppearanceNameDarkAqua) };
    let best = appearance.bestMatchFromAppearancesWithNames(&NSArray::from_slice(&[light, dark]));
    best.is_some_and(|name| name.isEqualToString(dark))
}

fn changed() {
    let dark = dark();
    if LAST.replace(Some(dark)).is_some_and(|last| last != dark) {
        Shell::with(|shell| shell.tell(Event::Theme(theme::Event::Updated { dark })));
    }
}

/// Tells of changes.
pub(crate) fn watch(_: &Rc<Shell>) {
    changed();
    // The application itself hears of it in the same turn: it is asked in the next.
    let switched = RcBlock::new(|_: NonNull<NSNotification>| soon(changed));
    let name = NSString::from_str("AppleInterfaceThemeChangedNotification");
    let queue = NSOperationQueue::mainQueue();
    // SAFETY: the block runs on the main queue, which is this thread; the observer is kept by the center, for good.
    unsafe {
        let center = NSDistributedNotificationCenter::defaultCenter();
        center.addObserverForName_object_queue_usingBlock(Some(&name), None, Some(&queue), &switched);
    }
}
