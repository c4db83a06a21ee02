//! How long to wait, as APIs say it: a number of seconds, or a date until which.

use core::time::Duration;

use crate::date::Moment;
use crate::json;
use crate::slot::SlotType;

/// The longest delay: 68 years, which can be added to any `Instant` (RFC 9111 §1.2.2 caps
/// delta-seconds likewise).
pub(crate) const LONGEST: Duration = Duration::from_secs(1 << 31);

/// How long, or until when.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Wait {
    For(Duration),
    Until(Moment),
}

impl Wait {
    /// What the text of a value says in a slot of a type; `None` where it makes no sense there.
    ///
    /// A `delay` is a number of seconds, with an `s` behind it or not, or a date. A `time` is a date, or
    /// the seconds from the beginning of 1970 to it.
    pub(crate) fn parse(slot_type: SlotType, text: &str) -> Option<Self> {
        match slot_type {
            SlotType::Delay => {
                let delay = seconds(text.strip_suffix('s').unwrap_or(text)).map(Self::For);
                delay.or_else(|| Moment::parse(text).map(Self::Until))
            }
            SlotType::Time => {
                let moment = || seconds(text).map(Moment::since_1970);
                Moment::parse(text).or_else(moment).map(Self::Until)
            }
            _ => None,
        }
    }

    /// What a `Retry-After` says (RFC 9110 §10.2.3): digits and nothing else, or a date.
    pub(crate) fn of_retry_after(value: &str) -> Option<Self> {
        let is_number = !value.is_empty() && value.bytes().all(|byte| byte.is_ascii_digit());
        let delay = || seconds(value).map(Self::For);
        if is_number { delay() } else { Moment::parse_http(value).map(Self::Until) }
    }

    /// How long that is from some moment on; `None` where that is not known, and has to be.
    pub(crate) fn from(self, now: Option<Moment>) -> Option<Duration> {
        let delay = match self {
            Self::For(delay) => delay,
            Self::Until(moment) => moment.after(now?),
        };
        Some(delay.min(LONGEST))
    }
}

/// A number that is not negative, as JSON has it, or digits with zeros before them.
fn seconds(text: &str) -> Option<Duration> {
    let is_digits = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    if is_digits {
        return Some(text.parse().map_or(Duration::MAX, Duration::from_secs));
    }
    let number: f64 = json::is_number(text).then(|| text.parse().ok())??;
    let is_delay = number >= 0.0;
    is_delay.then(|| Duration::try_from_secs_f64(number).unwrap_or(Duration::MAX))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn milliseconds(slot_type: SlotType, text: &str) -> Option<u128> {
        let now = Moment::parse("1994-11-06T08:49:00Z");
        Wait::parse(slot_type, text)?.from(now).map(|delay| delay.as_millis())
    }

    #[test]
    fn a_delay_is_seconds_or_a_date() {
        for (text, expected) in [
            ("30", 30_000),
            ("030", 30_000),
            ("30s", 30_000),
            ("1.5s", 1500),
            ("0.25", 250),
            ("1e1", 10_000),
            ("-0.0", 0),
            ("0s", 0),
            ("1994-11-06T08:49:37.5Z", 37_500),
            ("Sun, 06 Nov 1994 08:49:37 GMT", 37_000),
            ("1994-11-06T08:48:37Z", 0),
            ("99999999999999999999", LONGEST.as_millis()),
            ("1e300", LONGEST.as_millis()),
            ("9999-12-31T23:59:59Z", LONGEST.as_millis()),
        ] {
            assert_eq!(milliseconds(SlotType::Delay, text), Some(expected), "{text}");
        }
        for text in ["", "s", "-1", "-1s", "1.s", "30 s", "30ms", "soon", "+1", "NaN", "inf", "1ss"]
        {
            assert_eq!(milliseconds(SlotType::Delay, text), None, "{text}");
        }
    }

    #[test]
    fn a_time_is_a_date_or_seconds_since_1970() {
        for text in ["784111777", "784111777.0", "1994-11-06T08:49:37Z"] {
            assert_eq!(milliseconds(SlotType::Time, text), Some(37_000), "{text}");
        }
        assert_eq!(milliseconds(SlotType::Time, "784111777.25"), Some(37_250));
        assert_eq!(milliseconds(SlotType::Time, "30"), Some(0));
        for text in ["", "30s", "-1", "soon"] {
            assert_eq!(milliseconds(SlotType::Time, text), None, "{text}");
        }
        // Without a clock, nothing tells how long a date is away.
        let until = Wait::parse(SlotType::Time, "784111777").expect("a time");
        assert_eq!(until.from(None), None);
        assert_eq!(Wait::For(Duration::ZERO).from(None), Some(Duration::ZERO));
    }

    #[test]
    fn a_retry_after_is_digits_or_a_date_of_http() {
        let now = Moment::parse("1994-11-06T08:49:00Z");
        let delay = |value| Wait::of_retry_after(value)?.from(now).map(|delay| delay.as_secs());
        for (value, expected) in [
            ("120", 120),
            ("0", 0),
            ("Sun, 06 Nov 1994 08:49:37 GMT", 37),
            ("Sunday, 06-Nov-94 08:49:37 GMT", 37),
            ("Sun Nov  6 08:49:37 1994", 37),
            ("Sun, 06 Nov 1994 08:48:00 GMT", 0),
            ("18446744073709551615", 1 << 31),
            ("99999999999999999999", 1 << 31),
            ("2147483649", 1 << 31),
            ("Fri, 31 Dec 9999 23:59:59 GMT", 1 << 31),
        ] {
            assert_eq!(delay(value), Some(expected), "{value}");
        }
        for nonsense in ["-1", "+1", "1.5", "soon", "", "120 s", "120s", "1994-11-06T08:49:37Z"] {
            assert_eq!(delay(nonsense), None, "{nonsense}");
        }
    }
}
