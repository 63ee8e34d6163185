#![allow(unsafe_code)]

use std::{ptr::NonNull, rc::Rc};

use block2::RcBlock;
use main_process::host::{
    Event,
    screen::{self, Display},
    window::Bounds,
};
use objc2::{MainThreadMarker, rc::Retained};
use objc2_app_kit::{NSApplicationDidChangeScreenParametersNotification, NSEvent, NSScreen};
use objc2_foundation::{NSNotification, NSNotificationCenter, NSNumber, NSRect, NSString};

use crate::app::{Shell, main_thread};

pub(in super::super) fn displays(_: &Rc<Shell>) -> Vec<Display> {
    let screens = NSScreen::screens(main_thread());
    screens.iter().enumerate().map(|(place, screen)| describe(&screen, place == 0)).collect()
}

fn describe(screen: &NSScreen, primary: bool) -> Display {
    let height = height(main_thread());
    let label = screen.localizedName().to_string();
    Display {
        id: number(screen).unwrap_or_else(|| super::super::number(&label)),
        label,
        bounds: bounds(screen.frame(), height),
        work_area: bounds(screen.visibleFrame(), height),
        scale_factor: screen.backingScaleFactor(),
        primary,
    }
}

fn number(screen: &NSScreen) -> Option<u32> {
    let number = screen.deviceDescription().objectForKey(&NSString::from_str("NSScreenNumber"))?;
    let number: Retained<NSNumber> = number.downcast().ok()?;
    Some(number.unsignedIntValue())
}

/// Of the first display: that one's lower left corner is where the system counts from, upwards.
fn height(main: MainThreadMarker) -> f64 {
    NSScreen::screens(main).firstObject().map_or(0.0, |screen| screen.frame().size.height)
}

fn bounds(area: NSRect, height: f64) -> Bounds {
    let top = height - area.origin.y - area.size.height;
    Bounds {
        x: area.origin.x as i32,
        y: top as i32,
        width: area.size.width as u32,
        height: area.size.height as u32,
    }
}

pub(in super::super) fn cursor(_: &Rc<Shell>) -> (i32, i32) {
    let at = NSEvent::mouseLocation();
    (at.x as i32, (height(main_thread()) - at.y) as i32)
}

/// Tells when displays come, go or change.
pub(crate) fn watch(_: &Rc<Shell>) {
    let changed = RcBlock::new(|_: NonNull<NSNotification>| {
        Shell::with(|shell| shell.tell(Event::Screen(screen::Event::Changed { displays: displays(shell) })));
    });
    // SAFETY: without a queue the block runs where the notification is posted, which is this thread; the name is
    // AppKit's own. The observer it returns is kept by the center, for good.
    unsafe {
        let name = NSApplicationDidChangeScreenParametersNotification;
        NSNotificationCenter::defaultCenter().addObserverForName_object_queue_usingBlock(
            Some(name),
            None,
            None,
            &changed,
        );
    }
}
