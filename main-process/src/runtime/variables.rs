use std::{
    collections::BTreeMap,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

/// By the name as the system compares it, the name as it was given and the value.
pub(crate) type Names = BTreeMap<String, (String, String)>;

/// The environment variables as scripts see and change them.
///
/// Scripts change a copy: other threads of this process read the real ones at any time, which no system makes safe.
/// Child processes get the copy; so do workers, unless they share their parent's.
#[derive(Clone, Default)]
pub(crate) struct Variables(Arc<Mutex<Option<Names>>>);

impl Variables {
    pub(crate) fn of(names: Names) -> Self {
        Self(Arc::new(Mutex::new(Some(names))))
    }

    /// The variables; `read` gives those of the process when nobody has asked before.
    pub(crate) fn with<T>(&self, read: fn() -> Names, act: impl FnOnce(&mut Names) -> T) -> T {
        let mut names: MutexGuard<'_, Option<Names>> = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        act(names.get_or_insert_with(read))
    }
}
