//! What a body is sent with.

use std::time::Duration;

use api_error_catalog::ApiErrorCatalog;
use api_error_catalog_core::Body;
use api_error_catalog_model::{Side, compile, read_text};
use api_error_catalog_tests::catalogs::{BearerCode, DelaysCode, HeadedCode, Hub2Code};

use super::sent;

#[test]
fn parts_are_status_media_type_and_headers() {
    let body = HeadedCode::ResourceNotFoundException.body().name("table").request_id("req_1");
    let parts = body.type_uri("http://internal.amazon.com/coral/").shard(7).parts();
    assert_eq!((parts.status(), parts.media_type()), (400, "application/x-amz-json-1.1"));
    let expected = [
        ("x-amzn-errortype", "ResourceNotFoundException:http://internal.amazon.com/coral/"),
        ("x-amzn-requestid", "req_1"),
        ("x-shard", "shard-7"),
    ];
    assert_eq!(sent(&parts), expected);
    let owned = parts.into_headers();
    assert_eq!(owned[2], ("x-shard".into(), "shard-7".to_owned()));
    // A catalog without headers.
    assert_eq!(sent(&Hub2Code::InsufficientFunds.body().parts()), []);
}

#[test]
fn a_header_without_its_slot_is_left_out() {
    let parts = HeadedCode::ThrottlingException.body().parts();
    assert_eq!(sent(&parts), [("x-amzn-errortype", "ThrottlingException")]);
    for nothing in ["", " ", "\t \r\n"] {
        let body = HeadedCode::ThrottlingException.body().request_id(nothing).type_uri(nothing);
        assert_eq!(sent(&body.parts()), [("x-amzn-errortype", "ThrottlingException")]);
    }
}

#[test]
fn the_row_of_the_status_takes_the_place_of_the_same_name() {
    let body = HeadedCode::ServiceUnavailable.body().request_id("req_1").trace_id("t");
    let expected = [("x-amzn-errortype", "ServiceUnavailable"), ("x-amzn-requestid", "req_1/t")];
    assert_eq!(sent(&body.parts()), expected);
    // One that lacks a slot does not come back in another form.
    let body = HeadedCode::ServiceUnavailable.body().request_id("req_1");
    assert_eq!(sent(&body.parts()), [expected[0]]);
    // A name without a value replaces nothing, and names have no case.
    let body = BearerCode::InvalidRequest.body().realm("r");
    let expected = [("Cache-Control", "no-store"), ("WWW-Authenticate", r#"Bearer realm="r""#)];
    assert_eq!(sent(&body.parts()), expected);
    let body = BearerCode::InsufficientScope.body().realm("r");
    let challenge = ("www-authenticate", r#"Bearer error="insufficient_scope""#);
    assert_eq!(sent(&body.parts()), [expected[0], challenge]);
}

#[test]
fn what_varies_in_a_message_never_travels_as_an_ellipsis() {
    let body = || BearerCode::InvalidToken.body().realm("example");
    let challenge = |parts: &api_error_catalog::BodyParts| sent(parts)[1].1.to_owned();
    let expected = r#"Bearer realm="example", error="invalid_token""#;
    assert_eq!(challenge(&body().parts()), expected);
    let expected = r#"Bearer realm="example", error="invalid_token", error_description="The access token expired at noon.", scope="a b""#;
    assert_eq!(challenge(&body().expired_at("noon").scope("a b").parts()), expected);
    // What is not ASCII is shown as such.
    let expected = r#"Bearer realm="example", error="invalid_token", error_description="Le jeton a expir? ? midi.""#;
    assert_eq!(challenge(&body().expired_at("midi").locale("fr").parts()), expected);
}

#[test]
fn a_delay_in_a_header_is_whole_seconds() {
    let body = || DelaysCode::NotFound.body();
    let parts = body().retry_after(Duration::from_millis(1500)).parts();
    assert_eq!(sent(&parts), [("Retry-After", "2")]);
    assert_eq!(sent(&body().retry_after(Duration::from_mins(2)).parts()), [("Retry-After", "120")]);
    assert_eq!(sent(&body().retry_after(Duration::ZERO).parts()), [("Retry-After", "0")]);
    let max = body().retry_after(Duration::from_secs(u64::MAX)).parts();
    assert_eq!(sent(&max), [("Retry-After", "18446744073709551615")]);
}

#[test]
fn headers_are_those_of_the_first_error() {
    use api_error_catalog_tests::catalogs::ListedCode;
    let parts = ListedCode::ALL[0].body().parts();
    assert_eq!(
        sent(&ListedCode::ALL[0].body().and(ListedCode::ALL[1].body()).parts()),
        sent(&parts)
    );
}

/// What an entry puts into slots stands in headers too.
#[test]
fn an_entry_fills_slots_of_headers() {
    let text = r#"
        [catalog]
        name    = "set"
        locales = ["en"]
        [body.members]
        code = "{code}"
        [headers]
        x-realm     = "{realm}"
        Retry-After = "{retry_after}"
        x-message   = "{message}"
        [body.slots]
        realm = { type = "string" }
        [code.busy]
        status  = 503
        message = "Wait {retry_after} seconds at {realm}."
        set     = { realm = "main", retry_after = 1.5 }
    "#;
    let reading = read_text("set.toml", text, Side::Server);
    let encoded = compile(reading.catalog().expect("no errors")).expect("a small catalog");
    let catalog = encoded.catalog();
    let body = Body::new(catalog.from_code("busy").expect("an entry"));
    let expected =
        [("x-realm", "main"), ("Retry-After", "2"), ("x-message", "Wait 1.5 seconds at main.")];
    assert!(body.headers().iter().map(|(name, value)| (*name, value.as_str())).eq(expected));
}

/// Fields of an error fill the slots of headers.
#[derive(Debug, ApiErrorCatalog)]
#[catalog("catalogs/bearer.toml", codes = Codes)]
enum Refused {
    InvalidToken {
        expired_at: u32,
        realm: String,
    },
    // The header of its status needs the realm, so it is not one of the rest.
    InvalidClient {
        realm: String,
    },
    SlowDown {
        retry_after: Duration,
    },
    #[catalog(rest)]
    #[allow(dead_code)]
    Other(RefusedRest),
}

#[test]
fn fields_of_an_error_fill_headers() {
    let error = Refused::InvalidToken { expired_at: 7, realm: "r".to_owned() };
    let expected = r#"Bearer realm="r", error="invalid_token", error_description="The access token expired at 7.""#;
    assert_eq!(sent(&error.body().parts())[1], ("WWW-Authenticate", expected));
    let error = Refused::InvalidClient { realm: "r".to_owned() };
    let expected = r#"Bearer realm="r", error="invalid_client", error_description="No client is called \"anonymous\".""#;
    assert_eq!(sent(&error.body().parts())[1], ("WWW-Authenticate", expected));
    let error = Refused::SlowDown { retry_after: Duration::from_secs(30) };
    assert_eq!(sent(&error.body().parts())[1], ("Retry-After", "30"));
    assert_eq!((error.body().parts().status(), error.code()), (429, Codes::SlowDown));
}
