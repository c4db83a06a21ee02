//! Dates as APIs send them: those of RFC 3339, and the three forms of RFC 9110 §5.6.7.

use core::time::Duration;

/// Nanoseconds since the beginning of 1970, UTC, or before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Moment(i128);

const SECOND: i128 = 1_000_000_000;

impl Moment {
    /// So long after the beginning of 1970.
    pub(crate) fn since_1970(passed: Duration) -> Self {
        // A `Duration` has less than 2⁹⁴ nanoseconds.
        Self(i128::try_from(passed.as_nanos()).unwrap_or(i128::MAX))
    }

    /// How long after another one it is; nothing where it is not after that.
    pub(crate) fn after(self, other: Self) -> Duration {
        let nanoseconds = u128::try_from(self.0.saturating_sub(other.0)).unwrap_or(0);
        let seconds = u64::try_from(nanoseconds / SECOND.unsigned_abs()).unwrap_or(u64::MAX);
        let rest = u32::try_from(nanoseconds % SECOND.unsigned_abs()).unwrap_or(0);
        Duration::new(seconds, rest)
    }

    /// The date of a text, in any of the forms.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        Self::parse_rfc3339(text).or_else(|| Self::parse_http(text))
    }

    /// `1994-11-06T08:49:37.5Z` (RFC 3339 §5.6), with a blank for the `T` too.
    fn parse_rfc3339(text: &str) -> Option<Self> {
        let (date, rest) = text.split_at_checked(10)?;
        let [year, month, day] = numbers(date, '-')?;
        let rest = rest.strip_prefix(['T', 't', ' '])?;
        let (time, zone) = match rest.strip_suffix(['Z', 'z']) {
            Some(time) => (time, 0),
            None => {
                let (time, zone) = rest.split_at_checked(rest.len().checked_sub(6)?)?;
                let is_west = zone.starts_with('-');
                let [hours, minutes] = numbers(zone.strip_prefix(['+', '-'])?, ':')?;
                let zone = (hours < 24 && minutes < 60).then_some(hours * 3600 + minutes * 60)?;
                (time, if is_west { -zone } else { zone })
            }
        };
        let (time, fraction) = time.split_once('.').unwrap_or((time, "0"));
        let is_fraction = !fraction.is_empty() && fraction.bytes().all(|b| b.is_ascii_digit());
        let digits = fraction.bytes().chain(core::iter::repeat(b'0')).take(9);
        let nanoseconds = digits.fold(0, |number, digit| number * 10 + i128::from(digit - b'0'));
        let seconds = seconds([year, month, day], time)?;
        is_fraction.then(|| Self(i128::from(seconds - zone) * SECOND + nanoseconds))
    }

    /// `Sun, 06 Nov 1994 08:49:37 GMT`, `Sunday, 06-Nov-94 08:49:37 GMT` or `Sun Nov  6 08:49:37 1994`.
    pub(crate) fn parse_http(text: &str) -> Option<Self> {
        let mut words = text.split([' ', ',', '-']).filter(|word| !word.is_empty());
        let mut next = || words.next();
        let words = [next()?, next()?, next()?, next()?, next()?];
        let [weekday, day, month, year, time] = match (words, next()) {
            (words, Some("GMT")) => words,
            ([weekday, month, day, time, year], None) => [weekday, day, month, year, time],
            _ => return None,
        };
        let is_end = words.len() == 5 && next().is_none();
        let is_weekday = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
            .iter()
            .any(|name| weekday.starts_with(name));
        let months =
            ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
        let month = (1..).zip(months).find(|(_, name)| *name == month)?.0;
        let year = match (year.len(), number(year)?) {
            (2, year @ ..70) => 2000 + year,
            (2, year) => 1900 + year,
            (_, year) => year,
        };
        let seconds = seconds([year, month, number(day)?], time)?;
        (is_end && is_weekday).then(|| Self(i128::from(seconds) * SECOND))
    }
}

/// The seconds from the beginning of 1970 to a date and a time such as `08:49:37`.
fn seconds([year, month, day]: [i64; 3], time: &str) -> Option<i64> {
    let [hour, minute, second] = numbers(time, ':')?;
    let is_leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let last = match month {
        2 => 28 + i64::from(is_leap),
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    };
    // A leap second is the first of the next minute.
    let is_time = hour < 24 && minute < 60 && second <= 60;
    if !((1..=12).contains(&month) && (1..=last).contains(&day) && year < 10_000 && is_time) {
        return None;
    }
    // Years begin in March here, so that a leap day is the last of its year.
    let (year, month) = if month > 2 { (year, month - 3) } else { (year - 1, month + 9) };
    let days = year * 365 + year.div_euclid(4) - year.div_euclid(100)
        + year.div_euclid(400)
        + (153 * month + 2) / 5
        + day
        - 1;
    // The days from March of the year 0 to the beginning of 1970.
    Some((days - 719_468) * 86_400 + hour * 3600 + minute * 60 + second)
}

/// Numbers of two digits each, the first of a date excepted, and what stands between them.
fn numbers<const COUNT: usize>(text: &str, between: char) -> Option<[i64; COUNT]> {
    let mut numbers = [0; COUNT];
    let mut parts = text.split(between);
    for place in &mut numbers {
        let part = parts.next()?;
        *place = number(part).filter(|_| matches!(part.len(), 2 | 4))?;
    }
    parts.next().is_none().then_some(numbers)
}

/// A number of a few digits.
fn number(digits: &str) -> Option<i64> {
    let is_number = matches!(digits.len(), 1..=4) && digits.bytes().all(|b| b.is_ascii_digit());
    is_number.then(|| digits.parse().ok())?
}

#[cfg(test)]
mod tests {
    use super::*;

    const MOMENT: i128 = 784_111_777;

    fn seconds(text: &str) -> Option<i128> {
        Moment::parse(text).map(|moment| moment.0 / SECOND)
    }

    #[test]
    fn every_form_of_a_date_is_read() {
        for text in [
            "Sun, 06 Nov 1994 08:49:37 GMT",
            "Sunday, 06-Nov-94 08:49:37 GMT",
            "Sun Nov  6 08:49:37 1994",
            "1994-11-06T08:49:37Z",
            "1994-11-06t08:49:37z",
            "1994-11-06 08:49:37Z",
            "1994-11-06T10:19:37+01:30",
            "1994-11-05T23:49:37-09:00",
            "1994-11-06T08:49:37-00:00",
        ] {
            assert_eq!(seconds(text), Some(MOMENT), "{text}");
        }
        let moment = Moment::parse("1994-11-06T08:49:37.123456789123Z");
        assert_eq!(moment, Some(Moment(MOMENT * SECOND + 123_456_789)));
    }

    #[test]
    fn days_are_counted() {
        for (text, expected) in [
            ("1970-01-01T00:00:00Z", 0),
            ("1969-12-31T23:59:59Z", -1),
            ("2000-02-29T00:00:00Z", 951_782_400),
            ("2000-03-01T00:00:00Z", 951_868_800),
            ("2016-12-31T23:59:60Z", 1_483_228_800),
            ("2100-03-01T00:00:00Z", 4_107_542_400),
            ("9999-12-31T23:59:59Z", 253_402_300_799),
            ("0000-01-01T00:00:00Z", -62_167_219_200),
            ("Fri, 31 Dec 1999 23:59:59 GMT", 946_684_799),
            ("Wednesday, 01-Jan-69 00:00:00 GMT", 3_124_224_000),
        ] {
            assert_eq!(seconds(text), Some(expected), "{text}");
        }
    }

    #[test]
    fn nothing_else_is_a_date() {
        for text in [
            "",
            "soon",
            "1994",
            "1994-11-06",
            "1994-11-06T08:49:37",
            "1994-11-06T08:49Z",
            "1994-11-06T08:49:37.Z",
            "1994-11-06T08:49:37.xZ",
            "1994-11-06T24:00:00Z",
            "1994-11-06T08:60:00Z",
            "1994-13-06T08:49:37Z",
            "1994-11-31T08:49:37Z",
            "1900-02-29T08:49:37Z",
            "1994-11-06T08:49:37+1:30",
            "1994-11-06T08:49:37é",
            "199é-11-06T08:49:37Z",
            "Sun, 06 Nov 1994 08:49:37",
            "Sun, 06 Nov 1994 08:49:37 GMT GMT",
            "Son, 06 Nov 1994 08:49:37 GMT",
            "Sun, 06 Nou 1994 08:49:37 GMT",
            "Sun, 32 Oct 1994 08:49:37 GMT",
            "Sun Nov 6 08:49:37 1994 CET",
        ] {
            assert_eq!(seconds(text), None, "{text}");
        }
    }

    #[test]
    fn a_moment_that_has_passed_is_now() {
        let (first, second) = (Moment(3 * SECOND), Moment(SECOND / 2));
        assert_eq!(first.after(second), Duration::from_millis(2500));
        assert_eq!(second.after(first), Duration::ZERO);
        let late = Moment::since_1970(Duration::MAX);
        assert!(late.after(first) > Duration::from_secs(1 << 40));
    }
}
