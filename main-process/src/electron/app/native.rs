//! What `app` asks of the system rather than of the shell.

use std::{cell::RefCell, process::Command, rc::Rc};

use rquickjs::{Ctx, Function, Object, Result, prelude::Func};

use super::{folders, instance::Instance, platform};
use crate::runtime::{Callback, Entry, Environment, Throw};

pub(super) fn native(ctx: &Ctx<'_>, native: &Object<'_>) -> Result<()> {
    let environment = Environment::of(ctx);
    if let Entry::Path(path) | Entry::Test(path) = &environment.entry {
        native.set("entry", path.to_string_lossy().into_owned())?;
    }
    native.set("packaged", environment.packaged)?;
    native.set("folders", folders::all())?;
    native.set("locales", Func::from(platform::locales))?;
    native.set("relaunch", Func::from(relaunch))?;
    native.set("setProtocolClient", Func::from(platform::set_protocol_client))?;
    native.set("isProtocolClient", Func::from(platform::is_protocol_client))?;
    set_lock(native)
}

/// `lock(folder, message, receive)` is true for the first instance, which then hears others; `unlock()` ends that.
fn set_lock<'js>(native: &Object<'js>) -> Result<()> {
    let ctx = native.ctx().clone();
    let held: Rc<RefCell<Option<Instance>>> = Rc::default();
    let holder = held.clone();
    let lock =
        move |ctx: Ctx<'js>, folder: String, message: String, receive: Function<'js>| -> Result<bool> {
            let callback = Callback::new(&ctx, receive);
            callback.set_ref(false);
            let instance = Instance::first(folder.as_ref(), &message, callback).throw(&ctx)?;
            let first = instance.is_some();
            holder.replace(instance);
            Ok(first)
        };
    native.set("lock", Function::new(ctx.clone(), lock)?)?;
    native.set("unlock", Function::new(ctx, move || drop(held.take()))?)
}

/// Starts a program that outlives this one. That it cannot be started is nothing a quitting application can act on.
fn relaunch(file: String, args: Vec<String>) {
    let mut command = Command::new(file);
    platform::detach(command.args(args));
    drop(command.spawn());
}
