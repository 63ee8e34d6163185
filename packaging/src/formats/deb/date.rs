//! Dates from seconds since 1970, in the two shapes that packages have them.

const DAYS: [&str; 7] = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"];
const MONTHS: [&str; 12] =
    ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

pub(super) struct Date {
    days: u64,
    seconds: u64,
    pub(super) year: u64,
    month: u64,
    day: u64,
}

impl Date {
    /// Counts years from the first of March, so that leap days come last.
    pub(super) fn from_epoch(epoch: u64) -> Self {
        let (days, seconds) = (epoch / 86_400, epoch % 86_400);
        let shifted = days + 719_468;
        let (era, day_of_era) = (shifted / 146_097, shifted % 146_097);
        let year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
        let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let from_march = (5 * day_of_year + 2) / 153;
        let month = if from_march < 10 { from_march + 3 } else { from_march - 9 };
        Self {
            days,
            seconds,
            year: era * 400 + year_of_era + u64::from(month <= 2),
            month,
            day: day_of_year - (153 * from_march + 2) / 5 + 1,
        }
    }

    /// `Sun, 01 Nov 2026 00:00:00 +0000`
    pub(super) fn in_mail(&self) -> String {
        let Self { days, seconds, year, month, day } = self;
        let (name, month) = (DAYS[(days % 7) as usize], MONTHS[(month - 1) as usize]);
        let (hours, minutes, seconds) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
        format!("{name}, {day:02} {month} {year} {hours:02}:{minutes:02}:{seconds:02} +0000")
    }

    /// `2026-11-01`
    pub(super) fn plain(&self) -> String {
        format!("{}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_those_of_the_calendar() {
        for (epoch, mail, plain) in [
            (0, "Thu, 01 Jan 1970 00:00:00 +0000", "1970-01-01"),
            (951_782_400, "Tue, 29 Feb 2000 00:00:00 +0000", "2000-02-29"),
            (1_793_491_199, "Sat, 31 Oct 2026 23:59:59 +0000", "2026-10-31"),
            (4_107_542_400, "Mon, 01 Mar 2100 00:00:00 +0000", "2100-03-01"),
        ] {
            assert_eq!(Date::from_epoch(epoch).in_mail(), mail);
            assert_eq!(Date::from_epoch(epoch).plain(), plain);
        }
    }
}
