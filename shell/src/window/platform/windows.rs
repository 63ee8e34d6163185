#![allow(unsafe_code)]

use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};

use main_process::host::window::{Bounds, Options};
use muda::Menu;
use tao::{
    dpi::{LogicalPosition, LogicalSize},
    platform::windows::{WindowBuilderExtWindows, WindowExtWindows},
    window::{Fullscreen, Theme, Window, WindowBuilder},
};
use windows::Win32::{
    Foundation::{COLORREF, HWND, LPARAM, LRESULT, RECT, WPARAM},
    Graphics::Gdi::{GetMonitorInfoW, MONITOR_DEFAULTTONEAREST, MONITORINFO, MonitorFromWindow},
    UI::{
        Input::KeyboardAndMouse::{EnableWindow, GetKeyState, VIRTUAL_KEY, VK_CONTROL, VK_MENU},
        Shell::{DefSubclassProc, RemoveWindowSubclass, SetWindowSubclass},
        WindowsAndMessaging::{
            GW_HWNDNEXT, GWL_EXSTYLE, GWLP_HWNDPARENT, GetForegroundWindow, GetWindow, GetWindowLongPtrW,
            HACCEL, HWND_TOP, IsWindowVisible, LWA_ALPHA, MSG, PostMessageW, SC_KEYMENU, SC_MOVE,
            STYLESTRUCT, SWP_NOACTIVATE, SWP_NOMOVE, SWP_NOSIZE, SetForegroundWindow,
            SetLayeredWindowAttributes, SetWindowLongPtrW, SetWindowPos, TranslateAcceleratorW, WINDOWPOS,
            WM_EXITMENULOOP, WM_NCDESTROY, WM_SIZING, WM_STYLECHANGING, WM_SYSCOMMAND, WM_WINDOWPOSCHANGING,
            WMSZ_BOTTOM, WMSZ_TOP, WMSZ_TOPLEFT, WMSZ_TOPRIGHT, WS_EX_LAYERED,
        },
    },
};

use super::native::Native;

pub(super) const HAS_ICONS: bool = true;

/// Names our part of the windows' procedures.
const SUBCLASS: usize = 0x4b61_6f6e;

thread_local! {
    /// Whether new windows are dark, if the app has chosen.
    static DARK: Cell<Option<bool>> = const { Cell::new(None) };
    static TRANSLATING: Cell<bool> = const { Cell::new(false) };
}

/// What Windows leaves to the program.
pub(crate) struct Own(Rc<Rules>);

#[derive(Default)]
struct Rules {
    /// 0 means none.
    ratio: Cell<f64>,
    pinned: Cell<bool>,
    /// It is being shown, but not to be active.
    quiet: Cell<bool>,
    /// It has an opacity, which tao knows nothing of.
    layered: Cell<bool>,
    menu: RefCell<Option<Menu>>,
    /// The menu bar is hidden until Alt is pressed.
    alt_shows_bar: Cell<bool>,
}

impl Own {
    pub(super) fn of(window: &Window) -> Self {
        let rules = Rc::<Rules>::default();
        let kept = Rc::into_raw(rules.clone()) as usize;
        // SAFETY: the window is there, and its procedure gives the reference back when it goes.
        unsafe { SetWindowSubclass(handle(window), Some(procedure), SUBCLASS, kept) }
            .expect("a window can be subclassed");
        Self(rules)
    }
}

unsafe extern "system" fn procedure(
    window: HWND,
    message: u32,
    first: WPARAM,
    second: LPARAM,
    _: usize,
    kept: usize,
) -> LRESULT {
    // SAFETY: the reference that `Own::of` left here, there until the last message below.
    let rules = unsafe { &*(kept as *const Rules) };
    match message {
        WM_SIZING if rules.ratio.get() > 0.0 => {
            // SAFETY: the system passes the rectangle that it asks about.
            keep_ratio(unsafe { &mut *(second.0 as *mut RECT) }, first.0 as u32, rules.ratio.get());
            return LRESULT(1);
        }
        // The last four bits are the system's own.
        WM_SYSCOMMAND if first.0 & 0xfff0 == SC_MOVE as usize && rules.pinned.get() => return LRESULT(0),
        WM_SYSCOMMAND if first.0 & 0xfff0 == SC_KEYMENU as usize => rules.show_bar(window, true),
        WM_EXITMENULOOP => rules.show_bar(window, false),
        WM_WINDOWPOSCHANGING if rules.quiet.get() => {
            // SAFETY: the system passes the change that it asks about.
            unsafe { (*(second.0 as *mut WINDOWPOS)).flags |= SWP_NOACTIVATE };
        }
        WM_STYLECHANGING if rules.layered.get() && first.0 as i32 == GWL_EXSTYLE.0 => {
            // SAFETY: the system passes the change that it asks about.
            unsafe { (*(second.0 as *mut STYLESTRUCT)).styleNew |= WS_EX_LAYERED.0 };
        }
        WM_NCDESTROY => {
            // SAFETY: the last message of all: nobody comes here again with this reference.
            unsafe {
                let _ = RemoveWindowSubclass(window, Some(procedure), SUBCLASS);
                drop(Rc::from_raw(kept as *const Rules));
                return DefSubclassProc(window, message, first, second);
            }
        }
        _ => {}
    }
    // SAFETY: passes on what the system passed in.
    unsafe { DefSubclassProc(window, message, first, second) }
}

impl Rules {
    fn show_bar(&self, window: HWND, flag: bool) {
        let menu = self.menu.borrow().clone();
        if let (Some(menu), true) = (menu, self.alt_shows_bar.get()) {
            let window = window.0 as isize;
            // SAFETY: the window is there. An error says that the menu is not.
            let _ = unsafe { if flag { menu.show_for_hwnd(window) } else { menu.hide_for_hwnd(window) } };
        }
    }
}

/// The edge that the user has in hand stays; the size across it follows.
fn keep_ratio(area: &mut RECT, edge: u32, ratio: f64) {
    let (width, height) = (f64::from(area.right - area.left), f64::from(area.bottom - area.top));
    if [WMSZ_TOP, WMSZ_BOTTOM].contains(&edge) {
        area.right = area.left + (height * ratio).round() as i32;
    } else if [WMSZ_TOPLEFT, WMSZ_TOPRIGHT].contains(&edge) {
        area.top = area.bottom - (width / ratio).round() as i32;
    } else {
        area.bottom = area.top + (width / ratio).round() as i32;
    }
}

fn handle(window: &Window) -> HWND {
    HWND(window.hwnd() as *mut _)
}

fn theme() -> Option<Theme> {
    DARK.get().map(|dark| if dark { Theme::Dark } else { Theme::Light })
}

pub(super) fn dress(builder: WindowBuilder, options: &Options, parent: Option<&Window>) -> WindowBuilder {
    let builder = builder
        .with_decorations(options.frame && options.title_bar_style == "default")
        .with_undecorated_shadow(options.has_shadow && !options.transparent)
        .with_theme(theme());
    match parent {
        Some(parent) => builder.with_owner_window(parent.hwnd()),
        None => builder,
    }
}

/// The window that takes no clicks while a modal one is open.
pub(super) struct Blocked(HWND);

impl Blocked {
    pub(super) fn of(parent: &Window) -> Self {
        Self(handle(parent))
    }

    pub(super) fn show(&self, window: &Window) {
        enable(self.0, false);
        window.set_visible(true);
    }

    /// Before its child goes: else another program's window would come to the front.
    pub(super) fn release(&self, _: &Window) {
        enable(self.0, true);
    }
}

fn enable(window: HWND, flag: bool) {
    // SAFETY: a plain call; a window that is gone is no concern of it.
    let _ = unsafe { EnableWindow(window, flag) };
}

/// The page has the keyboard, but its window is the one in front.
pub(super) fn is_focused(window: &Window) -> bool {
    // SAFETY: a plain call.
    unsafe { GetForegroundWindow() == handle(window) }
}

pub(super) fn is_kiosk(_: &Window) -> bool {
    false
}

/// Full screen is all that there is of a kiosk.
pub(super) fn set_kiosk(window: &Window, flag: bool) {
    window.set_fullscreen(flag.then_some(Fullscreen::Borderless(None)));
}

/// The part of its display that no taskbar covers.
pub(super) fn work_area(window: &Window) -> Option<Bounds> {
    let mut info = MONITORINFO { cbSize: size_of::<MONITORINFO>() as u32, ..MONITORINFO::default() };
    // SAFETY: writes the record, whose size it is told.
    unsafe { GetMonitorInfoW(MonitorFromWindow(handle(window), MONITOR_DEFAULTTONEAREST), &raw mut info) }
        .ok()
        .ok()?;
    let point = |pixels: i32| (f64::from(pixels) / window.scale_factor()).round() as i32;
    let area = info.rcWork;
    let (width, height) = (point(area.right - area.left), point(area.bottom - area.top));
    Some(Bounds { x: point(area.left), y: point(area.top), width: width as u32, height: height as u32 })
}

pub(super) fn set_aspect_ratio(native: &Native, ratio: f64) {
    native.own.0.ratio.set(ratio);
}

pub(super) fn set_content_size(window: &Window, width: u32, height: u32) {
    window.set_inner_size(LogicalSize::new(width, height));
}

pub(super) fn place_at(window: &Window, x: i32, y: i32) {
    window.set_outer_position(LogicalPosition::new(x, y));
}

/// By tao, which keeps a record of what is shown, but without what the system would do beside.
pub(super) fn show_inactive(native: &Native) {
    let quiet = &native.own.0.quiet;
    quiet.set(true);
    native.window.set_visible(true);
    quiet.set(false);
}

pub(super) fn move_top(window: &Window) {
    let flags = SWP_NOMOVE | SWP_NOSIZE | SWP_NOACTIVATE;
    // SAFETY: a plain call; it fails for a window that is gone.
    let _ = unsafe { SetWindowPos(handle(window), Some(HWND_TOP), 0, 0, 0, 0, flags) };
}

/// The next window that can be seen gets the keyboard, as when Chromium gives it up.
pub(super) fn blur(window: &Window) {
    // SAFETY: plain calls over handles that the system returned.
    unsafe {
        let mut next = GetWindow(handle(window), GW_HWNDNEXT);
        while let Ok(other) = next {
            if IsWindowVisible(other).as_bool() {
                // The system may refuse to change the front.
                let _ = SetForegroundWindow(other);
                return;
            }
            next = GetWindow(other, GW_HWNDNEXT);
        }
    }
}

pub(super) fn is_movable(native: &Native) -> bool {
    !native.own.0.pinned.get()
}

pub(super) fn set_movable(native: &Native, flag: bool) {
    native.own.0.pinned.set(!flag);
}

pub(super) fn set_enabled(window: &Window, flag: bool) {
    window.set_enable(flag);
}

pub(super) fn set_skip_taskbar(window: &Window, flag: bool) {
    // Without a taskbar there is nothing to skip.
    let _ = window.set_skip_taskbar(flag);
}

/// Of a window without a frame: the others always have one.
pub(super) fn set_has_shadow(window: &Window, flag: bool) {
    window.set_undecorated_shadow(flag);
}

/// macOS only, by Electron's documentation.
pub(super) fn set_document_edited(_: &Window, _: bool) {}

/// macOS only, by Electron's documentation.
pub(super) fn set_represented_filename(_: &Window, _: &str) {}

pub(super) fn set_opacity(native: &Native, opacity: f64) {
    let window = native.handle();
    native.own.0.layered.set(true);
    // SAFETY: plain calls; they fail for a window that is gone.
    unsafe {
        let style = GetWindowLongPtrW(window, GWL_EXSTYLE);
        SetWindowLongPtrW(window, GWL_EXSTYLE, style | WS_EX_LAYERED.0 as isize);
        let _ = SetLayeredWindowAttributes(window, COLORREF(0), (opacity * 255.0).round() as u8, LWA_ALPHA);
    }
}

pub(super) fn set_parent(window: &Window, parent: Option<&Window>) {
    // SAFETY: sets the owner, which is what this field means for a window at the top level.
    unsafe { SetWindowLongPtrW(handle(window), GWLP_HWNDPARENT, parent.map_or(0, WindowExtWindows::hwnd)) };
}

/// Whether it is one of the keys that every text field knows: those are the page's, as in Chromium.
fn edits(message: &MSG) -> bool {
    // SAFETY: plain calls.
    let held = |key: VIRTUAL_KEY| unsafe { GetKeyState(i32::from(key.0)) } < 0;
    let letter = u8::try_from(message.wParam.0).is_ok_and(|key| b"ACVXYZ".contains(&key));
    letter && held(VK_CONTROL) && !held(VK_MENU)
}

impl Native {
    pub(crate) fn handle(&self) -> HWND {
        handle(&self.window)
    }

    /// For windows to come.
    pub(crate) fn choose_theme(dark: Option<bool>) {
        DARK.set(dark);
    }

    /// Whether it is dark, if the app has chosen.
    pub(crate) fn chosen_theme() -> Option<bool> {
        DARK.get()
    }

    pub(crate) fn apply_theme(&self) {
        self.window.set_theme(theme());
    }

    /// The menu bar, whose keys `translate` knows.
    pub(crate) fn set_menu(&self, menu: Option<Menu>) {
        self.own.0.menu.replace(menu);
    }

    /// Whether Alt alone brings up a menu bar that is hidden otherwise.
    pub(crate) fn set_alt_shows_bar(&self, flag: bool) {
        self.own.0.alt_shows_bar.set(flag);
    }

    /// Alt was pressed and released in the page.
    pub(crate) fn enter_menu(&self) {
        // SAFETY: a plain call. Where it fails the window is gone.
        let _ = unsafe {
            PostMessageW(Some(self.handle()), WM_SYSCOMMAND, WPARAM(SC_KEYMENU as usize), LPARAM(0))
        };
    }

    /// Whether the message is a key of the menu bar's, and now a click in it.
    pub(crate) fn translate(&self, message: &MSG) -> bool {
        let menu = self.own.0.menu.borrow().clone();
        let keys = menu.map_or(0, |menu| menu.haccel());
        if keys == 0 || edits(message) {
            return false;
        }
        TRANSLATING.set(true);
        // SAFETY: the table belongs to the menu, which is on this window.
        let clicked = unsafe { TranslateAcceleratorW(self.handle(), HACCEL(keys as *mut _), message) } != 0;
        TRANSLATING.set(false);
        clicked
    }

    /// Whether a click that is being told of comes from `translate`.
    pub(crate) fn is_translating() -> bool {
        TRANSLATING.get()
    }
}
