use std::time::{Duration, SystemTime, UNIX_EPOCH};

use rquickjs::{Ctx, FromJs, Result, Value};

/// Seconds since 1970, as scripts give times.
#[derive(Clone, Copy)]
pub(super) struct Time(f64);

impl<'js> FromJs<'js> for Time {
    fn from_js(ctx: &Ctx<'js>, value: Value<'js>) -> Result<Self> {
        Ok(Self(f64::from_js(ctx, value)?))
    }
}

impl Time {
    /// Whole seconds, and the nanoseconds after them.
    pub(super) fn parts(self) -> (i64, u32) {
        let seconds = self.0.floor();
        (seconds as i64, (((self.0 - seconds) * 1e9) as u32).min(999_999_999))
    }

    pub(super) fn system(self) -> SystemTime {
        let (seconds, nanoseconds) = self.parts();
        let whole = Duration::from_secs(seconds.unsigned_abs());
        let second = if seconds < 0 { UNIX_EPOCH.checked_sub(whole) } else { UNIX_EPOCH.checked_add(whole) };
        second.unwrap_or(UNIX_EPOCH) + Duration::from_nanos(u64::from(nanoseconds))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_before_1970_count_their_nanoseconds_upwards() {
        assert_eq!(Time(-1.25).parts(), (-2, 750_000_000));
        assert_eq!(UNIX_EPOCH.duration_since(Time(-1.25).system()).unwrap(), Duration::from_millis(1250));
        assert_eq!(Time(1.5).system().duration_since(UNIX_EPOCH).unwrap(), Duration::from_millis(1500));
    }
}
