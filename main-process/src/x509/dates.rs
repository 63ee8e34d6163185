//! Times as certificates have them, in seconds since 1970.

use super::der::Field;

const UTC_TIME: u8 = 0x17;
const GENERALIZED_TIME: u8 = 0x18;

pub(super) fn parse(field: Field<'_>) -> Option<i64> {
    let text = std::str::from_utf8(field.value).ok()?.strip_suffix('Z')?;
    if !text.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let (year, rest) = match field.tag {
        UTC_TIME if text.len() == 12 => {
            let short: i64 = text[..2].parse().ok()?;
            (if short < 50 { 2000 + short } else { 1900 + short }, &text[2..])
        }
        GENERALIZED_TIME if text.len() == 14 => (text[..4].parse().ok()?, &text[4..]),
        _ => return None,
    };
    let part = |at: usize| rest[at..at + 2].parse::<i64>().ok();
    let (month, day) = (part(0)?, part(2)?);
    let (hour, minute, second) = (part(4)?, part(6)?, part(8)?);
    let clock = hour * 3600 + minute * 60 + second;
    let real =
        (1..=12).contains(&month) && (1..=31).contains(&day) && hour < 24 && minute < 60 && second < 60;
    real.then(|| days(year, month, day) * 86_400 + clock)
}

/// Days since 1970, in a calendar whose years begin in March: <https://howardhinnant.github.io/date_algorithms.html>
fn days(year: i64, month: i64, day: i64) -> i64 {
    let year = if month <= 2 { year - 1 } else { year };
    let era = year.div_euclid(400);
    let of_era = year.rem_euclid(400);
    let of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468
}

const MONTHS: [&str; 12] =
    ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/// `Sep  3 21:40:37 2022 GMT`
pub(super) fn text(seconds: i64) -> String {
    let (day, clock) = (seconds.div_euclid(86_400), seconds.rem_euclid(86_400));
    let shifted = day + 719_468;
    let era = shifted.div_euclid(146_097);
    let of_era = shifted.rem_euclid(146_097);
    let year_of_era = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let shifted_month = (5 * of_year + 2) / 153;
    let day = of_year - (153 * shifted_month + 2) / 5 + 1;
    let month = (shifted_month + 2) % 12;
    let year = year_of_era + era * 400 + i64::from(month < 2);
    let (hour, minute, second) = (clock / 3600, clock / 60 % 60, clock % 60);
    format!("{} {day:2} {hour:02}:{minute:02}:{second:02} {year} GMT", MONTHS[month as usize])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(tag: u8, value: &str) -> Option<i64> {
        parse(Field { tag, value: value.as_bytes(), whole: &[] })
    }

    #[test]
    fn times_read_as_they_were_written() {
        assert_eq!(read(UTC_TIME, "220903214037Z").map(text).unwrap(), "Sep  3 21:40:37 2022 GMT");
        assert_eq!(read(GENERALIZED_TIME, "22960617214037Z").map(text).unwrap(), "Jun 17 21:40:37 2296 GMT");
        assert_eq!(read(UTC_TIME, "700101000000Z"), Some(0));
        assert_eq!(read(GENERALIZED_TIME, "20240229000000Z").map(text).unwrap(), "Feb 29 00:00:00 2024 GMT");
        assert_eq!(read(UTC_TIME, "22090321403Z"), None);
        assert_eq!(read(UTC_TIME, "229903214037Z"), None);
    }
}
