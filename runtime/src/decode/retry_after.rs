//! `Retry-After` (RFC 9110 §10.2.3): a number of seconds, or a date.

use alloc::string::{String, ToString as _};
use core::time::Duration;
use std::time::SystemTime;

use http::HeaderMap;
use http::header::{DATE, RETRY_AFTER};

use super::RetryAfter;

/// The one among some headers. A date counts from the response's own `Date`, so that clocks need not
/// agree, and from now where there is none; a date in the past is now.
pub(super) fn find(headers: &HeaderMap) -> Option<RetryAfter> {
    let text = |name| headers.get(name).and_then(|value| value.to_str().ok());
    let value = headers.get(RETRY_AFTER)?;
    let received = String::from_utf8_lossy(value.as_bytes()).trim().to_string();
    let start = text(DATE).and_then(date).unwrap_or_else(SystemTime::now);
    let until = |date: SystemTime| date.duration_since(start).unwrap_or(Duration::ZERO);
    let delay = seconds(&received).or_else(|| date(&received).map(until));
    Some(RetryAfter { received, delay })
}

/// Digits and nothing else; more than there is room for is as long as there is room for.
fn seconds(value: &str) -> Option<Duration> {
    let is_number = !value.is_empty() && value.bytes().all(|byte| byte.is_ascii_digit());
    is_number.then(|| Duration::from_secs(value.parse().unwrap_or(u64::MAX)))
}

/// Any of the three forms of a date (RFC 9110 §5.6.7).
fn date(value: &str) -> Option<SystemTime> {
    httpdate::parse_http_date(value.trim()).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn delay(value: &str) -> Option<u64> {
        let mut headers = HeaderMap::new();
        headers.insert(DATE, "Sun, 06 Nov 1994 08:49:00 GMT".parse().expect("a value"));
        headers.insert(RETRY_AFTER, value.parse().expect("a value"));
        find(&headers).expect("the header").delay.map(|delay| delay.as_secs())
    }

    #[test]
    fn seconds_and_all_forms_of_dates_are_read() {
        assert_eq!(delay("120"), Some(120));
        assert_eq!(delay("0"), Some(0));
        assert_eq!(delay("Sun, 06 Nov 1994 08:49:37 GMT"), Some(37));
        assert_eq!(delay("Sunday, 06-Nov-94 08:49:37 GMT"), Some(37));
        assert_eq!(delay("Sun Nov  6 08:49:37 1994"), Some(37));
        assert_eq!(delay("Sun, 06 Nov 1994 08:48:00 GMT"), Some(0));
        assert_eq!(delay("99999999999999999999999"), Some(u64::MAX));
        for nonsense in ["-1", "+1", "1.5", "soon", "", "120 s"] {
            assert_eq!(delay(nonsense), None, "{nonsense}");
        }
    }
}
