//! Answers that are not as the catalog has them: what is said of each.

use api_error_catalog::{BODY_LIMIT, assert_error};

use super::{Shop, ShopCode, failures_of, panic_of, run};

fn order_not_found() -> Vec<u8> {
    ShopCode::OrderNotFound.body().order_id("ord_7").to_json()
}

#[test]
fn everything_is_said_at_once_with_the_answer() {
    let body =
        r#"{"status":"404","code":"order-not-found","message":"Order … is unknown.","more":1}"#;
    let lines = panic_of(|| assert_error!((400, body), ShopCode::OrderNotFound, order_id = "a"));
    assert_eq!(
        lines,
        [
            "the answer is not `order-not-found` as the catalog has it:",
            "- the status is 400, and the catalog says 404",
            "- `/status` is not valid by the catalog’s schema: \"404\" is not of type \"integer\", and \"404\" is not of type \"null\"",
            "- the body is not valid by the catalog’s schema: Additional properties are not allowed ('more' was unexpected)",
            "- the message has `…` for `order_id`, which nobody has set",
            "- the answer has no parameter `order_id`; `a` is expected",
            &format!("it is 400 {body}"),
        ]
    );
}

#[test]
#[should_panic(
    expected = "\n- it is `order-not-found`\n- the status is 404, and the catalog says 503\n"
)]
fn another_code() {
    assert_error!((404, order_not_found()), ShopCode::Closed);
}

#[test]
fn no_code_that_is_known() {
    let of = |body| failures_of(|| assert_error!((404, body), ShopCode::OrderNotFound));
    let known = r#"{"status":404,"code":"new","message":"New."}"#;
    assert_eq!(of(known), ["the catalog does not know its code, `new`"]);
    let none = r#"{"status":404,"code":null,"message":"None."}"#;
    assert_eq!(of(none), ["it has no code"]);
}

#[test]
fn another_entry_with_the_same_code() {
    let json = ShopCode::ClosedForLong.body().day("Monday").to_json();
    let failures = failures_of(|| assert_error!((503, json), ShopCode::Closed));
    assert_eq!(failures, ["it is `closed-for-long` with the same code"]);
}

#[test]
#[allow(deprecated, reason = "a retired code is what it is about")]
#[should_panic(expected = "\n- `sold-out` is retired: it is read, and not sent any more\n")]
fn a_retired_code() {
    assert_error!((409, ShopCode::SoldOut.body().to_json()), ShopCode::SoldOut);
}

#[test]
#[should_panic(expected = "\n- the status is 400, and the catalog says 404\n")]
fn another_status() {
    assert_error!((400, order_not_found()), ShopCode::OrderNotFound);
}

#[test]
#[should_panic(
    expected = "\n- the body is not valid by the catalog’s schema: \"message\" is a required property\n"
)]
fn a_body_that_lacks_a_member() {
    assert_error!((503, r#"{"status":503,"code":"closed"}"#), ShopCode::Closed);
}

#[test]
fn a_body_that_is_no_json() {
    let lines = panic_of(|| assert_error!((502, "<html>"), ShopCode::Closed));
    assert_eq!(lines[1], "- it has no code");
    assert!(lines[3].starts_with("- the body is no JSON: expected value"), "{lines:?}");
    assert_eq!(lines.last().map(String::as_str), Some("it is 502 <html>"));
    let lines = panic_of(|| assert_error!((503, ""), ShopCode::Closed));
    assert_eq!(lines.last().map(String::as_str), Some("it is 503 without a body"));
}

#[test]
fn a_body_that_is_too_long() {
    let json = ShopCode::Closed.body().extra("é".repeat(BODY_LIMIT)).to_json();
    let lines = panic_of(|| assert_error!((503, &json), ShopCode::Closed));
    assert_eq!(lines[1], "- the body has more than 262144 bytes");
    let answer = lines.last().expect("the answer");
    assert!(answer.len() < 5000 && answer.ends_with("… (262144 bytes)"), "{answer}");
}

#[test]
#[should_panic(expected = "\n- the message has `…` for `order_id`, which nobody has set\n")]
fn a_parameter_that_nobody_has_set() {
    assert_error!((404, ShopCode::OrderNotFound.body().to_json()), ShopCode::OrderNotFound);
}

/// A response of a code, with some headers and no others.
fn with_headers(code: ShopCode, headers: &[(&str, &str)]) -> http::Response<Vec<u8>> {
    let mut response = http::Response::builder().status(code.status());
    for (name, value) in headers {
        response = response.header(*name, *value);
    }
    response.body(code.body().to_json()).expect("a response")
}

const MEDIA_TYPE: (&str, &str) = ("content-type", "application/vnd.shop+json");
const NO_STORE: (&str, &str) = ("cache-control", "no-store");

#[test]
fn another_media_type() {
    let of = |headers: &[_]| {
        let response = with_headers(ShopCode::SignedOut, headers);
        failures_of(|| assert_error!(response, ShopCode::SignedOut))
    };
    let challenge = ("www-authenticate", "Bearer realm=\"a\"");
    assert_eq!(
        of(&[challenge, NO_STORE, ("content-type", "application/json")]),
        ["the media type is `application/json`, and the catalog says `application/vnd.shop+json`"]
    );
    assert_eq!(
        of(&[challenge, NO_STORE]),
        ["there is no `Content-Type`; the catalog says `application/vnd.shop+json`"]
    );
}

#[test]
fn a_header_that_the_status_requires() {
    for (code, failure) in [
        (
            ShopCode::SignedOut,
            "an answer with 401 must have the header `WWW-Authenticate` (RFC 9110 §15.5.2)",
        ),
        (ShopCode::ReadOnly, "an answer with 405 must have the header `Allow` (RFC 9110 §15.5.6)"),
    ] {
        let response = with_headers(code, &[MEDIA_TYPE, NO_STORE]);
        assert_eq!(failures_of(|| assert_error!(response, code)), [failure]);
        // Nobody knows which headers came.
        assert_error!((code.status(), code.body().to_json()), code);
    }
}

#[test]
fn a_header_that_the_catalog_has_a_value_for() {
    let response = with_headers(ShopCode::Closed, &[MEDIA_TYPE]);
    let failures = failures_of(|| assert_error!(&response, ShopCode::Closed));
    let missing = [
        "there is no header `Cache-Control`; the catalog says `no-store`",
        "there is no header `Retry-After`; the catalog says `60`",
    ];
    assert_eq!(failures, missing);
    // The same of an answer that was given its headers.
    let decoded = Shop::decode_response(&response);
    assert_eq!(failures_of(|| assert_error!(decoded, ShopCode::Closed)), missing);
}

#[test]
fn a_header_with_another_value() {
    let challenge = ("www-authenticate", "Basic realm=\"a\"");
    let age = ("cache-control", "max-age=60");
    let response = with_headers(ShopCode::SignedOut, &[MEDIA_TYPE, age, challenge]);
    let form = r#"Bearer realm="{realm}"[, error="{code}"]"#;
    assert_eq!(
        failures_of(|| assert_error!(response, ShopCode::SignedOut)),
        [
            "the header `Cache-Control` is `max-age=60`, and the catalog says `no-store`",
            &format!(
                "the header `WWW-Authenticate` is `Basic realm=\"a\"`, and the catalog says `{form}`"
            ),
        ]
    );
}

#[test]
#[ignore = "the next test runs it"]
fn it_fails() {
    assert_error!((503, ""), ShopCode::Closed);
}

#[test]
fn the_panic_is_at_the_assertion() {
    let (passed, output) = run("failing::it_fails", &[]);
    assert!(!passed);
    let place = output.split("panicked at ").nth(1).expect("a place");
    assert!(place.starts_with(file!()), "{output}");
}
