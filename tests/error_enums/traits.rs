//! What generic code stands on.

use std::error::Error;
use std::marker::PhantomData;

use api_error_catalog::{
    ApiErrorCatalog, BodyContext, CatalogBody, CatalogCode, CatalogError, Decoded, ErrorCatalog,
};

use super::modules::{ApiError, ApiErrorCode, OrderError};

/// A client of any API.
struct Client<A: ErrorCatalog>(PhantomData<A>);

impl<A: ErrorCatalog> Client<A> {
    fn check(status: u16, body: &[u8]) -> Result<(), Decoded<A::Code>> {
        if status < 400 { Ok(()) } else { Err(A::decode(status, body)) }
    }
}

#[derive(ApiErrorCatalog)]
#[catalog("error_enums/bank.toml")]
enum Bank {}

#[test]
fn a_client_is_of_any_api() {
    let error = Client::<ApiError>::check(500, br#"{"code":"internal"}"#).expect_err("an error");
    assert_eq!(error.code(), Some(ApiErrorCode::Internal));
    let error = Client::<Bank>::check(504, br#"{"fault":"timeout"}"#).expect_err("an error");
    assert_eq!(error.code(), Some(BankCode::Timeout));
    assert_eq!(<ApiError as ErrorCatalog>::STATUSES.len(), 3);
    assert!(<ApiError as ErrorCatalog>::status_row(429).is_some());
    assert!(<OrderError as ErrorCatalog>::CATALOG.codes().len() > 0);
}

#[test]
fn a_middleware_takes_any_error() {
    let errors: [Box<dyn CatalogError + Send + Sync>; 2] = [
        Box::new(OrderError::OrderNotFound { order_id: 7 }),
        Box::new(ApiError::from(super::modules::ApiErrorRest::Unauthenticated)),
    ];
    let context = BodyContext::new()
        .locale("fr")
        .request_id("req_1")
        .method("GET")
        .uri("/orders/7")
        .instance("/errors/1")
        .time("2026-11-25T00:00:00Z");
    let sent = errors.iter().map(|error| {
        let mut json = Vec::new();
        error.write_body(&context, &mut json);
        (error.status(), error.headers(&context), String::from_utf8(json).expect("text"))
    });
    let sent: Vec<_> = sent.collect();
    let id = || ("x-request-id".into(), "req_1".to_owned());
    assert_eq!(
        sent,
        [
            (
                404,
                vec![id()],
                r#"{"status":404,"code":"order-not-found","message":"La commande 7 n’existe pas.","request_id":"req_1","at":"2026-11-25T00:00:00Z"}"#
                    .to_owned()
            ),
            (
                401,
                vec![id(), ("WWW-Authenticate".into(), r#"Bearer realm="orders""#.to_owned())],
                r#"{"status":401,"code":"unauthenticated","message":"Connectez-vous d’abord.","request_id":"req_1","at":"2026-11-25T00:00:00Z"}"#
                    .to_owned()
            ),
        ]
    );
    let error: &(dyn Error + 'static) = &errors[0];
    assert_eq!(error.to_string(), "Order 7 does not exist.");
}

#[test]
fn an_answer_is_made_of_any_error() {
    let error: &dyn CatalogError = &ApiError::from(super::modules::ApiErrorRest::Unauthenticated);
    let context = BodyContext::new().locale("fr").request_id("req_1");
    let response = error.to_response(&context);
    assert_eq!(response.status(), 401);
    let headers = response.headers().iter().map(|(name, value)| (name.as_str(), value.as_bytes()));
    let expected: [(&str, &[u8]); 3] = [
        ("content-type", b"application/json"),
        ("x-request-id", b"req_1"),
        ("www-authenticate", br#"Bearer realm="orders""#),
    ];
    assert!(headers.eq(expected), "{response:?}");
    let mut json = Vec::new();
    error.write_body(&context, &mut json);
    assert_eq!(*response.body(), json);
    // A client reads what it was.
    let answer = ApiError::decode_response(&response);
    assert_eq!(answer.code(), Some(ApiErrorCode::Unauthenticated));
}

#[test]
fn what_the_error_says_is_not_overwritten_by_the_request() {
    let context = BodyContext::new().request_id("req_1").slot("items", "3");
    let body = ApiErrorCode::Internal.body().request_id("own").context(&context);
    // `items` is an integer, and text is none.
    assert_eq!(
        super::json(&body),
        r#"{"status":500,"code":"internal","message":"Something broke on our side.","request_id":"own"}"#
    );
}

#[test]
fn any_code_has_a_body() {
    fn json<C: CatalogCode>(code: C) -> Vec<u8> {
        code.body().locale("fr").to_json()
    }
    assert_eq!(json(BankCode::Timeout), BankCode::Timeout.body().to_json());
    assert_eq!(json(ApiErrorCode::Internal), ApiErrorCode::Internal.body().locale("fr").to_json());
    assert_eq!(
        ApiErrorCode::Internal.body().parts(),
        CatalogBody::parts(&ApiErrorCode::Internal.body())
    );
}

#[test]
fn a_code_is_parsed_and_its_name_goes_through_serde() {
    assert_eq!("internal".parse(), Ok(ApiErrorCode::Internal));
    assert!("intern".parse::<ApiErrorCode>().is_err());
    let json = serde_json::to_string(&ApiErrorCode::OutOfStock).expect("JSON");
    assert_eq!(json, r#""out-of-stock""#);
    assert_eq!(
        serde_json::from_str::<ApiErrorCode>(&json).expect("a code"),
        ApiErrorCode::OutOfStock
    );
    let error = serde_json::from_str::<ApiErrorCode>(r#""none""#).expect_err("no code");
    assert!(error.to_string().contains("an entry of the catalog `orders`"), "{error}");
}
