//! How long an answer says to wait, in its body and in its headers.

use std::time::{Duration, SystemTime};

use api_error_catalog::{Decoded, Retry};
use api_error_catalog_tests::catalogs::{Delays, DelaysCode};

const DATE: (&str, &str) = ("Date", "Sun, 06 Nov 1994 08:49:00 GMT");

fn read(status: u16, error: &str, headers: &[(&str, &str)]) -> Decoded<DelaysCode> {
    let body = format!(r#"{{"error":{error}}}"#);
    Delays::decode(status, body.as_bytes()).with_header_fields(headers.iter().copied())
}

fn seconds(answer: &Decoded<DelaysCode>) -> Option<f64> {
    answer.retry_after().map(|delay| delay.as_secs_f64())
}

fn retry_info(delay: &str) -> String {
    format!(
        r#"{{"code":"not-found","details":[{{"@type":"type.example/RetryInfo","retryDelay":{delay}}}]}}"#
    )
}

#[test]
fn a_delay_has_many_forms() {
    for (json, expected) in [
        (r#""30s""#, Some(30.0)),
        (r#""1.5s""#, Some(1.5)),
        (r#""30""#, Some(30.0)),
        (r#""1994-11-06T08:49:37Z""#, Some(37.0)),
        (r#""soon""#, None),
        ("30", None),
    ] {
        let answer = read(404, &retry_info(json), &[DATE]);
        assert_eq!(seconds(&answer), expected, "{json}");
        let retry = if expected.is_some() { Retry::AfterDelay } else { Retry::Never };
        assert_eq!(answer.retry(), Some(retry), "{json}");
    }
    for (json, expected) in [
        ("30", Some(30.0)),
        ("30.5", Some(30.5)),
        (r#""30""#, Some(30.0)),
        (r#""0.25s""#, Some(0.25)),
        (r#""Sun, 06 Nov 1994 08:49:37 GMT""#, Some(37.0)),
        (r#""Sun, 06 Nov 1994 08:48:37 GMT""#, Some(0.0)),
        ("1e99", Some(2_147_483_648.0)),
        ("-1", None),
        ("true", None),
        ("null", None),
        ("[30]", None),
        (r#""30m""#, None),
    ] {
        let answer = read(404, &format!(r#"{{"window":{json}}}"#), &[DATE]);
        assert_eq!(seconds(&answer), expected, "{json}");
        assert_eq!(answer.slot("window").is_some(), expected.is_some(), "{json}");
    }
}

#[test]
fn a_time_is_measured_against_the_date_of_the_answer() {
    for time in ["784111777", "784111777.0", "1994-11-06T08:49:37Z", "Sun Nov  6 08:49:37 1994"] {
        let headers = [("X-RateLimit-Reset", time), DATE];
        assert_eq!(seconds(&read(429, "{}", &headers)), Some(37.0), "{time}");
        let error = format!(r#"{{"until":"until {time}"}}"#);
        assert_eq!(seconds(&read(404, &error, &[DATE])), Some(37.0), "{time}");
    }
    // The catalog says that the header is there under 429, and nobody else has to wait.
    let headers = [("X-RateLimit-Reset", "784111777"), DATE];
    let answer = read(404, r#"{"code":"not-found"}"#, &headers);
    assert_eq!((answer.retry_after(), answer.retry()), (None, Some(Retry::Never)));
}

#[test]
fn without_a_date_the_clock_counts() {
    let now = SystemTime::UNIX_EPOCH.elapsed().expect("a clock").as_secs();
    let time = (now + 100).to_string();
    let answer = read(429, "{}", &[("x-ratelimit-reset", &time)]);
    let delay = answer.retry_after().expect("a delay");
    assert!((Duration::from_secs(90)..=Duration::from_secs(100)).contains(&delay), "{delay:?}");
    // A time that nobody can measure, without a clock.
    let answer = Delays::CATALOG.decode(429, b"").with_headers([("x-ratelimit-reset", &time)]);
    assert_eq!((answer.retry_after(), answer.retry()), (None, None));
    assert_eq!(answer.slot("reset").as_deref(), Some(time.as_str()));
    let answer = answer.with_now(|| Duration::from_secs(now));
    assert_eq!(answer.retry_after(), Some(Duration::from_secs(100)));
}

#[test]
fn retry_after_wins_over_delays_and_they_over_times() {
    let error = r#"{"code":"rate-limited","window":20,"until":"until 784111780"}"#;
    let headers =
        |retry_after| [("Retry-After", retry_after), ("X-RateLimit-Reset", "784111777"), DATE];
    assert_eq!(seconds(&read(429, error, &headers("10"))), Some(10.0));
    assert_eq!(read(429, error, &headers("10")).slot("retry_after"), Some(10.into()));
    // One that makes no sense is passed over.
    assert_eq!(seconds(&read(429, error, &headers("soon"))), Some(20.0));
    let error = r#"{"code":"rate-limited","until":"until 784111780"}"#;
    assert_eq!(seconds(&read(429, error, &headers("soon"))), Some(40.0));
    assert_eq!(seconds(&read(429, "{}", &headers("soon"))), Some(37.0));
}

#[test]
fn delays_are_written_in_seconds() {
    let body = DelaysCode::RateLimited.body().limit("60").window(Duration::from_secs(20));
    let body = body.retry_delay(Duration::from_millis(1500)).until("1994-11-06T08:49:37Z");
    let body = body.reset(784_111_777_u64).retry_after(Duration::from_millis(200));
    let expected = r#"{"error":{"code":"rate-limited","message":"No more than 60 a minute.","window":20,"until":"until 1994-11-06T08:49:37Z","details":[{"@type":"type.example/RetryInfo","retryDelay":"1.5s"}]}}"#;
    assert_eq!(String::from_utf8_lossy(&body.to_json()), expected);
    let parts = body.parts();
    assert_eq!(super::sent(&parts), [("Retry-After", "1"), ("x-ratelimit-reset", "784111777")]);
    let answer = Delays::decode(429, &body.to_json()).with_header_fields(parts.headers());
    assert_eq!(answer.code(), Some(DelaysCode::RateLimited));
    assert_eq!(answer.slot("retry_delay"), Some(1.5.into()));
    assert_eq!(answer.slot("reset"), Some(784_111_777.into()));
    assert_eq!(answer.retry_after(), Some(Duration::from_secs(1)));
}
