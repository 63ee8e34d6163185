//! Channels by name: each member has one end of a channel of its own, and the other ends lie here.

use std::{
    collections::HashMap,
    sync::{LazyLock, Mutex, PoisonError},
    thread::{self, ThreadId},
};

use rquickjs::{Ctx, Result, Value};

use crate::runtime::{
    Message,
    port::{self, End},
};

struct Member {
    /// Whose it is: a port's number is good for one thread.
    key: (ThreadId, u32),
    end: End,
}

static CHANNELS: LazyLock<Mutex<HashMap<String, Vec<Member>>>> = LazyLock::new(Mutex::default);

fn with_channels<T>(act: impl FnOnce(&mut HashMap<String, Vec<Member>>) -> T) -> T {
    act(&mut CHANNELS.lock().unwrap_or_else(PoisonError::into_inner))
}

fn key(id: u32) -> (ThreadId, u32) {
    (thread::current().id(), id)
}

/// The number of the new member's port.
pub(super) fn join(name: &str) -> u32 {
    let (own, end) = End::pair();
    let id = port::hold(own);
    let member = Member { key: key(id), end };
    with_channels(|channels| channels.entry(name.to_owned()).or_default().push(member));
    id
}

pub(super) fn leave(name: &str, id: u32) {
    let key = key(id);
    with_channels(|channels| {
        let Some(members) = channels.get_mut(name) else { return };
        members.retain(|member| member.key != key);
        if members.is_empty() {
            channels.remove(name);
        }
    });
}

/// Sends a clone to all members but the one that sends. Those whose thread is gone are forgotten.
pub(super) fn send<'js>(ctx: Ctx<'js>, name: String, id: u32, value: Value<'js>) -> Result<()> {
    let message = Message::pack(&ctx, value, &[])?;
    let key = key(id);
    with_channels(|channels| {
        let Some(members) = channels.get_mut(&name) else { return };
        members.retain(|member| !member.end.is_alone());
        for member in members.iter().filter(|member| member.key != key) {
            if let Some(copy) = message.duplicate() {
                member.end.post(copy);
            }
        }
    });
    Ok(())
}
