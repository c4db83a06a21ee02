//! An answer as an error: one line, a source of nothing, and the same as another or not.

use std::error::Error;

use api_error_catalog::{BODY_LIMIT, Decoded};
use api_error_catalog_core::Answer;
use api_error_catalog_tests::catalogs::{
    Bictorys, GenericError, Hub2, Hub2Code, OrdersCode, PartnerCenter,
};

use super::read;

#[test]
fn the_line_has_the_status_the_code_and_the_message() {
    let body = r#"{"code":"refused","message":"Order 7 was refused by nobody."}"#;
    assert_eq!(read(400, body).to_string(), "400 refused: Order 7 was refused by nobody.");
    assert_eq!(read(400, r#"{"code":"new","message":"?"}"#).to_string(), "400 new: ?");
    assert_eq!(read(400, r#"{"message":"No code."}"#).to_string(), "400: No code.");
    assert_eq!(read(400, r#"{"code":"refused","message":""}"#).to_string(), "400 refused");
    assert_eq!(read(502, "<html>").to_string(), "502");
    // Of a status that is a code, even where the body does not say so.
    assert_eq!(Bictorys::decode(401, b"").to_string(), "401 UNAUTHORIZED");
    // One that sends no code has its status instead, which is there already.
    assert_eq!(GenericError::decode(404, b"").to_string(), "404");
    let body = br#"{"error":{"code":"unauthenticated","message":"m","innerError":{"code":"99902",
        "message":"Request not authenticated"}}}"#;
    let shown = PartnerCenter::decode(401, body).to_string();
    assert_eq!(shown, "401 99902: Request not authenticated");
}

#[test]
fn the_line_is_one_line_whatever_was_received() {
    let body =
        r#"{"code":"a\nb","message":"\u001b[31mred\u0000 \u202egnp\u2028.\t\u0085 “é” \\ '"}"#;
    assert_eq!(
        read(400, body).to_string(),
        r"400 a\nb: \u{1b}[31mred\0 \u{202e}gnp\u{2028}.\t\u{85} “é” \ '"
    );
    let long = "é".repeat(50_000);
    let shown = read(400, &format!(r#"{{"code":"{long}","message":"{long}"}}"#)).to_string();
    assert_eq!(shown, format!("400 {}…: {}…", "é".repeat(200), "é".repeat(1024)));
    let (code, message) = ("é".repeat(200), "é".repeat(1024));
    let body = format!(r#"{{"code":"{code}","message":"{message}"}}"#);
    assert_eq!(read(400, &body).to_string(), format!("400 {code}: {message}"));
}

fn pay() -> Result<(), Decoded<Hub2Code>> {
    Err(Hub2::decode(402, br#"{"code":"insufficient-funds","message":"Too little."}"#))
}

fn order() -> Result<(), Box<dyn Error + Send + Sync>> {
    Ok(pay()?)
}

#[test]
fn it_is_an_error_that_threads_may_share_and_that_is_found_again() {
    const fn is_error<E: Error + Clone + PartialEq + Send + Sync + 'static>() {}
    is_error::<Decoded<Hub2Code>>();
    is_error::<Decoded<OrdersCode>>();
    is_error::<Answer<'static>>();

    let error = order().expect_err("no funds");
    assert_eq!(error.to_string(), "402 insufficient-funds: Too little.");
    assert!(error.source().is_none());
    let answer = error.downcast_ref::<Decoded<Hub2Code>>().expect("the answer");
    assert_eq!(answer.code(), Some(Hub2Code::InsufficientFunds));
    assert_eq!(answer.clone(), *answer);
    assert_eq!(answer.answer().to_string(), error.to_string());
}

#[test]
fn two_are_the_same_where_the_same_was_received() {
    let body = r#"{"code":"refused"}"#;
    assert_eq!(read(400, body), read(400, body));
    assert_ne!(read(400, body), read(401, body));
    assert_ne!(read(400, body), read(400, r#"{"code": "refused"}"#));
    // Whatever follows on what is kept.
    let long = " ".repeat(BODY_LIMIT + 1);
    assert_eq!(read(400, &long), read(400, &format!("{long} ")));
    assert_ne!(read(400, &long), read(400, &long[1..]));

    let with = |value: &'static str| {
        let mut headers = http::HeaderMap::new();
        headers.insert("retry-after", http::HeaderValue::from_static(value));
        read(400, body).with_headers(&headers)
    };
    assert_eq!(with("7"), with("7"));
    assert_ne!(with("7"), with("8"));
    assert_ne!(with("7"), read(400, body));

    // The same answer, read by different catalogs.
    let hub2 = Hub2Code::CATALOG.decode(400, body.as_bytes());
    let orders = OrdersCode::CATALOG.decode(400, body.as_bytes());
    assert_ne!(hub2, orders);
}
