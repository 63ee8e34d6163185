#![allow(unsafe_code)]

use std::rc::Rc;

use main_process::host::{
    Event,
    screen::{self, Display},
    window::Bounds,
};
use windows::{
    Win32::{
        Foundation::{LPARAM, POINT, RECT},
        Graphics::Gdi::{
            EnumDisplayMonitors, GetMonitorInfoW, HDC, HMONITOR, MONITOR_DEFAULTTONEAREST, MONITORINFOEXW,
            MonitorFromPoint,
        },
        UI::{
            HiDpi::{GetDpiForMonitor, MDT_EFFECTIVE_DPI},
            WindowsAndMessaging::{GetCursorPos, MONITORINFOF_PRIMARY, WM_DISPLAYCHANGE, WM_SETTINGCHANGE},
        },
    },
    core::BOOL,
};

use crate::app::{Shell, on_message};

/// Pixels in an inch at a scale of one.
const INCH: f64 = 96.0;

pub(in super::super) fn displays(_: &Rc<Shell>) -> Vec<Display> {
    unsafe extern "system" fn collect(monitor: HMONITOR, _: HDC, _: *mut RECT, all: LPARAM) -> BOOL {
        // SAFETY: the address of the list below, which is borrowed by nobody else during the call.
        let all = unsafe { &mut *(all.0 as *mut Vec<HMONITOR>) };
        all.push(monitor);
        true.into()
    }
    let mut monitors: Vec<HMONITOR> = Vec::new();
    // SAFETY: the list outlives the call, and `collect` takes it for what it is.
    let _ = unsafe { EnumDisplayMonitors(None, None, Some(collect), LPARAM(&raw mut monitors as isize)) };
    monitors.into_iter().filter_map(describe).collect()
}

fn describe(monitor: HMONITOR) -> Option<Display> {
    let mut info = MONITORINFOEXW::default();
    info.monitorInfo.cbSize = size_of::<MONITORINFOEXW>() as u32;
    // SAFETY: the size says that it is the longer kind of record.
    unsafe { GetMonitorInfoW(monitor, (&raw mut info).cast()) }.ok().ok()?;
    let scale = scale(monitor);
    let name = String::from_utf16_lossy(&info.szDevice);
    let label = name.trim_end_matches('\0').to_owned();
    Some(Display {
        id: super::super::number(&label),
        label,
        bounds: bounds(info.monitorInfo.rcMonitor, scale),
        work_area: bounds(info.monitorInfo.rcWork, scale),
        scale_factor: scale,
        primary: info.monitorInfo.dwFlags & MONITORINFOF_PRIMARY != 0,
    })
}

fn scale(monitor: HMONITOR) -> f64 {
    let (mut across, mut down) = (0, 0);
    // SAFETY: writes two numbers.
    let known = unsafe { GetDpiForMonitor(monitor, MDT_EFFECTIVE_DPI, &raw mut across, &raw mut down) };
    if known.is_ok() { f64::from(across) / INCH } else { 1.0 }
}

fn bounds(area: RECT, scale: f64) -> Bounds {
    let point = |pixels: i32| (f64::from(pixels) / scale).round() as i32;
    let (width, height) = (point(area.right - area.left), point(area.bottom - area.top));
    Bounds { x: point(area.left), y: point(area.top), width: width as u32, height: height as u32 }
}

pub(in super::super) fn cursor(_: &Rc<Shell>) -> (i32, i32) {
    let mut at = POINT::default();
    // SAFETY: writes a point; where it fails, none is written.
    let scale = unsafe {
        let _ = GetCursorPos(&raw mut at);
        scale(MonitorFromPoint(at, MONITOR_DEFAULTTONEAREST))
    };
    ((f64::from(at.x) / scale).round() as i32, (f64::from(at.y) / scale).round() as i32)
}

/// Tells when displays come, go or change; a setting may be that of a work area.
pub(crate) fn watch(shell: &Rc<Shell>) {
    let last = std::cell::RefCell::new(displays(shell));
    let changed = Rc::new(move || {
        Shell::with(|shell| {
            let displays = displays(shell);
            if last.replace(displays.clone()) != displays {
                shell.tell(Event::Screen(screen::Event::Changed { displays }));
            }
        });
    });
    for message in [WM_DISPLAYCHANGE, WM_SETTINGCHANGE] {
        let changed = changed.clone();
        on_message(message, move || changed());
    }
}
