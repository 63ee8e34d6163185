use std::cell::RefCell;

use jiff::{
    Timestamp,
    tz::{self, TimeZone},
};

thread_local! {
    static LAST: RefCell<Option<(String, TimeZone)>> = const { RefCell::new(None) };
}

/// The system's own zone by its IANA name, if it has one.
pub(super) fn system() -> Option<String> {
    tz::db().reset();
    TimeZone::try_system().ok()?.iana_name().map(str::to_owned)
}

pub(super) fn canonical(name: String) -> Option<String> {
    tz::db().get(&name).ok()?.iana_name().map(str::to_owned)
}

pub(super) fn names() -> Vec<String> {
    tz::db().available().map(|name| name.as_str().to_owned()).collect()
}

/// Seconds east of UTC at a time in milliseconds.
pub(super) fn offset(name: String, time: f64) -> i32 {
    at(name, time, |zone, stamp| zone.to_offset(stamp).seconds())
}

pub(super) fn is_summer(name: String, time: f64) -> bool {
    at(name, time, |zone, stamp| zone.to_offset_info(stamp).dst().is_dst())
}

fn at<T: Default>(name: String, time: f64, ask: impl FnOnce(&TimeZone, Timestamp) -> T) -> T {
    let limits = (Timestamp::MIN.as_millisecond(), Timestamp::MAX.as_millisecond());
    let Ok(stamp) = Timestamp::from_millisecond((time as i64).clamp(limits.0, limits.1)) else {
        return T::default();
    };
    LAST.with_borrow_mut(|last| {
        if last.as_ref().is_none_or(|(known, _)| *known != name) {
            *last = tz::db().get(&name).ok().map(|zone| (name, zone));
        }
        last.as_ref().map(|(_, zone)| ask(zone, stamp)).unwrap_or_default()
    })
}
