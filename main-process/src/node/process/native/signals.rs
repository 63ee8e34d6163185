//! Signals that scripts listen for.

use std::{cell::RefCell, collections::HashMap};

use rquickjs::{Ctx, Function, Object, Result, prelude::Func};

use super::platform;
use crate::runtime::Callback;

thread_local! {
    /// By number. Without a callback nobody listens any more, and the signal does what it does by default.
    static WATCHED: RefCell<HashMap<i32, Option<Callback>>> = RefCell::default();
}

pub(super) fn natives(native: &Object<'_>) -> Result<()> {
    native.set("watchSignal", Func::from(watch))?;
    native.set("unwatchSignal", Func::from(unwatch))
}

/// 0, or the negative number of the error.
fn watch<'js>(ctx: Ctx<'js>, number: i32, function: Function<'js>) -> i32 {
    let known = WATCHED.with_borrow(|watched| watched.contains_key(&number));
    if !known {
        match platform::Signals::new(number) {
            Ok(signals) => drop(tokio::task::spawn_local(deliver(number, signals))),
            Err(_) => return ipc::Code::InvalidArgument.errno().unwrap_or(-22),
        }
    }
    let callback = Callback::new(&ctx, function);
    callback.set_ref(false);
    WATCHED.with_borrow_mut(|watched| watched.insert(number, Some(callback)));
    0
}

fn unwatch(number: i32) {
    WATCHED.with_borrow_mut(|watched| watched.insert(number, None));
}

async fn deliver(number: i32, mut signals: platform::Signals) {
    while signals.next().await {
        let heard = WATCHED.with_borrow(|watched| match watched.get(&number) {
            Some(Some(callback)) => {
                callback.call(());
                true
            }
            _ => false,
        });
        if !heard {
            platform::act_by_default(number);
        }
    }
}
