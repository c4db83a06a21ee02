//! `Retry-After`, and other uses of an `http::Response`.

use std::time::Duration;

use api_error_catalog::Retry;
use api_error_catalog_tests::catalogs::{Orders, OrdersCode};

use super::{basis, read};

fn respond(status: u16, headers: &[(&str, &str)], body: &str) -> http::Response<String> {
    let mut response = http::Response::builder().status(status);
    for (name, value) in headers {
        response = response.header(*name, *value);
    }
    response.body(body.to_owned()).expect("a response")
}

#[test]
fn retry_after_in_seconds_wins_over_the_catalog() {
    let body = r#"{"code":"refused"}"#;
    assert_eq!(read(400, body).retry(), Some(Retry::Never));
    let decoded = Orders::decode_response(&respond(400, &[("Retry-After", "120")], body));
    assert_eq!(decoded.code(), Some(OrdersCode::Refused));
    assert_eq!(decoded.retry(), Some(Retry::AfterDelay));
    assert_eq!(decoded.retry_after(), Some(Duration::from_mins(2)));
    assert_eq!(decoded.raw_retry_after(), Some("120"));
    let response = respond(400, &[("retry-after", "120")], body);
    let same = read(400, body).with_headers(response.headers());
    assert_eq!(same.retry_after(), decoded.retry_after());
    assert_eq!(same.retry(), Some(Retry::AfterDelay));
    // Where nothing else is known, too.
    let decoded = Orders::decode_response(&respond(100, &[("Retry-After", "0")], ""));
    assert_eq!(decoded.retry_after(), Some(Duration::ZERO));
    assert_eq!((decoded.retry(), basis(&decoded)), (Some(Retry::AfterDelay), "nothing".to_owned()));
}

#[test]
fn retry_after_as_a_date_counts_from_the_date_of_the_answer() {
    let date = "Sun, 06 Nov 1994 08:49:00 GMT";
    for value in [
        "Sun, 06 Nov 1994 08:49:37 GMT",
        "Sunday, 06-Nov-94 08:49:37 GMT",
        "Sun Nov  6 08:49:37 1994",
    ] {
        let response = respond(503, &[("Retry-After", value), ("Date", date)], "");
        let decoded = Orders::decode_response(&response);
        assert_eq!(decoded.retry_after(), Some(Duration::from_secs(37)), "{value}");
        assert_eq!(decoded.raw_retry_after(), Some(value));
        assert_eq!(decoded.retry(), Some(Retry::AfterDelay));
        // Long past, by the clock of this machine.
        let decoded = Orders::decode_response(&respond(503, &[("Retry-After", value)], ""));
        assert_eq!(decoded.retry_after(), Some(Duration::ZERO), "{value}");
    }
}

#[test]
fn without_a_retry_after_the_catalog_counts() {
    let decoded = Orders::decode_response(&respond(500, &[], ""));
    assert_eq!((decoded.retry_after(), decoded.raw_retry_after()), (None, None));
    assert_eq!(decoded.retry(), Some(Retry::AfterDelay));
    let decoded = Orders::decode_response(&respond(400, &[], ""));
    assert_eq!(decoded.retry(), Some(Retry::AfterChange));
}

#[test]
fn a_retry_after_that_makes_no_sense_is_kept_and_changes_nothing() {
    for value in ["soon", "-5", "1.5", ""] {
        let response = respond(400, &[("Retry-After", value)], r#"{"code":"refused"}"#);
        let decoded = Orders::decode_response(&response);
        assert_eq!(decoded.raw_retry_after(), Some(value));
        assert_eq!(decoded.retry_after(), None, "{value}");
        assert_eq!(decoded.retry(), Some(Retry::Never), "{value}");
    }
}

#[test]
fn a_response_may_have_any_kind_of_body() {
    let response = http::Response::builder().status(409).body(b"{}".to_vec()).expect("a response");
    assert_eq!(Orders::decode_response(&response).code(), Some(OrdersCode::Conflict));
    assert_eq!(Orders::decode_response(&response.map(|_| "")).status(), 409);
}
