//! Sessions that are taken up again. A server's live in tickets. A client's cannot leave the process: what scripts get
//! and give back is their number.

use std::{
    collections::{HashMap, VecDeque},
    sync::{Arc, LazyLock, Mutex, MutexGuard, PoisonError},
};

use rustls::{
    NamedGroup,
    client::{ClientSessionStore, Tls12ClientSessionValue, Tls13ClientSessionValue},
    pki_types::ServerName,
};

enum Session {
    Older(Tls12ClientSessionValue),
    /// Good for one connection, which is how the standard wants it.
    Modern(Tls13ClientSessionValue),
}

#[derive(Default)]
struct Registry {
    sessions: HashMap<u64, Session>,
    order: VecDeque<u64>,
    next: u64,
}

/// How many are kept; the oldest goes first.
const KEPT: usize = 512;

static REGISTRY: LazyLock<Mutex<Registry>> = LazyLock::new(Mutex::default);

/// What a panicking thread left is still a table of whole sessions.
fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

fn keep(session: Session) -> u64 {
    let mut registry = locked(&REGISTRY);
    registry.next += 1;
    let id = registry.next;
    registry.sessions.insert(id, session);
    registry.order.push_back(id);
    while registry.order.len() > KEPT {
        if let Some(oldest) = registry.order.pop_front() {
            registry.sessions.remove(&oldest);
        }
    }
    id
}

/// One connection's view of the registry: the session it offers, and those that it was given.
#[derive(Debug, Default)]
pub(super) struct Store {
    offered: Mutex<Option<u64>>,
    given: Mutex<Vec<u64>>,
}

impl Store {
    pub(super) fn offering(session: Option<u64>) -> Arc<Self> {
        Arc::new(Self { offered: Mutex::new(session), given: Mutex::default() })
    }

    /// The numbers of the sessions that came since this was last asked.
    pub(super) fn take_given(&self) -> Vec<u64> {
        std::mem::take(&mut locked(&self.given))
    }

    pub(super) fn has_given(&self) -> bool {
        !locked(&self.given).is_empty()
    }

    fn give(&self, session: Session) {
        let id = keep(session);
        locked(&self.given).push(id);
    }
}

impl ClientSessionStore for Store {
    fn set_kx_hint(&self, _: ServerName<'static>, _: NamedGroup) {}

    fn kx_hint(&self, _: &ServerName<'_>) -> Option<NamedGroup> {
        None
    }

    fn set_tls12_session(&self, _: ServerName<'static>, value: Tls12ClientSessionValue) {
        self.give(Session::Older(value));
    }

    fn tls12_session(&self, _: &ServerName<'_>) -> Option<Tls12ClientSessionValue> {
        let id = (*locked(&self.offered))?;
        match locked(&REGISTRY).sessions.get(&id) {
            Some(Session::Older(value)) => Some(value.clone()),
            _ => None,
        }
    }

    fn remove_tls12_session(&self, _: &ServerName<'static>) {
        locked(&self.offered).take();
    }

    fn insert_tls13_ticket(&self, _: ServerName<'static>, value: Tls13ClientSessionValue) {
        self.give(Session::Modern(value));
    }

    fn take_tls13_ticket(&self, _: &ServerName<'static>) -> Option<Tls13ClientSessionValue> {
        let id = (*locked(&self.offered))?;
        let mut registry = locked(&REGISTRY);
        match registry.sessions.remove(&id) {
            Some(Session::Modern(value)) => Some(value),
            Some(other) => {
                registry.sessions.insert(id, other);
                None
            }
            None => None,
        }
    }
}
