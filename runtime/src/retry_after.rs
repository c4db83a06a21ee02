//! `Retry-After` (RFC 9110 §10.2.3): a number of seconds, or a date.

use alloc::string::{String, ToString as _};
use core::time::Duration;
use std::time::SystemTime;

use http::HeaderMap;
use http::header::{DATE, RETRY_AFTER};

/// The longest delay: 68 years, which can be added to any `Instant` (RFC 9111 §1.2.2 caps
/// delta-seconds likewise).
const LONGEST: Duration = Duration::from_secs(1 << 31);

/// The header as it was received, and the delay that it says; `None` where it makes no sense.
///
/// A date counts from the response's own `Date`, so that clocks need not agree, and from now where
/// there is none; a date in the past is now.
pub(crate) fn find(headers: &HeaderMap) -> Option<(String, Option<Duration>)> {
    let text = |name| headers.get(name).and_then(|value| value.to_str().ok());
    let value = headers.get(RETRY_AFTER)?;
    let received = String::from_utf8_lossy(value.as_bytes()).trim().to_string();
    let start = text(DATE).and_then(date).unwrap_or_else(SystemTime::now);
    let until = |date: SystemTime| date.duration_since(start).unwrap_or(Duration::ZERO);
    let delay = seconds(&received).or_else(|| date(&received).map(until));
    Some((received, delay.map(|delay| delay.min(LONGEST))))
}

/// Digits and nothing else.
fn seconds(value: &str) -> Option<Duration> {
    let is_number = !value.is_empty() && value.bytes().all(|byte| byte.is_ascii_digit());
    is_number.then(|| value.parse().map_or(LONGEST, Duration::from_secs))
}

/// Any of the three forms of a date (RFC 9110 §5.6.7).
fn date(value: &str) -> Option<SystemTime> {
    httpdate::parse_http_date(value.trim()).ok()
}

#[cfg(test)]
mod tests {
    use std::time::Instant;

    use super::*;

    fn delay(value: &str) -> Option<u64> {
        let mut headers = HeaderMap::new();
        headers.insert(DATE, "Sun, 06 Nov 1994 08:49:00 GMT".parse().expect("a value"));
        headers.insert(RETRY_AFTER, value.parse().expect("a value"));
        let (received, delay) = find(&headers).expect("the header");
        assert_eq!(received, value);
        delay.map(|delay| delay.as_secs())
    }

    #[test]
    fn seconds_and_all_forms_of_dates_are_read() {
        assert_eq!(delay("120"), Some(120));
        assert_eq!(delay("0"), Some(0));
        assert_eq!(delay("Sun, 06 Nov 1994 08:49:37 GMT"), Some(37));
        assert_eq!(delay("Sunday, 06-Nov-94 08:49:37 GMT"), Some(37));
        assert_eq!(delay("Sun Nov  6 08:49:37 1994"), Some(37));
        assert_eq!(delay("Sun, 06 Nov 1994 08:48:00 GMT"), Some(0));
        for nonsense in ["-1", "+1", "1.5", "soon", "", "120 s"] {
            assert_eq!(delay(nonsense), None, "{nonsense}");
        }
    }

    #[test]
    fn a_delay_can_be_added_to_an_instant() {
        for long in ["99999999999999999999", "18446744073709551615", "2147483649"] {
            let delay = Duration::from_secs(delay(long).expect("a delay"));
            assert_eq!(delay, LONGEST, "{long}");
            assert!(Instant::now() + delay > Instant::now());
        }
        assert_eq!(delay("Fri, 31 Dec 9999 23:59:59 GMT"), Some(1 << 31));
    }
}
