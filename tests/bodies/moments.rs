//! Moments of other crates, which are written as RFC 3339 has them.

use api_error_catalog::ApiErrorCatalog;

#[derive(ApiErrorCatalog)]
#[catalog("ui/setters/catalog.toml")]
enum Ledger {}

/// The text of a moment in each slot that takes one; empty where it is not set.
macro_rules! text_of {
    ($moment:expr) => {{
        let body = || LedgerCode::Closed.body();
        let moment = || $moment;
        let option = Some(moment());
        let bodies = [
            body().timestamp(moment()),
            body().timestamp(&moment()),
            body().timestamp(Some(moment())),
            body().timestamp(&option),
            body().until(moment()),
            body().until(&moment()),
            body().reference(moment()),
            body().reference(&moment()),
        ];
        let texts = bodies.map(|body| {
            let json = super::parsed(&json_of!(body));
            let found = ["timestamp", "until", "reference"].map(|name| json[name].as_str());
            found.into_iter().flatten().collect::<String>()
        });
        assert!(texts.iter().all(|text| *text == texts[0]), "{texts:?}");
        let [text, ..] = texts;
        text
    }};
}

/// 2026-07-28 09:30:15 UTC.
const SECONDS: i64 = 1_785_231_015;

#[test]
fn moments_of_chrono() {
    use chrono::{DateTime, FixedOffset, Utc};

    let at = |nanoseconds| DateTime::from_timestamp(SECONDS, nanoseconds).expect("a moment");
    assert_eq!(text_of!(at(0)), "2026-07-28T09:30:15Z");
    assert_eq!(text_of!(at(250_000_000)), "2026-07-28T09:30:15.250Z");
    assert_eq!(text_of!(at(1)), "2026-07-28T09:30:15.000000001Z");
    let with_offset = |seconds| {
        let offset = FixedOffset::east_opt(seconds).expect("an offset");
        move || at(0).with_timezone(&offset)
    };
    assert_eq!(text_of!(with_offset(19_800)()), "2026-07-28T15:00:15+05:30");
    assert_eq!(text_of!(with_offset(-12_600)()), "2026-07-28T06:00:15-03:30");
    // That of Paris before 1911.
    assert_eq!(text_of!(with_offset(561)()), "2026-07-28T09:30:15Z");
    for year_without_four_digits in [DateTime::<Utc>::MIN_UTC, DateTime::<Utc>::MAX_UTC] {
        assert_eq!(text_of!(year_without_four_digits), "");
        let offset = FixedOffset::east_opt(3600).expect("an offset");
        assert_eq!(text_of!(year_without_four_digits.with_timezone(&offset)), "");
        let offset = FixedOffset::west_opt(3600).expect("an offset");
        assert_eq!(text_of!(year_without_four_digits.with_timezone(&offset)), "");
    }
    let end = || DateTime::from_timestamp(253_402_300_799, 0).expect("a moment");
    assert_eq!(text_of!(end()), "9999-12-31T23:59:59Z");
    let offset = FixedOffset::east_opt(3600).expect("an offset");
    assert_eq!(text_of!(end().with_timezone(&offset)), "");
}

#[test]
fn moments_of_jiff() {
    use jiff::Timestamp;
    use jiff::tz::{Offset, TimeZone};

    let at = |nanoseconds| Timestamp::new(SECONDS, nanoseconds).expect("a moment");
    assert_eq!(text_of!(at(0)), "2026-07-28T09:30:15Z");
    assert_eq!(text_of!(at(250_000_000)), "2026-07-28T09:30:15.25Z");
    let with_offset = |seconds| {
        let offset = Offset::from_seconds(seconds).expect("an offset");
        move || at(0).to_zoned_datetime(TimeZone::fixed(offset))
    };
    assert_eq!(text_of!(with_offset(0)()), "2026-07-28T09:30:15Z");
    assert_eq!(text_of!(with_offset(19_800)()), "2026-07-28T15:00:15+05:30");
    assert_eq!(text_of!(with_offset(-12_600)()), "2026-07-28T06:00:15-03:30");
    assert_eq!(text_of!(with_offset(561)()), "2026-07-28T09:30:15Z");
    assert_eq!(text_of!(Timestamp::MIN), "");
    assert_eq!(text_of!(Timestamp::MIN.to_zoned_datetime(TimeZone::UTC)), "");
}

#[test]
fn moments_of_time() {
    use time::{OffsetDateTime, UtcOffset};

    let utc = || OffsetDateTime::from_unix_timestamp(SECONDS).expect("a moment");
    assert_eq!(text_of!(utc()), "2026-07-28T09:30:15Z");
    let half = || utc().replace_millisecond(250).expect("a millisecond");
    assert_eq!(text_of!(half()), "2026-07-28T09:30:15.25Z");
    let with_offset = |seconds| {
        let offset = UtcOffset::from_whole_seconds(seconds).expect("an offset");
        move || utc().to_offset(offset)
    };
    assert_eq!(text_of!(with_offset(19_800)()), "2026-07-28T15:00:15+05:30");
    assert_eq!(text_of!(with_offset(-12_600)()), "2026-07-28T06:00:15-03:30");
    assert_eq!(text_of!(with_offset(561)()), "2026-07-28T09:30:15Z");
    let before_the_year_0 = || OffsetDateTime::from_unix_timestamp(-62_167_219_201);
    assert_eq!(text_of!(before_the_year_0().expect("a moment")), "");
}
