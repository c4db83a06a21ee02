//! What is read from the headers of an answer.

use api_error_catalog::{Basis, HEADER_LIMIT};
use api_error_catalog_tests::catalogs::{Bearer, BearerCode, Headed, HeadedCode, Hub2};

const THROTTLED: (&str, &str) = ("X-Amzn-ErrorType", "ThrottlingException:http://internal/");

#[test]
fn a_code_in_a_header_is_a_code() {
    let answer = Headed::decode(400, br#"{"Message":"Rate exceeded."}"#);
    assert_eq!((answer.code(), answer.raw_code()), (None, None));
    let answer = answer.with_header_fields([THROTTLED, ("X-Amzn-RequestId", "  req_1 ")]);
    assert_eq!(answer.code(), Some(HeadedCode::ThrottlingException));
    assert_eq!(answer.raw_code(), Some("ThrottlingException"));
    assert!(matches!(answer.basis(), Basis::Code(_)));
    assert!(answer.is_code("ThrottlingException"));
    assert_eq!(answer.slot("type_uri"), Some("http://internal/".into()));
    assert_eq!(answer.slot("request_id"), Some("req_1".into()));
    assert_eq!(answer.slot("shard"), None);
    assert_eq!(answer.errors().len(), 1);

    // Without a body, with a proxy's, and a code that the catalog does not know.
    for body in ["", "<html>", "{}"] {
        let answer = Headed::decode(400, body.as_bytes());
        assert!(!answer.is_recognized());
        let answer = answer.with_header_fields([THROTTLED]);
        assert!(answer.is_recognized());
        assert_eq!(answer.code(), Some(HeadedCode::ThrottlingException), "{body}");
        let answer = Headed::decode(400, body.as_bytes());
        let answer = answer.with_header_fields([("x-amzn-errortype", "New")]);
        assert_eq!((answer.code(), answer.raw_code()), (None, Some("New")));
    }
}

#[test]
fn a_header_is_found_by_its_name() {
    let headers = [("Set-Cookie", "a=1"), ("set-cookie", "b=2"), ("X-Other", "é \u{fffd}")];
    let answer = Hub2::decode(402, b"{}").with_header_fields(headers);
    assert_eq!(answer.header("SET-COOKIE"), Some("a=1"));
    assert_eq!(answer.header("x-other"), Some("é \u{fffd}"));
    assert_eq!(answer.header("x-none"), None);
    assert!(answer.answer().headers().eq(headers));
    // Two answers are the same where their headers are.
    assert_eq!(answer, Hub2::decode(402, b"{}").with_header_fields(headers));
    assert_ne!(answer, Hub2::decode(402, b"{}"));
    let response = http::Response::builder().status(402).header("x-raw", &b"a\xFFb"[..]);
    let answer = Hub2::decode_response(&response.body("{}").expect("a response"));
    assert_eq!(answer.header("X-Raw"), Some("a\u{fffd}b"));
}

#[test]
fn headers_are_kept_up_to_a_limit() {
    let large = "x".repeat(HEADER_LIMIT);
    let half = "y".repeat(HEADER_LIMIT / 2);
    let headers = [("a", large.as_str()), ("b", &half), ("c", &half), ("", "d"), ("e", "f")];
    let answer = Hub2::decode(402, b"").with_header_fields(headers);
    assert!(answer.answer().headers().eq([("b", half.as_str()), ("e", "f")]));
}

#[test]
fn a_challenge_is_read_in_any_order() {
    let challenge = r#"Bearer realm="example", scope="a b", error="invalid_token""#;
    let answer = Bearer::decode(401, b"");
    let answer = answer.with_header_fields([
        ("WWW-Authenticate", r#"Basic realm="other""#),
        ("WWW-Authenticate", challenge),
    ]);
    assert_eq!(answer.code(), Some(BearerCode::InvalidToken));
    assert_eq!(answer.slot("realm"), Some("example".into()));
    assert_eq!(answer.slot("scope"), Some("a b".into()));
    assert_eq!(answer.header("www-authenticate"), Some(r#"Basic realm="other""#));
}

/// A client has to pass over parameters that it does not know (RFC 6750 §3).
#[test]
fn parameters_of_a_challenge_that_the_catalog_does_not_name_are_passed_over() {
    for challenge in [
        r#"Bearer realm="a, b", error="invalid_token", more="c""#,
        r#"Bearer realm="a, b", more="c, error=\"d", error="invalid_token""#,
        r#"Bearer realm="a, b" ,more=c,, error="invalid_token""#,
    ] {
        let answer = Bearer::decode(401, b"").with_header_fields([("WWW-Authenticate", challenge)]);
        assert_eq!(answer.code(), Some(BearerCode::InvalidToken), "{challenge}");
        assert_eq!(answer.slot("realm"), Some("a, b".into()), "{challenge}");
    }
}

#[test]
fn a_value_that_does_not_fit_says_nothing() {
    for challenge in [
        "Negotiate",
        r#"Bearer realm="a", error="invalid_token"#,
        r#"Bearer more="b", error="invalid_token""#,
        r#"Bearer realm="a", error=invalid_token"#,
        r#"Bearer realm="a", error="invalid_token" more"#,
    ] {
        let answer = Bearer::decode(401, b"").with_header_fields([("WWW-Authenticate", challenge)]);
        assert_eq!((answer.code(), answer.raw_code()), (None, None), "{challenge}");
        assert_eq!(answer.slot("realm"), None, "{challenge}");
        assert_eq!(answer.header("www-authenticate"), Some(challenge));
    }
    // Of another status, the header says something else.
    let challenge = ("WWW-Authenticate", r#"Bearer realm="a", error="invalid_token""#);
    let answer = Bearer::decode(403, b"").with_header_fields([challenge]);
    assert_eq!(answer.raw_code(), None);
}

#[test]
fn the_body_says_it_better() {
    let body = br#"{"error":"insufficient_scope","error_description":"Not that far."}"#;
    let challenge =
        r#"Bearer realm="a", error="invalid_token", error_description="Expired.", scope="b""#;
    let answer = Bearer::decode(401, body).with_header_fields([("WWW-Authenticate", challenge)]);
    assert_eq!(answer.code(), Some(BearerCode::InsufficientScope));
    assert_eq!(answer.message().as_deref(), Some("Not that far."));
    assert_eq!(answer.slot("scope"), Some("b".into()));
    assert!(!answer.is_code("invalid_token"));
    // Whatever the header, the same one twice changes nothing.
    let twice = answer.clone().with_header_fields([("WWW-Authenticate", challenge)]);
    assert_eq!((twice.code(), twice.message()), (answer.code(), answer.message()));
}
