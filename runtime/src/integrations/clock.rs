//! When an answer was made, for the slot `timestamp`.

use alloc::format;
use alloc::string::String;
use std::time::{SystemTime, UNIX_EPOCH};

/// Now, as RFC 3339 has it, in UTC and whole seconds: `2026-01-31T09:05:07Z`.
pub(crate) fn now() -> String {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    rfc_3339(since.as_secs())
}

/// Seconds since the beginning of 1970.
fn rfc_3339(seconds: u64) -> String {
    const DAY: u64 = 24 * 60 * 60;
    let (year, month, day) = date(seconds / DAY);
    let (hour, minute, second) = (seconds / 3600 % 24, seconds / 60 % 60, seconds % 60);
    format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}Z")
}

/// The date of a day since 1970-01-01, counted in years that begin with March, so that the leap day is the last
/// of them.
fn date(day: u64) -> (u64, u64, u64) {
    /// Days in 400, 100 and 4 years, and from 0000-03-01 to 1970-01-01.
    const CYCLE: u64 = 146_097;
    const CENTURY: u64 = 36_524;
    const LEAP_CYCLE: u64 = 1_461;
    const EPOCH: u64 = 719_468;
    let day = day + EPOCH;
    let (cycle, day) = (day / CYCLE, day % CYCLE);
    let year = (day - day / (LEAP_CYCLE - 1) + day / CENTURY - day / (CYCLE - 1)) / 365;
    let day = day - (365 * year + year / 4 - year / 100);
    // Five months, of 31, 30, 31, 30 and 31 days, have 153.
    let from_march = (5 * day + 2) / 153;
    let month = if from_march < 10 { from_march + 3 } else { from_march - 9 };
    let year = cycle * 400 + year + u64::from(month <= 2);
    (year, month, day - (153 * from_march + 2) / 5 + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn moments_are_as_rfc_3339_has_them() {
        for (seconds, expected) in [
            (0, "1970-01-01T00:00:00Z"),
            (951_782_399, "2000-02-28T23:59:59Z"),
            (951_782_400, "2000-02-29T00:00:00Z"),
            (951_868_800, "2000-03-01T00:00:00Z"),
            (1_767_225_600, "2026-01-01T00:00:00Z"),
            (4_107_542_399, "2100-02-28T23:59:59Z"),
            (4_107_542_400, "2100-03-01T00:00:00Z"),
            (253_402_300_799, "9999-12-31T23:59:59Z"),
        ] {
            assert_eq!(rfc_3339(seconds), expected);
        }
    }

    #[test]
    fn every_day_has_a_date_of_its_own() {
        let mut before = date(0);
        for day in 1..200 * 366 {
            let (year, month, number) = date(day);
            assert!((year, month, number) > before && (1..=31).contains(&number), "{day}");
            assert!((1..=12).contains(&month), "{day}");
            before = (year, month, number);
        }
    }
}
