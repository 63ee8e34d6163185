//! The environment variables as scripts see and change them.
//!
//! Scripts change a copy: other threads of this process read the real ones at any time, which no system makes safe.
//! Child processes get the copy.

use std::{cell::RefCell, collections::BTreeMap};

use rquickjs::{Object, Result, prelude::Func};

use super::platform;

thread_local! {
    static VARIABLES: RefCell<BTreeMap<String, (String, String)>> = RefCell::new(read());
}

pub(super) fn natives(native: &Object<'_>) -> Result<()> {
    native.set("getenv", Func::from(get))?;
    native.set("setenv", Func::from(set))?;
    native.set("unsetenv", Func::from(unset))?;
    native.set("envKeys", Func::from(keys))
}

/// By the name as the system compares it, the name as it was given and the value.
fn read() -> BTreeMap<String, (String, String)> {
    let text = |text: std::ffi::OsString| text.to_string_lossy().into_owned();
    let all = std::env::vars_os().map(|(name, value)| (text(name), text(value)));
    all.map(|(name, value)| (platform::variable(&name), (name, value))).collect()
}

fn get(name: String) -> Option<String> {
    VARIABLES.with_borrow(|all| all.get(&platform::variable(&name)).map(|(_, value)| value.clone()))
}

fn set(name: String, value: String) {
    VARIABLES.with_borrow_mut(|all| {
        let entry = all.entry(platform::variable(&name)).or_insert_with(|| (name, String::new()));
        entry.1 = value;
    });
}

fn unset(name: String) {
    VARIABLES.with_borrow_mut(|all| all.remove(&platform::variable(&name)));
}

fn keys() -> Vec<String> {
    VARIABLES.with_borrow(|all| all.values().map(|(name, _)| name.clone()).collect())
}
