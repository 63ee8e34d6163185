//! The time by which a script has to be done.

use std::{
    cell::Cell,
    time::{Duration, Instant},
};

thread_local! {
    static DEADLINE: Cell<Option<Instant>> = const { Cell::new(None) };
}

/// Whether this thread's script ought to be interrupted.
pub(super) fn passed() -> bool {
    DEADLINE.get().is_some_and(|deadline| deadline <= Instant::now())
}

/// Runs `work` with a limit; says whether the limit was reached. An earlier limit from outside stays in force.
pub(super) fn within<T>(limit: Option<Duration>, work: impl FnOnce() -> T) -> (T, bool) {
    let Some(limit) = limit else { return (work(), false) };
    let outer = DEADLINE.get();
    let own = Instant::now() + limit;
    DEADLINE.set(Some(outer.map_or(own, |outer| outer.min(own))));
    let outcome = work();
    let late = own <= Instant::now();
    DEADLINE.set(outer);
    (outcome, late)
}
