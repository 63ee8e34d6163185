use std::{
    collections::HashMap,
    sync::{Mutex, PoisonError},
};

use main_process::host::dialog::{MessageOptions, Pressed};
use windows::{
    Win32::{
        Foundation::{E_FAIL, HWND, LPARAM, S_OK, WPARAM},
        System::{
            ApplicationInstallationAndServicing::{
                ACTCTXW, ActivateActCtx, CreateActCtxW, DeactivateActCtx, ReleaseActCtx,
            },
            LibraryLoader::{GetProcAddress, LoadLibraryW},
            SystemInformation::GetSystemDirectoryW,
        },
        UI::{
            Controls::{
                TASKDIALOG_BUTTON, TASKDIALOG_NOTIFICATIONS, TASKDIALOGCONFIG, TD_ERROR_ICON,
                TD_INFORMATION_ICON, TD_WARNING_ICON, TDF_ALLOW_DIALOG_CANCELLATION,
                TDF_POSITION_RELATIVE_TO_WINDOW, TDF_SIZE_TO_CONTENT, TDF_USE_HICON_MAIN,
                TDF_VERIFICATION_FLAG_CHECKED, TDN_CREATED, TDN_DESTROYED,
            },
            WindowsAndMessaging::{MB_ICONERROR, MB_OK, MB_TASKMODAL, MessageBoxW, PostMessageW, WM_CLOSE},
        },
    },
    core::{BOOL, Error, HRESULT, HSTRING, PCWSTR, Result, s, w},
};

use super::{Owner, Parent, aside};
use crate::{answer::complain, picture};

/// The first of our buttons' numbers: below are the system's own.
const FIRST: i32 = 100;

/// The manifest for the newer controls that every Windows has inside, for programs that have none.
const MANIFEST: (PCWSTR, u16) = (w!("shell32.dll"), 124);

/// `lpAssemblyDirectory` and `lpResourceName` are there.
const CONTEXT: u32 = 0x4 | 0x8;

/// Message boxes that are open, by their numbers.
static OPEN: Mutex<Option<HashMap<u32, isize>>> = Mutex::new(None);

fn open<T>(act: impl FnOnce(&mut HashMap<u32, isize>) -> T) -> T {
    // A panic elsewhere leaves the map whole.
    act(OPEN.lock().unwrap_or_else(PoisonError::into_inner).get_or_insert_default())
}

pub(in super::super::super) fn show_message(
    parent: Parent,
    options: &MessageOptions,
    done: impl FnOnce(Pressed) + Send + 'static,
) {
    let (owner, options) = (Owner::of(parent), options.clone());
    aside(move || match ask(owner, &options) {
        Ok(pressed) => done(pressed),
        Err(error) => complain(&format!("no message box: {error}")),
    });
}

/// Takes a box away as if it had been cancelled.
pub(in super::super::super) fn close_message(request: u32) {
    if let Some(dialog) = open(|open| open.remove(&request)) {
        // SAFETY: a plain call. Where it fails the box is closed already.
        let _ = unsafe { PostMessageW(Some(HWND(dialog as *mut _)), WM_CLOSE, WPARAM(0), LPARAM(0)) };
    }
}

pub(in super::super::super) fn show_error(title: &str, content: &str, done: impl FnOnce() + Send + 'static) {
    let (title, content) = (HSTRING::from(title), HSTRING::from(content));
    aside(move || {
        // SAFETY: the texts outlive the call.
        unsafe { MessageBoxW(None, &content, &title, MB_OK | MB_ICONERROR | MB_TASKMODAL) };
        done();
    });
}

fn ask(owner: Option<Owner>, options: &MessageOptions) -> Result<Pressed> {
    let [title, message, detail, checkbox] =
        [&options.title, &options.message, &options.detail, &options.checkbox_label].map(HSTRING::from);
    let shown = |text: &HSTRING| if text.is_empty() { PCWSTR::null() } else { PCWSTR(text.as_ptr()) };
    let plain = vec!["OK".to_owned()];
    let labels = if options.buttons.is_empty() { &plain } else { &options.buttons };
    let labels = labels.iter().map(HSTRING::from).collect::<Vec<_>>();
    let buttons = (FIRST..).zip(&labels).map(button).collect::<Vec<_>>();
    // A picture that cannot be read is left out.
    let icon = options.icon.as_deref().and_then(|icon| picture::icon(icon).ok());
    let mut flags = TDF_ALLOW_DIALOG_CANCELLATION | TDF_SIZE_TO_CONTENT | TDF_POSITION_RELATIVE_TO_WINDOW;
    if icon.is_some() {
        flags |= TDF_USE_HICON_MAIN;
    }
    if options.checkbox_checked {
        flags |= TDF_VERIFICATION_FLAG_CHECKED;
    }
    let mut config = TASKDIALOGCONFIG {
        cbSize: size_of::<TASKDIALOGCONFIG>() as u32,
        hwndParent: owner.map(Owner::handle).unwrap_or_default(),
        dwFlags: flags,
        pszWindowTitle: shown(&title),
        pszMainInstruction: shown(&message),
        pszContent: shown(&detail),
        cButtons: buttons.len() as u32,
        pButtons: buttons.as_ptr(),
        nDefaultButton: options.default_id.map_or(0, |id| FIRST + id as i32),
        pszVerificationText: shown(&checkbox),
        pfCallback: Some(follow),
        lpCallbackData: options.request as isize,
        ..TASKDIALOGCONFIG::default()
    };
    match &icon {
        Some(icon) => config.Anonymous1.hMainIcon = icon.handle(),
        None => config.Anonymous1.pszMainIcon = kind(&options.kind),
    }
    let (pressed, checked) = show(&config)?;
    let response = u32::try_from(pressed - FIRST).unwrap_or(options.cancel_id);
    Ok(Pressed {
        response,
        checkbox_checked: if checkbox.is_empty() { options.checkbox_checked } else { checked },
    })
}

fn kind(kind: &str) -> PCWSTR {
    match kind {
        "error" => TD_ERROR_ICON,
        "warning" => TD_WARNING_ICON,
        "info" | "question" => TD_INFORMATION_ICON,
        _ => PCWSTR::null(),
    }
}

unsafe extern "system" fn follow(
    dialog: HWND,
    what: TASKDIALOG_NOTIFICATIONS,
    _: WPARAM,
    _: LPARAM,
    request: isize,
) -> HRESULT {
    match what {
        TDN_CREATED => drop(open(|open| open.insert(request as u32, dialog.0 as isize))),
        TDN_DESTROYED => drop(open(|open| open.remove(&(request as u32)))),
        _ => {}
    }
    S_OK
}

fn button((id, label): (i32, &HSTRING)) -> TASKDIALOG_BUTTON {
    TASKDIALOG_BUTTON { nButtonID: id, pszButtonText: PCWSTR(label.as_ptr()) }
}

type TaskDialog =
    unsafe extern "system" fn(*const TASKDIALOGCONFIG, *mut i32, *mut i32, *mut BOOL) -> HRESULT;

/// The button's number, and whether the checkbox is checked. The function is in the newer controls alone, which a
/// program without a manifest gets by asking for them; linked as others are, it would keep the program from starting.
fn show(config: &TASKDIALOGCONFIG) -> Result<(i32, bool)> {
    let mut folder = [0_u16; 261];
    // SAFETY: the folder's text is ended by a zero, for which there is room; the texts and the record outlive the
    // calls; the context that is entered is left again, in reverse order.
    unsafe {
        GetSystemDirectoryW(Some(&mut folder[..260]));
        let context = CreateActCtxW(&ACTCTXW {
            cbSize: size_of::<ACTCTXW>() as u32,
            dwFlags: CONTEXT,
            lpSource: MANIFEST.0,
            lpAssemblyDirectory: PCWSTR(folder.as_ptr()),
            lpResourceName: PCWSTR(usize::from(MANIFEST.1) as *const u16),
            ..ACTCTXW::default()
        })?;
        let mut cookie = 0;
        ActivateActCtx(Some(context), &raw mut cookie)?;
        let outcome = call(config);
        // Both fail only for what was not entered or created.
        let _ = DeactivateActCtx(0, cookie);
        ReleaseActCtx(context);
        outcome
    }
}

/// # Safety
/// As the system asks of the record.
unsafe fn call(config: &TASKDIALOGCONFIG) -> Result<(i32, bool)> {
    let (mut pressed, mut checked) = (0, BOOL::default());
    // SAFETY: the library stays loaded, and the function has this type.
    unsafe {
        let library = LoadLibraryW(w!("comctl32.dll"))?;
        let function =
            GetProcAddress(library, s!("TaskDialogIndirect")).ok_or_else(|| Error::from(E_FAIL))?;
        let function: TaskDialog = std::mem::transmute(function);
        function(config, &raw mut pressed, std::ptr::null_mut(), &raw mut checked).ok()?;
    }
    Ok((pressed, checked.as_bool()))
}
