//! What setters change beside their own slot, and in which order they may be called.

use api_error_catalog::Value;
use api_error_catalogs::{GenericErrorCode, Hub2Code};

use super::parsed;

#[test]
fn another_status_brings_its_own_reason_with_it() {
    let body = GenericErrorCode::InvalidEmail.body().status(409);
    let body = parsed(&json_of!(body));
    assert_eq!(body["httpStatusCode"], 409);
    assert_eq!(body["httpStatusMessage"], "Conflict");
    assert_eq!(body["errorCode"], "INVALID_EMAIL");
    assert_eq!(body["errorMessage"], GenericErrorCode::InvalidEmail.message("en"));
    let body = GenericErrorCode::NotFound.body().status(410).reason("No more");
    let body = parsed(&json_of!(body));
    assert_eq!(body["httpStatusCode"], 410);
    assert_eq!(body["httpStatusMessage"], "No more");
}

#[test]
fn every_registered_status_has_its_reason_and_no_other_has_one() {
    let reason = |status| {
        let body = GenericErrorCode::InvalidEmail.body().status(status);
        parsed(&json_of!(body))["httpStatusMessage"].clone()
    };
    assert_eq!(reason(503), "Service Unavailable");
    assert_eq!(reason(413), "Content Too Large");
    assert_eq!(reason(599), Value::Null);
}

#[test]
fn another_status_is_written_where_the_reason_is_not() {
    let body = Hub2Code::InsufficientFunds.body().status(422);
    let wire = r#"{"status":422,"code":"insufficient-funds","message":"The balance does not cover this transfer."}"#;
    assert_eq!(json_of!(body), wire);
}

#[test]
fn another_code_can_be_set() {
    let body = GenericErrorCode::BadRequest.body().code("INVALID_IBAN");
    let body = parsed(&json_of!(body));
    assert_eq!(body["errorCode"], "INVALID_IBAN");
    assert_eq!(body["httpStatusCode"], 400);
}

#[test]
fn the_order_of_setters_does_not_matter() {
    let code = Hub2Code::TransactionNotFound;
    let one = code.body().locale("fr").request_id("r").account_id("a").transaction_id("t");
    let other = code.body().transaction_id("t").account_id("a").request_id("r").locale("fr");
    assert_eq!(json_of!(one), json_of!(other));
}
