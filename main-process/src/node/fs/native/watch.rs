//! Telling of changes as the system notices them.

use std::{
    cell::RefCell,
    path::{Path, PathBuf},
    rc::Rc,
    thread,
    time::Duration,
};

use notify::{
    Config, ErrorKind, Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher,
    event::{ModifyKind, RenameMode},
};
use rquickjs::{Ctx, Function, Object, Result, prelude::Func};

use super::{
    op::{Named, Ops, PathArg},
    platform::WATCHES_LATE,
};
use crate::runtime::{Callback, Remote, Throw};

pub(super) fn add(ops: &Ops<'_, '_>) -> Result<()> {
    ops.native.set("watch", Func::from(watch))
}

struct Watch {
    callback: Callback,
    _watcher: RecommendedWatcher,
}

/// Calls `changed(kind, name)` until the returned handle is closed.
fn watch<'js>(ctx: Ctx<'js>, path: PathArg, recursive: bool, changed: Function<'js>) -> Result<Object<'js>> {
    let callback = Callback::new(&ctx, changed);
    let watcher = start(path.0, recursive, callback.remote()).throw(&ctx)?;
    let state = Rc::new(RefCell::new(Some(Watch { callback, _watcher: watcher })));
    let handle = Object::new(ctx.clone())?;
    let shared = Rc::clone(&state);
    let set_ref = move |flag: bool| {
        if let Some(watch) = &*shared.borrow() {
            watch.callback.set_ref(flag);
        }
    };
    handle.set("setRef", Function::new(ctx.clone(), set_ref)?)?;
    handle.set("close", Function::new(ctx, move || drop(state.borrow_mut().take()))?)?;
    Ok(handle)
}

fn start(path: PathBuf, recursive: bool, remote: Remote) -> ipc::Result<RecommendedWatcher> {
    // Not every system's own complaint tells what is wrong.
    std::fs::metadata(&path).at("watch", &path)?;
    let root = path.clone();
    let tell = move |outcome: notify::Result<Event>| {
        let Ok(event) = outcome else { return };
        let Some(kind) = name_of(event.kind) else { return };
        let created = matches!(event.kind, EventKind::Create(_));
        for path in event.paths {
            remote.call((kind, shown(&root, &path)));
            if recursive && created && WATCHES_LATE && path.is_dir() {
                catch_up(root.clone(), path, remote.clone());
            }
        }
    };
    let mode = if recursive { RecursiveMode::Recursive } else { RecursiveMode::NonRecursive };
    let config = Config::default().with_follow_symlinks(false);
    let watcher = RecommendedWatcher::new(tell, config).and_then(|mut watcher| {
        watcher.watch(&path, mode)?;
        Ok(watcher)
    });
    watcher.map_err(|error| of_notify(&error).with_path(path.to_string_lossy()))
}

fn shown(root: &Path, path: &Path) -> Option<String> {
    let inside = path.strip_prefix(root).ok().filter(|inside| !inside.as_os_str().is_empty());
    let name = inside.map(Path::as_os_str).or(path.file_name());
    name.map(|name| name.to_string_lossy().into_owned())
}

/// Tells of what came into a new folder before that was watched itself. Better twice than never.
fn catch_up(root: PathBuf, folder: PathBuf, remote: Remote) {
    const UNTIL_WATCHED: Duration = Duration::from_millis(20);
    thread::spawn(move || {
        thread::sleep(UNTIL_WATCHED);
        let mut folders = vec![folder];
        while let Some(folder) = folders.pop() {
            for path in std::fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path()) {
                remote.call(("rename", shown(&root, &path)));
                if path.is_dir() && !path.is_symlink() {
                    folders.push(path);
                }
            }
        }
    });
}

fn name_of(kind: EventKind) -> Option<&'static str> {
    match kind {
        // Both names of a renamed file were told one by one before.
        EventKind::Modify(ModifyKind::Name(RenameMode::Both)) | EventKind::Access(_) => None,
        EventKind::Create(_) | EventKind::Remove(_) | EventKind::Modify(ModifyKind::Name(_)) => {
            Some("rename")
        }
        EventKind::Modify(_) | EventKind::Any | EventKind::Other => Some("change"),
    }
}

fn of_notify(error: &notify::Error) -> ipc::Error {
    let code = match &error.kind {
        ErrorKind::Io(error) => return ipc::Error::io(error, "watch"),
        ErrorKind::PathNotFound => ipc::Code::NoSuchEntry,
        ErrorKind::MaxFilesWatch => ipc::Code::NoSpace,
        _ => ipc::Code::InvalidArgument,
    };
    ipc::Error::of_code(code, "watch")
}
