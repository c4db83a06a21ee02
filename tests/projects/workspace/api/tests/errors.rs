//! Errors of three catalogs as one error: what is sent of them, and what is logged.

use std::error::Error;
use std::fmt;
use std::ptr;
use std::time::Duration;

use api::orders::{self, OrderError};
use api::{ApiError, ApiErrorCode, ApiErrorRest, Card, forward, pay};
use api_error_catalog::{BodyContext, CatalogError};
use bank::{BankError, BankErrorCode};
use payments::{PaymentError, PaymentErrorCode, PaymentErrorRest};

const CARD: Card = Card(4_000_000_000_000_077);

/// What is sent.
#[derive(Debug, PartialEq)]
struct Sent {
    status: u16,
    media_type: &'static str,
    headers: Vec<(String, String)>,
    body: String,
}

fn sent(error: &ApiError, locale: &str) -> Sent {
    let context = BodyContext::new().locale(locale).request_id("req_1");
    let mut body = Vec::new();
    error.write_body(&context, &mut body);
    let headers = error.headers(&context).into_iter();
    Sent {
        status: error.status(),
        media_type: error.media_type(),
        headers: headers.map(|(name, value)| (name.into_owned(), value)).collect(),
        body: String::from_utf8(body).expect("text"),
    }
}

/// The error of paying an order.
fn of_paying(order_id: u64) -> ApiError {
    pay(order_id, CARD).expect_err("an error")
}

/// The error of an order that is paid in the payments' own format.
fn of_forwarding(order_id: u64) -> ApiError {
    forward(order_id, CARD).expect_err("an error")
}

/// Holds what is sent of an error in the format of the API.
#[track_caller]
fn is_sent_as(error: &ApiError, status: u16, headers: &[(&str, &str)], fr: &str, en: &str) {
    for (locale, body) in [("fr-CI", fr), ("en", en)] {
        let id = [("X-Request-Id", "req_1")];
        let headers = id.iter().chain(headers);
        let headers = headers.map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
        let expected = Sent {
            status,
            media_type: "application/json",
            headers: headers.collect(),
            body: body.to_owned(),
        };
        assert_eq!(sent(error, locale), expected);
    }
}

#[test]
fn what_succeeds_is_no_error() {
    assert_eq!(pay(7, CARD).expect("a receipt"), "7/7");
    assert_eq!(forward(7, CARD).expect("a payment"), 7);
}

#[test]
fn an_error_of_the_bank_is_sent_in_the_format_of_the_api() {
    let error = of_paying(504);
    assert!(matches!(error, ApiError::Payment(PaymentError::Bank(BankError::Timeout { .. }))));
    // The bank's catalog has no French.
    let body = r#"{"status":504,"code":"timeout","message":"Baobab did not answer within 30 seconds.","request_id":"req_1"}"#;
    is_sent_as(&error, 504, &[("Retry-After", "30")], body, body);
    assert_eq!(error.code(), None);
    assert!(ptr::eq(error.entry().catalog(), BankErrorCode::CATALOG));
    assert_eq!(error.entry().name(), "timeout");

    let body = r#"{"status":409,"code":"account-closed","message":"Account 409 was closed.","request_id":"req_1"}"#;
    is_sent_as(&of_paying(409), 409, &[], body, body);
    let body = r#"{"status":502,"code":"unreadable","message":"The bank's answer cannot be read.","request_id":"req_1"}"#;
    is_sent_as(&of_paying(502), 502, &[], body, body);
}

#[test]
fn an_error_of_payments_is_sent_in_the_format_of_the_api() {
    let error = of_paying(402);
    is_sent_as(
        &error,
        402,
        &[],
        r#"{"status":402,"code":"card-declined","message":"La carte •• 0077 est refusée : expired and stolen.","request_id":"req_1"}"#,
        r#"{"status":402,"code":"card-declined","message":"Card •• 0077 was declined: expired and stolen.","request_id":"req_1"}"#,
    );
    assert_eq!(error.code(), None);
    assert!(ptr::eq(error.entry().catalog(), PaymentErrorCode::CATALOG));
    is_sent_as(
        &of_paying(429),
        429,
        &[("Retry-After", "90")],
        r#"{"status":429,"code":"too-many-attempts","message":"La carte •• 0077 a été essayée trop souvent.","request_id":"req_1"}"#,
        r#"{"status":429,"code":"too-many-attempts","message":"Card •• 0077 was tried too often.","request_id":"req_1"}"#,
    );
    is_sent_as(
        &of_paying(503),
        503,
        &[],
        r#"{"status":503,"code":"closed","message":"Les paiements sont fermés la nuit.","request_id":"req_1"}"#,
        r#"{"status":503,"code":"closed","message":"Payments are closed at night.","request_id":"req_1"}"#,
    );
}

#[test]
fn an_error_in_its_own_format_is_what_its_crate_writes() {
    let error = of_forwarding(402);
    assert!(matches!(error, ApiError::Forwarded(_)));
    let body = r#"{"type":"/problems/card-declined","title":"Carte refusée","status":402,"detail":"La carte •• 0077 est refusée : expired and stolen."}"#;
    let expected = Sent {
        status: 402,
        media_type: "application/problem+json",
        headers: Vec::new(),
        body: body.to_owned(),
    };
    assert_eq!(sent(&error, "fr-CI"), expected);
    let own = payments::charge(CARD, 402).expect_err("an error");
    assert_eq!(own.body().locale("fr").to_json(), body.as_bytes());

    // The bank's errors in them have the same format. Their title is that of the status: they have no type.
    let body = r#"{"title":"Gateway Timeout","status":504,"detail":"Baobab did not answer within 30 seconds."}"#;
    let expected = Sent {
        status: 504,
        media_type: "application/problem+json",
        headers: vec![("Retry-After".to_owned(), "30".to_owned())],
        body: body.to_owned(),
    };
    assert_eq!(sent(&of_forwarding(504), "en"), expected);
    let own = payments::charge(CARD, 504).expect_err("an error");
    assert_eq!(own.body().to_json(), body.as_bytes());

    // The bank has its own.
    let own = bank::transfer(504).expect_err("an error");
    let body = r#"{"fault":"timeout","text":"Baobab did not answer within 30 seconds."}"#;
    assert_eq!(own.body().to_json(), body.as_bytes());
}

#[test]
fn an_error_of_a_module_keeps_its_code() {
    let error = of_paying(404);
    is_sent_as(
        &error,
        404,
        &[],
        r#"{"status":404,"code":"order-not-found","message":"La commande 404 n’existe pas.","request_id":"req_1"}"#,
        r#"{"status":404,"code":"order-not-found","message":"There is no order 404.","request_id":"req_1"}"#,
    );
    assert_eq!(error.code(), Some(ApiErrorCode::OrderNotFound));
    is_sent_as(
        &of_forwarding(410),
        409,
        &[],
        r#"{"status":409,"code":"order-closed","message":"La commande 410 est fermée.","request_id":"req_1","details":["cancelled"]}"#,
        r#"{"status":409,"code":"order-closed","message":"Order 410 is closed.","request_id":"req_1","details":["cancelled"]}"#,
    );
    let codes = [ApiErrorCode::OrderNotFound, ApiErrorCode::OrderClosed, ApiErrorCode::Internal];
    assert_eq!(OrderError::CODES, codes);
    assert_eq!(ApiError::CODES, [ApiErrorCode::Unavailable, ApiErrorCode::Internal]);
    let error = orders::account(404).expect_err("an error");
    assert_eq!(ApiErrorCode::from(error), ApiErrorCode::OrderNotFound);
    assert!(ptr::eq(OrderError::CATALOG, ApiError::CATALOG));
}

#[test]
fn an_error_of_the_api_has_its_code() {
    let body = [
        r#"{"status":500,"code":"internal","message":"Une panne est survenue chez nous.","request_id":"req_1"}"#,
        r#"{"status":500,"code":"internal","message":"Something broke on our side.","request_id":"req_1"}"#,
    ];
    let error = of_paying(13);
    assert!(matches!(error, ApiError::Broken(_)));
    for error in [error, of_paying(500)] {
        assert_eq!(error.code(), Some(ApiErrorCode::Internal));
        is_sent_as(&error, 500, &[], body[0], body[1]);
    }
    let error = ApiError::from(ApiErrorRest::Unavailable);
    assert_eq!((error.code(), error.status()), (Some(ApiErrorCode::Unavailable), 503));
}

#[test]
fn the_log_has_what_is_not_sent() {
    let reports = [
        (of_paying(504), "no answer of Baobab from 10.0.0.7:443: read timed out"),
        (of_forwarding(504), "no answer of Baobab from 10.0.0.7:443: read timed out"),
        (of_paying(502), "The bank's answer cannot be read.: invalid digit found in string"),
        (
            of_paying(500),
            "order 500 is in no shard: out of range integral type conversion attempted",
        ),
        // In the first language of the API, whichever catalog it is of and whatever is asked for.
        (of_paying(402), "La carte •• 0077 est refusée : expired and stolen."),
        (of_paying(404), "La commande 404 n’existe pas."),
    ];
    for (error, report) in reports {
        assert_eq!(error.report(), report);
        let sent = ["fr", "en"].map(|locale| format!("{:?}", sent(&error, locale))).concat();
        for secret in ["10.0.0.7", "read timed out", "invalid digit", "shard", "out of range"] {
            assert!(!sent.contains(secret), "{secret} in {sent}");
            assert!(!error.to_string().contains(secret));
        }
    }
}

#[test]
fn causes_and_errors_are_found_in_a_chain() {
    let error = of_paying(504);
    let cause = error.source().expect("the cause of the innermost");
    assert_eq!(cause.to_string(), "read timed out");
    assert!(of_paying(13).source().expect("a cause").is::<fmt::Error>());
    assert!(of_paying(404).source().is_none());

    let error: Box<dyn Error + Send + Sync> = Box::new(error);
    let found = ApiError::find_in(&*error).expect("an error of the API");
    assert_eq!(found.status(), 504);
    // A transparent error is no cause: it is the error itself.
    assert!(BankError::find_in(&*error).is_none());
}

#[test]
fn a_middleware_takes_the_errors_of_all_three() {
    let errors: [Box<dyn CatalogError + Send + Sync>; 3] = [
        Box::new(bank::transfer(409).expect_err("an error")),
        Box::new(payments::charge("a card", 402).expect_err("an error")),
        Box::new(of_paying(404)),
    ];
    let metrics = errors.map(|error| {
        let entry = error.entry();
        (entry.catalog().name(), entry.name(), error.status())
    });
    assert_eq!(
        metrics,
        [
            ("bank", "account-closed", 409),
            ("payments", "card-declined", 402),
            ("api", "order-not-found", 404),
        ]
    );
}

#[test]
fn a_crate_has_its_codes_without_the_others() {
    let closed = PaymentError::<Card>::from(PaymentErrorRest::Closed);
    assert_eq!(closed.code(), Some(PaymentErrorCode::Closed));
    let error = payments::charge(CARD, 504).expect_err("an error");
    assert_eq!(error.code(), None);
    let error = bank::transfer(504).expect_err("an error");
    assert_eq!(error.code(), BankErrorCode::Timeout);
    let nobody = PaymentError::<Card>::TooManyAttempts { card: None, retry_after: Duration::ZERO };
    assert_eq!(nobody.display("en").to_string(), "Card … was tried too often.");
}
