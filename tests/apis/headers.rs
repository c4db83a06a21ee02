//! What published examples have in their headers.

use std::time::Duration;

use api_error_catalog::Retry;
use api_error_catalog_core::{Body, Entry};

use super::api::{Api, body};

fn sent(body: &Body<'_, '_>) -> Vec<(String, String)> {
    body.headers().into_iter().map(|(name, value)| (name.to_owned(), value)).collect()
}

/// RFC 6750 §3: a request without a token, and one with an expired token.
#[test]
fn oauth() {
    let api = Api::open("oauth");
    let catalog = api.catalog();
    let answer =
        catalog.decode_with_headers(401, [("WWW-Authenticate", r#"Bearer realm="example""#)], b"");
    assert_eq!((answer.raw_code(), answer.slot("realm").as_deref()), (None, Some(r#""example""#)));

    let challenge = r#"Bearer realm="example", error="invalid_token", error_description="The access token expired""#;
    let answer = catalog.decode_with_headers(401, [("WWW-Authenticate", challenge)], b"");
    let entry = answer.entry().expect("a code of the catalog");
    assert_eq!((entry.as_str(), answer.raw_code()), ("invalid_token", Some("invalid_token")));
    assert_eq!(answer.message().as_deref(), Some("The access token expired"));
    let written = body(entry, &[("realm", "example".into())]);
    assert_eq!(sent(&written), [("WWW-Authenticate".to_owned(), challenge.to_owned())]);
}

/// The code of an error of AWS is in a header alone where the protocol is REST.
#[test]
fn aws_json() {
    let api = Api::open("aws-json");
    let catalog = api.catalog();
    let headers = [
        ("x-amzn-RequestId", "b25f48e8-84fd-11e6-80d9-574e0c4664cb"),
        (
            "x-amzn-ErrorType",
            "ThrottlingException:http://internal.amazon.com/coral/com.amazon.coral.availability/",
        ),
    ];
    let answer = catalog.decode_with_headers(400, headers, br#"{"message":"Rate exceeded"}"#);
    let entry = answer.entry().expect("a code of the catalog");
    assert_eq!(
        (entry.as_str(), answer.raw_code()),
        ("ThrottlingException", Some("ThrottlingException"))
    );
    assert!(answer.is_recognized());
    assert_eq!(answer.message().as_deref(), Some("Rate exceeded"));
    assert_eq!(
        answer.slot("request_id").as_deref(),
        Some(r#""b25f48e8-84fd-11e6-80d9-574e0c4664cb""#)
    );
    assert_eq!(answer.header("X-AMZN-REQUESTID"), Some(headers[0].1));

    let values = ["request_id", "type_uri"]
        .map(|name| (name, answer.slot(name).expect("a value").parse().expect("JSON")));
    let expected = headers.map(|(name, value)| (name.to_ascii_lowercase(), value.to_owned()));
    let mut sent = sent(&body(entry, &values));
    sent.sort_unstable_by(|left, right| right.cmp(left));
    assert_eq!(sent, expected);
}

/// AIP-193: the delay of a `RetryInfo`, wherever it stands.
#[test]
fn google() {
    let api = Api::open("google");
    let catalog = api.catalog();
    let error = br#"{"error":{"code":429,"status":"RESOURCE_EXHAUSTED","message":"The zone 'us-east1-a' does not have enough resources available to fulfill the request. Try a different zone, or try again later.","details":[{"@type":"type.googleapis.com/google.rpc.ErrorInfo","reason":"RESOURCE_AVAILABILITY","domain":"compute.googleapis.com"},{"@type":"type.googleapis.com/google.rpc.RetryInfo","retryDelay":"30.5s"}]}}"#;
    let answer = catalog.decode(429, error);
    assert_eq!(answer.entry().map(Entry::as_str), Some("RESOURCE_AVAILABILITY"));
    assert_eq!(answer.retry_after(), Some(Duration::from_millis(30_500)));
    assert_eq!(answer.retry(), Some(Retry::AfterDelay));
    let answer = answer.with_headers([("Retry-After", "60")]);
    assert_eq!(answer.retry_after(), Some(Duration::from_mins(1)));
}
